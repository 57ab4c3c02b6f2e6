// Run on a small disk of its own: saves with every amount of room left, and tells what became of the data.

import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareStore } from '../../src/history/conf-store.js';
import { settingsFile } from '../../src/history/home.js';
import { loadSegments } from '../../src/history/segment-store.js';
import { openSegment, type SegmentWriter } from '../../src/history/segment-writer.js';
import { changeSettings, readSettings } from '../../src/history/settings.js';
import { sittingsOf } from '../../src/history/sittings.js';
import { Failure } from '../../src/text/failure.js';
import { answered, header, NOW } from '../history/sample-records.js';

const PAGE = 4096;
const [disk = ''] = process.argv.slice(2);
const { id: _, ...sitting } = header();

export interface Trial {
  pagesFree: number;
  /** Answers saved before the disk was full. */
  before: number;
  /** Code of the failure and the path it names; null: it could be saved. */
  failure: { code: string; path: string } | null;
  /** Answers found then, files set aside, names of what lies in the folder. */
  found: number;
  setAside: number;
  files: string[];
  /** Answers found after room was made and the save tried again. */
  afterRetry: number;
}

const open = (home: string): SegmentWriter =>
  openSegment({ home, app: '0.1.0', machine: 'aaaaaaaa', random: Math.random }, { sitting }, NOW);
const answersIn = (home: string) => sittingsOf(loadSegments(home).segments).flatMap(({ answers }) => answers);

function fillBut(pages: number): void {
  const room = statfsSync(disk).bavail * statfsSync(disk).bsize - pages * PAGE;
  if (room > 0) writeFileSync(join(disk, 'filler'), Buffer.alloc(room));
}

function tried(save: () => void): Trial['failure'] {
  try {
    save();
    return null;
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, path: String(error.args.path) };
    throw error;
  }
}

/** `before` answers are saved; then one more, of `pages` pages, with so much room left. */
function trial(before: number, pagesFree: number, pages: number): Trial {
  const home = join(disk, 'home');
  mkdirSync(home);
  const writer = open(home);
  for (let entry = 0; entry < before; entry += 1) writer.append(answered(entry, NOW + entry));
  fillBut(pagesFree);
  const failure = tried(() =>
    writer.append(answered(before, NOW + before, { response: 'x'.repeat(pages * PAGE) })),
  );
  const { setAside } = loadSegments(home);
  const found = answersIn(home).length;
  // conf removes its temporary file a moment later.
  const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.json(\.bak)?$/.test(name),
  );
  rmSync(join(disk, 'filler'), { force: true });
  writer.save();
  const afterRetry = answersIn(home).length;
  rmSync(home, { recursive: true });
  return { pagesFree, before, failure, found, setAside: setAside.length, files, afterRetry };
}

async function settingsTrial(): Promise<{ failure: Trial['failure']; role: string | undefined }> {
  const home = join(disk, 'home');
  await changeSettings(home, { role: 'tester' });
  fillBut(0);
  let failure: Trial['failure'] = null;
  try {
    await changeSettings(home, { packs: ['x'.repeat(PAGE)] });
  } catch (error) {
    failure = tried(() => {
      throw error;
    });
  }
  return { failure, role: readSettings(home).settings.role };
}

async function main(): Promise<void> {
  await prepareStore();
  const trials: Trial[] = [];
  for (const before of [0, 1, 3]) {
    for (const pages of [0, 2, 4]) {
      for (let pagesFree = 0; pagesFree <= 8; pagesFree += 1) trials.push(trial(before, pagesFree, pages));
    }
  }
  const settings = await settingsTrial();
  console.log(JSON.stringify({ trials, settings, settingsFile: settingsFile(join(disk, 'home')) }));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 70;
});
