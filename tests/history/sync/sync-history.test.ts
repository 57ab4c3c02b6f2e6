import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { prepareStore } from '../../../src/history/conf-store.js';
import { itemFile, segmentFile } from '../../../src/history/home.js';
import { loadItem, saveItem } from '../../../src/history/items.js';
import type { Segment } from '../../../src/history/records.js';
import { renderSealed } from '../../../src/history/sealed-json.js';
import { loadSegments, saveSegment } from '../../../src/history/segment-store.js';
import { changeSettings, readSettings } from '../../../src/history/settings.js';
import { syncHistory } from '../../../src/history/sync/sync-history.js';
import { contentHash } from '../../../src/question/identity.js';
import { temporaryHome } from '../../support/home.js';
import { THOROUGH } from '../../support/thorough.js';
import { answered, event, ITEM, NOW, segment, segmentId } from '../sample-records.js';
import { expectOneHistory, live, makeWorld, syncFolder } from './many-homes.js';

beforeAll(prepareStore);

const short = segment(1, [answered(0, NOW)]);
const long = segment(1, [answered(0, NOW), answered(1, NOW + 1)]);
const other = segment(2, [answered(2, NOW + 2)]);
const nothing = { records: { added: 0, extended: 0 }, items: 0, settings: [] };

const sync = (home: string, folder: string, dryRun = false) =>
  syncHistory({ home, folder, now: NOW, dryRun }, 'aaaaaaaa');

function homeWith(...segments: Segment[]): string {
  const home = temporaryHome();
  for (const one of segments) saveSegment(home, one);
  return home;
}

function put(path: string, content: object | string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : renderSealed(content));
  return path;
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w/.test(name))
    .sort();

test('what one side lacks comes from the other, and a second sync moves nothing', async () => {
  const home = homeWith(long, event(3, { kind: 'deleted', sitting: segmentId(2) }));
  saveItem(home, ITEM);
  const folder = homeWith(short, other);
  const first = await sync(home, folder);
  expect(first.cameIn).toEqual({ ...nothing, records: { added: 1, extended: 0 } });
  expect(first.wentOut).toEqual({ ...nothing, records: { added: 1, extended: 1 }, items: 1 });
  expect(loadSegments(home).segments).toEqual(loadSegments(folder).segments);
  expect(loadItem(folder, contentHash(ITEM)).value).toEqual(ITEM);
  expect(await sync(home, folder)).toEqual({
    cameIn: nothing,
    wentOut: nothing,
    conflicts: [],
    unreadable: [],
  });
});

test('a dry run tells the same and writes nothing', async () => {
  const home = homeWith(long);
  await changeSettings(home, { level: 'advanced' });
  saveItem(home, ITEM);
  const folder = homeWith(short, other);
  const before = [filesIn(home), filesIn(folder), readFileSync(segmentFile(folder, short.id), 'utf8')];
  const told = await sync(home, folder, true);
  expect([filesIn(home), filesIn(folder), readFileSync(segmentFile(folder, short.id), 'utf8')]).toEqual(
    before,
  );
  expect(await sync(home, folder)).toEqual(told);
});

test('conflict copies of Syncthing and Dropbox are read, merged and named, whichever holds the later state', async () => {
  const home = homeWith(other);
  const folder = homeWith(short);
  const copies = [
    put(segmentFile(folder, short.id).replace('.json', '.sync-conflict-20261120-101112-ABCDEF7.json'), long),
    put(segmentFile(folder, other.id).replace('.json', " (Anna's conflicted copy 2026-11-20).json"), other),
    put(itemFile(folder, contentHash(ITEM)).replace('.json', ' (conflicted copy 2026-11-20).json'), ITEM),
  ];
  const synced = await sync(home, folder);
  expect(synced.conflicts.sort()).toEqual([...copies].sort());
  expect(loadSegments(home).segments).toEqual([long, other]);
  expect(loadSegments(folder).segments).toEqual([long, other]);
  expect(readFileSync(segmentFile(folder, long.id), 'utf8')).toBe(renderSealed(long));
  expect(loadItem(home, contentHash(ITEM)).value).toEqual(ITEM);
  expect(filesIn(folder)).toEqual(
    expect.arrayContaining(copies.map((path) => path.slice(folder.length + 1))),
  );
});

