import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { prepareStore } from '../../src/history/conf-store.js';
import { segmentFile } from '../../src/history/home.js';
import type { SetAside } from '../../src/history/load-record.js';
import { loadSegments, saveSegment } from '../../src/history/segment-store.js';
import { answered, NOW, segment, segmentId } from '../history/sample-records.js';
import { temporaryHome } from '../support/home.js';
import { bundledChild, QUICK_ENV } from './children.js';

beforeAll(prepareStore);

const child = bundledChild('unwritable-child');

test('a home that may not be written to: said at once, and nothing in it is touched', () => {
  const home = temporaryHome();
  saveSegment(home, segment(1, [answered(0, NOW)]));
  const file = segmentFile(home, segmentId(1));
  for (const folder of [home, dirname(dirname(file)), dirname(file)]) {
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
  }
  chmodSync(file, 0o000);
  // Root may write anywhere; the child becomes nobody.
  const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
  const [command = '', ...options] = [
    ...(process.getuid?.() === 0 ? asNobody : []),
    process.execPath,
    child,
    home,
  ];
  const run = spawnSync(command, options, { encoding: 'utf8', env: QUICK_ENV });
  expect(run.stderr).toBe('');
  const { failures, setAside } = JSON.parse(run.stdout) as {
    failures: { code: string; ms: number }[];
    setAside: SetAside[];
  };
  expect(failures.map(({ code }) => code)).toEqual(['folder-unwritable', 'folder-unwritable']);
  // conf alone tries for a second.
  expect(Math.max(...failures.map(({ ms }) => ms))).toBeLessThan(500);
  expect(setAside).toEqual([
    { file, code: 'file-unreadable', detail: 'EACCES', movedTo: null, recovered: false },
  ]);
  chmodSync(file, 0o600);
  expect(loadSegments(home).segments).toEqual([segment(1, [answered(0, NOW)])]);
});
