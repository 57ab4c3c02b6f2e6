import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { loadSegments } from '../../src/history/segment-store.js';
import { readSettings } from '../../src/history/settings.js';
import { sittingsOf } from '../../src/history/sittings.js';
import { temporaryHome } from '../support/home.js';
import { bundledChild, QUICK_ENV } from './children.js';

const PROCESSES = 8;
const ANSWERS = 100;
const CHANGES = 100;

const answering = bundledChild('answering-child');
const changing = bundledChild('settings-child');

/** Starts all at once; their exit codes. */
function crowd(child: string, home: string, count: number): Promise<(number | null)[]> {
  return Promise.all(
    Array.from({ length: PROCESSES }, async () => {
      const running = spawn(process.execPath, [child, home, String(count)], {
        env: QUICK_ENV,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return ((await once(running, 'close')) as [number | null])[0];
    }),
  );
}

const allFine = new Array(PROCESSES).fill(0);

test(`${PROCESSES} processes with ${ANSWERS} answers each in one home: none is lost`, async () => {
  const home = temporaryHome();
  expect(await crowd(answering, home, ANSWERS)).toEqual(allFine);
  const { segments, setAside } = loadSegments(home);
  const sittings = sittingsOf(segments);
  expect(setAside).toEqual([]);
  expect(sittings.map(({ answers }) => answers.length)).toEqual(new Array(PROCESSES).fill(ANSWERS));
  const ids = sittings.flatMap(({ answers }) => answers.map(({ id }) => id));
  expect(new Set(ids).size).toBe(PROCESSES * ANSWERS);
  expect(readSettings(home)).toMatchObject({ settings: { theme: 'dark' }, ignored: [], setAside: [] });
});

test(`${PROCESSES} processes that change the settings: the file stays whole, and nobody thinks the disk is full`, async () => {
  const home = temporaryHome();
  expect(await crowd(changing, home, CHANGES)).toEqual(allFine);
  expect(readSettings(home)).toMatchObject({ settings: { role: 'tester' }, ignored: [], setAside: [] });
});
