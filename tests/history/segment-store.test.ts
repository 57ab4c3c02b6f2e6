import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { prepareStore } from '../../src/history/conf-store.js';
import { itemsFolder, segmentFile, sessionsFolder } from '../../src/history/home.js';
import { renderSealed } from '../../src/history/sealed-json.js';
import { loadSegments, saveEvent, saveSegment } from '../../src/history/segment-store.js';
import { temporaryHome } from '../support/home.js';
import { answered, event, NOW, segment, segmentId } from './sample-records.js';

beforeAll(prepareStore);

const empty = { segments: [], setAside: [], earlier: [], swept: [], conflicts: [] };
const fileOf = (home: string, number: number) => segmentFile(home, segmentId(number));

function homeWithThree(): string {
  const home = temporaryHome();
  for (const number of [3, 1, 2]) saveSegment(home, segment(number, [answered(0, NOW + number)]));
  return home;
}

const idsIn = (home: string) => loadSegments(home).segments.map(({ id }) => id);
const ids = (...numbers: number[]) => numbers.map((number) => segmentId(number));

test('nothing there: nothing remembered, nothing made', () => {
  const home = temporaryHome();
  expect(loadSegments(home)).toEqual(empty);
  expect(loadSegments(join(home, 'none'))).toEqual(empty);
  expect(readdirSync(home)).toEqual([]);
});

test('segments come back as they were, oldest first', () => {
  const home = homeWithThree();
  const segments = [1, 2, 3].map((number) => segment(number, [answered(0, NOW + number)]));
  expect(loadSegments(home)).toEqual({ ...empty, segments });
});

test('an event is a segment of its own', () => {
  const home = temporaryHome();
  const writer = { home, app: '0.1.0', machine: 'aaaaaaaa', random: () => 2 / 2 ** 32 };
  const saved = saveEvent(writer, { kind: 'unflagged', item: 'core/a' }, NOW + 120_000);
  expect(saved).toEqual(event(2, { kind: 'unflagged', item: 'core/a' }));
  expect(loadSegments(home).segments).toEqual([saved]);
});

test('one bad file never hides the others', () => {
  const home = homeWithThree();
  truncateSync(fileOf(home, 2), 100);
  const loaded = loadSegments(home);
  expect(loaded.segments.map(({ id }) => id)).toEqual(ids(1, 3));
  expect(loaded.setAside).toMatchObject([{ file: fileOf(home, 2), code: 'record-damaged' }]);
  const again = loadSegments(home);
  expect(again.setAside).toEqual([]);
  expect(again.earlier).toEqual([loaded.setAside[0]?.movedTo]);
});

test('a torn file costs one answer at most: the state before it is used, now and later', () => {
  const home = temporaryHome();
  const steps = [0, 1, 2].map((entry) => answered(entry, NOW + entry));
  for (const count of [1, 2, 3]) saveSegment(home, segment(1, steps.slice(0, count)));
  truncateSync(fileOf(home, 1), 200);
  const loaded = loadSegments(home);
  expect(loaded.segments).toEqual([segment(1, steps.slice(0, 2))]);
  expect(loaded.setAside).toMatchObject([{ recovered: true }]);
  expect(loadSegments(home).segments).toEqual([segment(1, steps.slice(0, 2))]);
});

test('a file that is gone is found in its copy', () => {
  const home = homeWithThree();
  saveSegment(home, segment(1, [answered(0, NOW + 1), answered(1, NOW + 2)]));
  rmSync(fileOf(home, 1));
  expect(idsIn(home)).toEqual(ids(1, 2, 3));
});

test('files copied in from another machine are read under any name and once only', () => {
  const home = homeWithThree();
  const month = dirname(fileOf(home, 1));
  const longer = segment(1, [answered(0, NOW + 1), answered(1, NOW + 2)]);
  writeFileSync(join(month, `${segmentId(1)} (conflicted copy).json`), JSON.stringify(longer));
  mkdirSync(join(sessionsFolder(home), 'from-laptop'));
  cpSync(fileOf(home, 2), join(sessionsFolder(home), 'from-laptop', basename(fileOf(home, 2))));
  renameSync(fileOf(home, 3), join(sessionsFolder(home), basename(fileOf(home, 3))));
  const loaded = loadSegments(home);
  expect(loaded.segments.map(({ id }) => id)).toEqual(ids(1, 2, 3));
  expect(loaded.segments[0]).toEqual(longer);
  expect(loaded.setAside).toEqual([]);
});