test('damaged, newer, foreign and hostile files of the folder are named and stay; a good state takes the place of a damaged one', async () => {
  const home = homeWith(long, other);
  const folder = temporaryHome();
  put(segmentFile(folder, long.id), renderSealed(long).slice(0, 60));
  put(segmentFile(folder, other.id), { ...other, version: 7 });
  put(join(folder, 'sessions', 'x.json'), { ...other, id: '../../etc/passwd' });
  symlinkSync('/etc/hostname', join(folder, 'sessions', 'link.json'));
  put(join(folder, 'items', '0123456789abcdef.json'), ITEM);
  const synced = await sync(home, folder);
  expect(synced.unreadable.map(({ code, detail }) => `${code} ${detail}`).sort()).toEqual([
    'record-damaged checksum',
    'record-damaged hash',
    'record-newer 7',
    'record-wrong-field id',
  ]);
  expect(loadSegments(folder).segments).toEqual([long]);
  const month = dirname(segmentFile(folder, long.id));
  expect(readdirSync(month).filter((name) => name.includes('.corrupt-'))).toHaveLength(1);
  expect(JSON.parse(readFileSync(segmentFile(folder, other.id), 'utf8')).version).toBe(7);
  expect(loadSegments(home).segments).toEqual([long, other]);
});

test('a damaged record of the home is kept beside and comes back from the folder', async () => {
  const home = homeWith(long);
  const folder = homeWith(long);
  writeFileSync(segmentFile(home, long.id), 'torn');
  rmSync(`${segmentFile(home, long.id)}.bak`, { force: true });
  expect((await sync(home, folder)).cameIn.records.added).toBe(1);
  expect(loadSegments(home)).toMatchObject({ segments: [long], setAside: [] });
  expect(readdirSync(dirname(segmentFile(home, long.id))).join()).toContain('.corrupt-');
});

test('settings about the person travel, the latest change of each wins, those of the machine stay', async () => {
  const folder = temporaryHome();
  const [desk, lap] = [temporaryHome(), temporaryHome()];
  const at = (home: string, machine: string, now: number) =>
    syncHistory({ home, folder, now, dryRun: false }, machine);
  await changeSettings(desk, { level: 'advanced', theme: 'dark', machine: 'aaaaaaaa', packs: ['/here'] });
  expect((await at(desk, 'aaaaaaaa', NOW)).wentOut.settings).toEqual(['level']);
  await changeSettings(lap, { role: 'tester', machine: 'bbbbbbbb' });
  expect((await at(lap, 'bbbbbbbb', NOW + 1)).cameIn.settings).toEqual(['level']);
  expect(readSettings(lap).settings).toEqual({ level: 'advanced', role: 'tester', machine: 'bbbbbbbb' });
  await changeSettings(lap, { level: null });
  await at(lap, 'bbbbbbbb', NOW + 2);
  await at(desk, 'aaaaaaaa', NOW + 3);
  expect(readSettings(desk).settings).toEqual({
    role: 'tester',
    theme: 'dark',
    machine: 'aaaaaaaa',
    packs: ['/here'],
  });
});

test('what a killed writer left is swept after an hour; nothing else is', async () => {
  const [home, folder] = [homeWith(short), temporaryHome()];
  await sync(home, folder);
  const month = dirname(segmentFile(folder, short.id));
  const old = join(month, '.api-quiz-0123456789ab.tmp');
  for (const name of [old, join(month, '.api-quiz-0123456789ac.tmp'), join(month, 'mine.tmp')])
    put(name, 'half');
  for (const name of [old, join(month, 'mine.tmp')]) utimesSync(name, NOW / 1000 - 7200, NOW / 1000 - 7200);
  utimesSync(join(month, '.api-quiz-0123456789ac.tmp'), NOW / 1000, NOW / 1000);
  await sync(home, folder);
  expect(readdirSync(month).sort()).toEqual(['.api-quiz-0123456789ac.tmp', `${short.id}.json`, 'mine.tmp']);
});

test('folders that cannot be meant are refused', async () => {
  const home = homeWith(short);
  await expect(sync(home, join(home, 'nowhere'))).rejects.toThrow(
    expect.objectContaining({ code: 'sync-no-folder' }),
  );
  await expect(sync(home, home)).rejects.toThrow(expect.objectContaining({ code: 'sync-same-folder' }));
  await expect(sync(home, join(home, 'sessions'))).rejects.toThrow(
    expect.objectContaining({ code: 'sync-same-folder' }),
  );
});

test.each([
  [2, THOROUGH ? 8 : 4],
  [5, THOROUGH ? 4 : 2],
])(
  '%i homes, random deeds in between: everybody ends with the same history, nothing lost, nothing twice',
  async (homes, runs) => {
    for (let seed = 1; seed <= runs; seed += 1) {
      const world = await makeWorld(homes, seed * 10 + homes);
      await live(world, 24, syncFolder);
      await expectOneHistory(world, syncFolder);
    }
  },
  60_000,
);
