import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { itemsFolder } from '../../src/history/home.js';
import { loadItem } from '../../src/history/items.js';
import { loadSegments } from '../../src/history/segment-store.js';
import { readSettings } from '../../src/history/settings.js';
import { sittingsOf } from '../../src/history/sittings.js';
import { temporaryHome } from '../support/home.js';
import { bundledChild, QUICK_ENV } from './children.js';
import { dice } from './dice.js';

const KILLS = 200;
/** ms after its start in which a child may be killed, and after its first answer: two thirds of the kills fall there. */
const STARTING = 150;
const ANSWERING = 100;

const child = bundledChild('answering-child');

/** Ids a child acknowledged before it was killed. */
async function killedSomewhere(home: string, chance: () => number): Promise<string[]> {
  const running = spawn(process.execPath, [child, home], {
    env: QUICK_ENV,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = () => running.kill('SIGKILL');
  const whileAnswering = chance() < 2 / 3;
  const afterMs = chance() * (whileAnswering ? ANSWERING : STARTING);
  if (whileAnswering) running.stdout.once('data', () => setTimeout(kill, afterMs));
  else setTimeout(kill, afterMs);
  let printed = '';
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const [, signal] = (await once(running, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return printed.split('\n').slice(0, -1);
}

async function killMany(home: string, count: number, chance: () => number): Promise<string[][]> {
  const runs: string[][] = [];
  for (let number = 0; number < count; number += 1) runs.push(await killedSomewhere(home, chance));
  return runs;
}

function without(ids: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return ids.filter((id) => !known.has(id));
}

test(`${KILLS} kill -9: every acknowledged answer is there, no file is torn`, async () => {
  const home = temporaryHome();
  const lanes = [1, 2].map((seed) => killMany(home, KILLS / 2, dice(seed)));
  const runs = (await Promise.all(lanes)).flat();
  const { segments, setAside } = loadSegments(home);
  expect(setAside).toEqual([]);
  const found = sittingsOf(segments).flatMap(({ answers }) => answers.map(({ id }) => id));
  const acknowledged = runs.flat();
  const missing = without(acknowledged, found);
  const unasked = without(found, acknowledged);
  const halfWritten = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.includes('.tmp-'),
  );
  console.log(`${KILLS} kills, ${halfWritten.length} of them in the middle of a write`);
  console.log(`${acknowledged.length} answers acknowledged, ${found.length} found, ${missing.length} lost`);
  expect(acknowledged.length).toBeGreaterThan(KILLS);
  expect(missing).toEqual([]);
  expect(new Set(found).size).toBe(found.length);
  // Saved, and killed before the word was out: one a run at most.
  expect(unasked.length).toBeLessThanOrEqual(KILLS);
  expect(readSettings(home)).toMatchObject({ ignored: [], setAside: [] });
  const items = readdirSync(itemsFolder(home)).filter((name) => name.endsWith('.json'));
  expect(items.flatMap((name) => loadItem(home, name.slice(0, -5)).setAside)).toEqual([]);
});
