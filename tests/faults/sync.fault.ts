import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { prepareStore } from '../../src/history/conf-store.js';
import { saveItem } from '../../src/history/items.js';
import { mergeSegments } from '../../src/history/merge.js';
import { isWhole } from '../../src/history/sealed-json.js';
import { loadSegments, saveSegment } from '../../src/history/segment-store.js';
import { changeSettings, readSettings } from '../../src/history/settings.js';
import { syncHistory } from '../../src/history/sync/sync-history.js';
import { answered, header, ITEM, NOW, segment } from '../history/sample-records.js';
import { expectOneHistory, live, makeWorld, syncFolder } from '../history/sync/many-homes.js';
import { makeHub, syncThroughHub } from '../history/sync/through-git.js';
import { temporaryHome } from '../support/home.js';
import { bundledChild, QUICK_ENV } from './children.js';
import { dice } from './dice.js';

beforeAll(prepareStore);

const KILLS = 60;
const child = bundledChild('sync-child');
const segmentsOf = (home: string) => loadSegments(home).segments;

/** Kills a syncing process somewhere between its start and a while into its work. */
async function killed(folder: string, homes: readonly string[], afterMs: number): Promise<void> {
  const running = spawn(process.execPath, [child, folder, ...homes], {
    env: QUICK_ENV,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  setTimeout(() => running.kill('SIGKILL'), afterMs);
  const [, signal] = (await once(running, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

/** Some records more than last time at either home, and one that has grown. */
function grow(home: string, number: number, machine: string): void {
  for (let place = 0; place < 8; place += 1) {
    const id = number * 10 + place;
    const steps = [answered(0, NOW, { id: `${machine}#${id}` })];
    saveSegment(home, segment(id, steps, { sitting: header(), machine, id: idOf(id, machine) }));
    saveItem(home, { ...ITEM, stem: `Item ${machine} ${id}` });
  }
  const grown = segmentsOf(home).find((one) => one.machine === machine && one.kind === 'sitting');
  if (grown?.kind === 'sitting' && grown.steps.length < 300)
    saveSegment(home, { ...grown, steps: [...grown.steps, { kind: 'left', at: NOW }] });
}

const idOf = (number: number, machine: string) =>
  `20261120T09${String(number % 60).padStart(2, '0')}00000Z-${machine}-${number.toString(16).padStart(8, '0')}`;

test(`${KILLS} kill -9 during a sync: no torn file on any side, nothing lost, and the next sync goes on`, async () => {
  const chance = dice(5);
  const homes = ['11111111', '22222222'].map((machine) => ({ machine, home: temporaryHome() }));
  const folder = temporaryHome();
  for (const { home, machine } of homes) await changeSettings(home, { machine, level: 'advanced' });
  for (let round = 0; round < KILLS; round += 1) {
    for (const { home, machine } of homes) grow(home, round, machine);
    const before = mergeSegments(...homes.map(({ home }) => segmentsOf(home)));
    await killed(
      folder,
      homes.map(({ home }) => home),
      40 + chance() * 160,
    );
    for (const place of [...homes.map(({ home }) => home), folder]) expect(tornIn(place)).toEqual([]);
    expect(mergeSegments(...homes.map(({ home }) => segmentsOf(home)))).toEqual(before);
  }
  const all = mergeSegments(...homes.map(({ home }) => segmentsOf(home)));
  for (const { home, machine } of [...homes, ...homes])
    await syncHistory({ home, folder, now: NOW, dryRun: false }, machine);
  for (const { home, machine } of homes) {
    expect(loadSegments(home)).toMatchObject({ segments: all, setAside: [] });
    expect(readSettings(home).settings).toMatchObject({ level: 'advanced', machine });
  }
  console.log(
    `${KILLS} kills, ${all.length} records on both sides, ${leftOver(folder)} left-overs in the folder`,
  );
});

function tornIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.json') && !isWhole(readFileSync(join(folder, name))),
  );
}

const leftOver = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp')).length;

const RUNS = 100;

test.each([2, 5])(
  `%i homes, ${RUNS} random lives with conflict copies: one history at the end, nothing lost, nothing twice`,
  async (homes) => {
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const world = await makeWorld(homes, seed * 100 + homes);
      await live(world, 24, syncFolder);
      await expectOneHistory(world, syncFolder);
    }
  },
  600_000,
);

test.each([2, 5])(
  '%i homes, 5 random lives through a bare git hub: one history at the end',
  async (homes) => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const world = await makeWorld(homes, seed * 1000 + homes);
      const sync = syncThroughHub(makeHub());
      await live(world, 20, sync);
      await expectOneHistory(world, sync);
    }
  },
  600_000,
);
