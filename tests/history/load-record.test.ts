import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { prepareStore, saveRecord } from '../../src/history/conf-store.js';
import { type Decode, loadRecord, MAX_RECORD_BYTES } from '../../src/history/load-record.js';
import { temporaryHome } from '../support/home.js';

beforeAll(prepareStore);

const turn: Decode<number> = (value) => {
  const found = (value as { turn?: unknown } | null)?.turn;
  return typeof found === 'number' ? { value: found } : { code: 'record-wrong-field', detail: 'turn' };
};

function saved(...turns: number[]): string {
  const path = join(temporaryHome(), 'one.json');
  for (const number of turns) saveRecord(path, { turn: number });
  return path;
}

test('no file: no value, nothing to report', () => {
  expect(loadRecord(join(temporaryHome(), 'none.json'), turn)).toEqual({ setAside: [] });
  expect(loadRecord(join(temporaryHome(), 'no', 'folder.json'), turn)).toEqual({ setAside: [] });
});

test('a torn file is moved, named, and the state before it is used from then on', () => {
  const path = saved(1, 2);
  truncateSync(path, 20);
  const torn = readFileSync(path);
  const first = loadRecord(path, turn);
  expect(first.value).toBe(1);
  expect(first.setAside).toEqual([
    {
      file: path,
      code: 'record-damaged',
      detail: 'checksum',
      movedTo: expect.stringMatching(/one\.json\.corrupt-\d{8}T\d{9}Z$/),
      recovered: true,
    },
  ]);
  expect(readFileSync(first.setAside[0]?.movedTo as string)).toEqual(torn);
  expect(loadRecord(path, turn)).toEqual({ value: 1, setAside: [] });
});

test('without a copy a bad file is moved, and the next reading finds nothing', () => {
  const path = saved(1);
  writeFileSync(path, '');
  expect(loadRecord(path, turn)).toMatchObject({
    setAside: [{ code: 'record-damaged', detail: 'empty', recovered: false }],
  });
  expect(loadRecord(path, turn)).toEqual({ setAside: [] });
  expect(readdirSync(join(path, '..'))).toHaveLength(1);
});

test('a file of the wrong shape is moved as well', () => {
  const path = saved(1);
  writeFileSync(path, '[1, 2]');
  expect(loadRecord(path, turn).setAside).toMatchObject([{ code: 'record-wrong-field', detail: 'turn' }]);
  expect(existsSync(path)).toBe(false);
});

test('a missing file is found in its copy, which stays; a bad copy alone is named', () => {
  const path = saved(1, 2);
  rmSync(path);
  expect(loadRecord(path, turn)).toEqual({ value: 1, setAside: [] });
  expect(loadRecord(path, turn)).toEqual({ value: 1, setAside: [] });
  writeFileSync(`${path}.bak`, 'x');
  expect(loadRecord(path, turn).setAside).toMatchObject([{ file: `${path}.bak`, code: 'record-damaged' }]);
});

test('a file of a newer version is not touched', () => {
  const path = saved(1);
  const before = readFileSync(path);
  const loaded = loadRecord(path, () => ({ code: 'record-newer', detail: '2' }));
  expect(loaded.setAside).toMatchObject([{ code: 'record-newer', movedTo: null }]);
  expect(readFileSync(path)).toEqual(before);
});

test('folders, FIFOs and huge files are refused where they are, without waiting', () => {
  const home = temporaryHome();
  mkdirSync(join(home, 'folder.json'));
  execFileSync('mkfifo', [join(home, 'fifo.json')]);
  writeFileSync(join(home, 'huge.json'), '');
  truncateSync(join(home, 'huge.json'), MAX_RECORD_BYTES + 1);
  const names = readdirSync(home).sort();
  const codeOf = (name: string) => loadRecord(join(home, name), turn).setAside[0];
  expect(names.map((name) => codeOf(name)?.code)).toEqual([
    'file-not-regular',
    'file-not-regular',
    'file-too-large',
  ]);
  expect(readdirSync(home).sort()).toEqual(names);
});