test('folders, FIFOs and links in the way are named and left alone; other files are none of our business', () => {
  const home = homeWithThree();
  const month = dirname(fileOf(home, 1));
  mkdirSync(join(month, 'folder.json'));
  mkdirSync(join(sessionsFolder(home), 'month.json'));
  execFileSync('mkfifo', [join(month, 'fifo.json')]);
  symlinkSync(fileOf(home, 1), join(month, 'link.json'));
  symlinkSync(month, join(sessionsFolder(home), '2026-12'));
  writeFileSync(join(month, 'notes.txt'), 'mine');
  mkdirSync(join(month, 'deeper'));
  const loaded = loadSegments(home);
  expect(loaded.segments.map(({ id }) => id)).toEqual(ids(1, 2, 3));
  expect(loaded.setAside.map(({ file, detail }) => [basename(file), detail]).sort()).toEqual([
    ['2026-12', 'link'],
    ['fifo.json', 'special'],
    ['folder.json', 'folder'],
    ['link.json', 'link'],
    ['month.json', 'folder'],
  ]);
  expect(loaded.setAside.every(({ code, movedTo }) => code === 'file-not-regular' && movedTo === null)).toBe(
    true,
  );
});

test('a file of a newer version is named and stays', () => {
  const home = homeWithThree();
  writeFileSync(fileOf(home, 2), JSON.stringify({ version: 3, kind: 'dream' }));
  expect(loadSegments(home).setAside).toMatchObject([{ code: 'record-newer', detail: '3', movedTo: null }]);
  expect(existsSync(fileOf(home, 2))).toBe(true);
});

test('left-overs of dead writers are swept after an hour, not before', () => {
  const home = homeWithThree();
  mkdirSync(itemsFolder(home));
  const old = [
    `${fileOf(home, 1)}.tmp-1234567890abcdef`,
    join(home, 'config.json.tmp-1234567890abcdef'),
    join(itemsFolder(home), '0123456789abcdef.json.tmp-1234567890abcdef'),
  ];
  const fresh = `${fileOf(home, 2)}.tmp-1234567890abcdef`;
  for (const path of [...old, fresh]) writeFileSync(path, 'half');
  const longAgo = Date.now() / 1000 - 3_660;
  for (const path of old) utimesSync(path, longAgo, longAgo);
  expect(loadSegments(home).swept.sort()).toEqual([...old].sort());
  expect([...old, fresh].map((path) => existsSync(path))).toEqual([false, false, false, true]);
});

test('a file in place of the folder is named', () => {
  const home = temporaryHome();
  writeFileSync(sessionsFolder(home), '');
  expect(loadSegments(home)).toMatchObject({
    segments: [],
    setAside: [{ code: 'file-unreadable', detail: 'ENOTDIR' }],
  });
});

test('a segment under another name, as Syncthing and Dropbox leave it, is read and named', () => {
  const home = temporaryHome();
  saveSegment(home, segment(1, [answered(0, NOW)]));
  const long = segment(1, [answered(0, NOW), answered(1, NOW + 1)]);
  const copy = segmentFile(home, long.id).replace('.json', '.sync-conflict-20261120-101112-ABCDEF7.json');
  writeFileSync(copy, renderSealed(long));
  expect(loadSegments(home)).toMatchObject({ segments: [long], setAside: [], conflicts: [copy] });
});

test('in a home that is shared with other machines nothing is moved away and nothing swept', () => {
  const home = temporaryHome();
  saveSegment(home, segment(1, [answered(0, NOW)]));
  const month = dirname(segmentFile(home, segmentId(1)));
  writeFileSync(segmentFile(home, segmentId(2)), 'half of a file that is still arriv');
  writeFileSync(join(month, 'x.json.tmp-0a'), '');
  utimesSync(join(month, 'x.json.tmp-0a'), 0, 0);
  mkdirSync(join(home, '.stfolder'));
  const before = readdirSync(month).sort();
  expect(loadSegments(home)).toMatchObject({
    setAside: [{ file: segmentFile(home, segmentId(2)), code: 'record-damaged', movedTo: null }],
    swept: [],
  });
  expect(readdirSync(month).sort()).toEqual(before);
});
