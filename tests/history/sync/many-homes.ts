// Several homes that sit, go on, override, delete, flag, set and sync in a random order; and what has to be true when all have synced.

import { copyFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { flagsOf } from '../../../src/history/flags.js';
import { saveItem } from '../../../src/history/items.js';
import { mergeSegments } from '../../../src/history/merge.js';
import type { Segment, SittingSegment } from '../../../src/history/records.js';
import { isWhole, renderSealed } from '../../../src/history/sealed-json.js';
import { loadSegments, saveEvent, type Writer } from '../../../src/history/segment-store.js';
import { openSegment, type SegmentWriter } from '../../../src/history/segment-writer.js';
import { changeSettings, readSettings } from '../../../src/history/settings.js';
import { sittingsOf } from '../../../src/history/sittings.js';
import { syncHistory } from '../../../src/history/sync/sync-history.js';
import { randomStream } from '../../../src/learner/random.js';
import { LEVELS } from '../../../src/question/vocabulary.js';
import { temporaryHome } from '../../support/home.js';
import { answered, header, ITEM, NOW, planned } from '../sample-records.js';

interface Home {
  writer: Writer;
  /** A sitting that goes on while other things happen. */
  open?: { segment: SegmentWriter; entry: number; answers: string[] };
}

export interface World {
  homes: Home[];
  folder: string;
  random: () => number;
  now: number;
  /** Every state of every segment that was ever on a disk. */
  written: Map<string, Segment>;
  answers: Set<string>;
}

export type Sync = (world: World, home: Home) => Promise<unknown>;

/** Through the one shared folder. */
export const syncFolder: Sync = ({ folder, now }, { writer }) =>
  syncHistory({ home: writer.home, folder, now, dryRun: false }, writer.machine);

export async function makeWorld(homes: number, seed: number): Promise<World> {
  const random = randomStream(seed);
  const world: World = {
    homes: [],
    folder: temporaryHome(),
    random,
    now: NOW,
    written: new Map(),
    answers: new Set(),
  };
  for (let number = 0; number < homes; number += 1) {
    const machine = String(number + 1).repeat(8);
    const home = temporaryHome();
    await changeSettings(home, { machine });
    world.homes.push({ writer: { home, app: '0.1.0', machine, random } });
  }
  return world;
}

const pick = <Member>({ random }: World, members: readonly Member[]): Member =>
  members[Math.floor(random() * members.length)] as Member;

/** So many random deeds, each at a random home; `sync` is one of them. */
export async function live(world: World, deeds: number, sync: Sync): Promise<void> {
  for (let deed = 0; deed < deeds; deed += 1) {
    world.now += 60_000 + Math.floor(world.random() * 1000);
    const home = pick(world, world.homes);
    const chance = world.random();
    if (chance < 0.3) await sync(world, home);
    else if (chance < 0.5) begin(world, home);
    else if (chance < 0.7) goOn(world, home);
    else if (chance < 0.78) resume(world, home);
    else if (chance < 0.86) deleteOrRestore(world, home);
    else if (chance < 0.91) flag(world, home);
    else if (chance < 0.95) await changeSettings(home.writer.home, { level: pick(world, LEVELS) });
    else disturb(world);
  }
}

function begin(world: World, home: Home): void {
  const { id: _, ...sitting } = header({
    plan: ['core/a', 'core/b', 'core/c'].map(planned),
    startedAt: world.now,
  });
  home.open = { segment: openSegment(home.writer, { sitting }, world.now), entry: 0, answers: [] };
  goOn(world, home);
}

/** An answer, at times overridden at once; the segment on disk grows. */
function goOn(world: World, home: Home): void {
  const { open } = home;
  if (open === undefined) return;
  const id = `${open.segment.segmentId}#${open.entry}@${world.now}`;
  saveItem(home.writer.home, { ...ITEM, stem: `Item ${Math.floor(world.random() * 9)}` });
  open.segment.append(
    { kind: 'shown', at: world.now - 5, entry: open.entry },
    answered(open.entry, world.now, { id, credit: world.random() < 0.5 ? 0 : 1 }),
    ...(world.random() < 0.3
      ? [{ kind: 'overridden', at: world.now + 1, entry: open.entry, credit: 1 } as const]
      : []),
  );
  world.answers.add(id);
  open.entry += 1;
  remember(world, home);
}

/** The last segment of any sitting that is known here, gone on with: now and then on two machines. */
function resume(world: World, home: Home): void {
  const known = segmentsOf(home).filter((one): one is SittingSegment => one.kind === 'sitting');
  if (known.length === 0) return;
  const last = pick(world, known);
  home.open = {
    segment: openSegment(home.writer, { sitting: last.sitting, continues: last.id }, world.now),
    entry: last.steps.filter((step) => step.kind === 'answered').length,
    answers: [],
  };
  home.open.segment.append({ kind: 'continued', at: world.now });
  goOn(world, home);
}

function deleteOrRestore(world: World, home: Home): void {
  const known = segmentsOf(home).filter((one) => one.kind === 'sitting');
  if (known.length === 0) return;
  const kind = world.random() < 0.6 ? 'deleted' : 'restored';
  saveEvent(home.writer, { kind, sitting: pick(world, known).id }, world.now);
  remember(world, home);
}

function flag(world: World, home: Home): void {
  const item = pick(world, ['core/a', 'core/b']);
  const facts = { item, contentHash: '0123456789abcdef', note: `at ${world.now}` };
  saveEvent(
    home.writer,
    world.random() < 0.7 ? { kind: 'flagged', ...facts } : { kind: 'unflagged', item },
    world.now,
  );
  remember(world, home);
}

/** What other programs do to the shared folder: a copy beside, the older state in place of the newer, half a file. */
function disturb(world: World): void {
  const files = sharedSegments(world.folder);
  if (files.length === 0) return;
  const file = pick(world, files);
  // Half a file already: what it was beside is all there is.
  if (!isWhole(readFileSync(file))) return;
  const beside = file.replace(
    /\.json$/,
    pick(world, ['.sync-conflict-20261120-101112-ABCDEF7.json', " (Anna's conflicted copy 2026-11-20).json"]),
  );
  if (beside === file) return;
  const chance = world.random();
  if (chance < 0.4) copyFileSync(file, beside);
  else if (chance < 0.8) {
    // The later state ends up in the copy, an earlier one under the name.
    const { crc32: _, ...segment } = JSON.parse(readFileSync(file, 'utf8'));
    renameSync(file, beside);
    if (segment.kind === 'sitting')
      writeFileSync(file, renderSealed({ ...segment, steps: segment.steps.slice(0, 1) }));
  } else {
    copyFileSync(file, beside);
    writeFileSync(file, readFileSync(file).subarray(0, 40));
  }
}

function sharedSegments(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.startsWith('sessions') && /Z-[0-9a-f]{8}-[0-9a-f]{8}\.json$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

const segmentsOf = ({ writer }: Home): Segment[] => loadSegments(writer.home).segments;

function remember(world: World, home: Home): void {
  for (const segment of segmentsOf(home)) {
    const [latest = segment] = mergeSegments([segment], [world.written.get(segment.id) ?? segment]);
    world.written.set(segment.id, latest);
  }
}

/** Everybody syncs twice, so that what the last one brought reaches the first. Then all know everything, once. */
export async function expectOneHistory(world: World, sync: Sync): Promise<void> {
  for (let round = 0; round < 2; round += 1) for (const home of world.homes) await sync(world, home);
  const all = [...world.written.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const home of world.homes) {
    const { segments, setAside } = loadSegments(home.writer.home);
    expect(setAside).toEqual([]);
    expect(segments).toEqual(all);
    expect(flagsOf(segments)).toEqual(flagsOf(all));
    expect(sittingsOf(segments)).toEqual(sittingsOf(all));
    expect(readSettings(home.writer.home).settings.level).toBe(
      readSettings((world.homes[0] as Home).writer.home).settings.level,
    );
    expect(readSettings(home.writer.home).settings.machine).toBe(home.writer.machine);
    expect(itemsIn(home.writer.home)).toEqual(itemsIn(world.homes[0]?.writer.home ?? ''));
  }
  const everything = all.filter((one) => one.kind === 'sitting').flatMap(({ steps }) => steps);
  const ids = everything.flatMap((step) => (step.kind === 'answered' ? [step.answer.id] : []));
  expect(ids.sort()).toEqual([...world.answers].sort());
}

const itemsIn = (home: string) =>
  readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^items.[0-9a-f]{16}\.json$/.test(name))
    .sort();
