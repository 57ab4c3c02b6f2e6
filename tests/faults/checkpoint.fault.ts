import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recall } from '../../src/app/recall/recall.js';
import type { Bank } from '../../src/bank/bank.js';
import { cacheFolder } from '../../src/history/home.js';
import { packRecollection } from '../../src/session/recollection.js';
import { temporaryHome } from '../support/home.js';
import { bundledChild, QUICK_ENV } from './children.js';
import { dice } from './dice.js';

const KILLS = 40;
const child = bundledChild('checkpoint-child');
const bank = { topics: [{ slug: 'graphql' }], entries: [] } as unknown as Bank;

function told(home: string, version: string): { text: string; fromCheckpoint: boolean } {
  const found = recall({
    home,
    version,
    bank,
    now: Date.now() + 10_000,
    limits: { openSittings: 2, worthKeeping: 0 },
  });
  return {
    text: JSON.stringify([packRecollection(found.recollection), found.flags]),
    fromCheckpoint: found.fromCheckpoint,
  };
}

/** Two at once, and killed somewhere. */
async function killedSomewhere(home: string, seeds: readonly number[], afterMs: number): Promise<void> {
  const running = seeds.map((seed) =>
    spawn(process.execPath, [child, home, String(seed)], {
      env: QUICK_ENV,
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  await Promise.all(running.map((one) => once(one.stdout, 'data')));
  await new Promise((resume) => setTimeout(resume, afterMs));
  for (const one of running) one.kill('SIGKILL');
  await Promise.all(running.map((one) => once(one, 'close')));
}

test(`${KILLS} kill -9 of two processes that keep checkpoints: what is recalled is what the files say`, async () => {
  const home = temporaryHome();
  const chance = dice(16);
  let quick = 0;
  for (let time = 0; time < KILLS / 2; time += 1) {
    await killedSomewhere(home, [time * 200_000, time * 200_000 + 100_000], chance() * 60);
    const kept = told(home, '1');
    if (kept.fromCheckpoint) quick += 1;
    expect(kept.text).toBe(told(home, 'never kept').text);
  }
  const lying = readdirSync(join(cacheFolder(home), 'answers'));
  console.log(`${quick} of ${KILLS / 2} recalled from a checkpoint; in the folder: ${lying.length}`);
  expect(lying.filter((name) => name.endsWith('.checkpoint')).length).toBeLessThan(5);
});
