// With checkpoints and without, the answers come to the same, bit for bit, whatever has happened to a home.

import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Recall, type RecallRequest, recall } from '../../../src/app/recall/recall.js';
import type { Bank } from '../../../src/bank/bank.js';
import { cacheFolder, sessionsFolder } from '../../../src/history/home.js';
import { packRecollection } from '../../../src/session/recollection.js';
import { temporaryHome } from '../../support/home.js';
import { type Happening, happening } from './happenings.js';
import { ITEMS, LivingHome } from './homes.js';

/** So late that every stamp can be relied on. */
const later = () => Date.now() + 10_000;

function bankOf(living: LivingHome): Bank {
  const topics = ['reliability-patterns', 'graphql'].map((slug) => ({ slug }));
  const entries = ITEMS.map((item) => ({ key: item, keyHash: living.keyOf(item), draft: item === 'core/d' }));
  return { topics, entries } as unknown as Bank;
}

function requestOf(living: LivingHome, change: Partial<RecallRequest> = {}): RecallRequest {
  return {
    home: living.home,
    version: '1',
    bank: bankOf(living),
    now: later(),
    limits: { openSittings: 2, worthKeeping: 1 },
    ...change,
  };
}

function told({ recollection, flags, suspended, unfinished }: Recall): string {
  return JSON.stringify({
    ...packRecollection(recollection),
    flags,
    suspended: [...suspended],
    unfinished: unfinished?.id ?? null,
  });
}

const fromNothing = (living: LivingHome) => told(recall(requestOf(living, { version: 'never kept' })));

test('folding on from checkpoints is folding from nothing', () => {
  let quick = 0;
  fc.assert(
    fc.property(fc.array(happening, { minLength: 5, maxLength: 40 }), (course) => {
      const living = new LivingHome(temporaryHome());
      for (const what of course) {
        living.happens(what);
        const found = recall(requestOf(living));
        found.keep();
        // Else it was folded from nothing.
        if (!found.fromCheckpoint) continue;
        quick += 1;
        expect(told(found)).toBe(fromNothing(living));
      }
    }),
    { numRuns: 12 },
  );
  expect(quick).toBeGreaterThan(25);
});

/** A home of twelve sittings with its checkpoint. */
function homeWithCheckpoint(): LivingHome {
  const living = new LivingHome(temporaryHome());
  sit(living, 12);
  recall(requestOf(living)).keep();
  expect(recall(requestOf(living)).fromCheckpoint).toBe(true);
  return living;
}

function sit(living: LivingHome, times: number): void {
  for (let time = 0; time < times; time += 1)
    living.happens({ kind: 'sits', back: 0, answers: 3, mode: 'practice', ends: true, machine: 'aaaaaaaa' });
}

function checkpointOf({ home }: LivingHome): string {
  const folder = join(cacheFolder(home), 'answers');
  const [name] = readdirSync(folder);
  return join(folder, name!);
}

test('what comes later is folded in, and what comes from before anew', () => {
  const living = homeWithCheckpoint();
  sit(living, 1);
  const later = recall(requestOf(living));
  expect(later.fromCheckpoint).toBe(true);
  expect(told(later)).toBe(fromNothing(living));
  living.happens({ kind: 'sits', back: 60, answers: 2, mode: 'exam', ends: true, machine: 'bbbbbbbb' });
  const older = recall(requestOf(living));
  expect(older.fromCheckpoint).toBe(false);
  expect(told(older)).toBe(fromNothing(living));
  older.keep();
  expect(recall(requestOf(living)).fromCheckpoint).toBe(true);
});

test.each([0, 1, 8, 9, 10, 200, -1])('a checkpoint cut off after %i bytes is not believed', (length) => {
  const living = homeWithCheckpoint();
  const path = checkpointOf(living);
  truncateSync(path, length < 0 ? statSync(path).size - 1 : length);
  const found = recall(requestOf(living));
  expect(found.fromCheckpoint).toBe(false);
  expect(told(found)).toBe(fromNothing(living));
});

test('nor is one with a flipped bit, wherever it is', () => {
  const living = homeWithCheckpoint();
  const path = checkpointOf(living);
  const whole = readFileSync(path);
  for (let place = 0; place < whole.length; place += 97) {
    const bytes = Buffer.from(whole);
    bytes[place]! ^= 1 << (place % 8);
    writeFileSync(path, bytes);
    expect(recall(requestOf(living)).fromCheckpoint, `byte ${place}`).toBe(false);
  }
});

test('nor is one of another version, with other topics, or from another home', () => {
  const living = homeWithCheckpoint();
  expect(recall(requestOf(living, { version: '2' })).fromCheckpoint).toBe(false);
  const topics = [{ slug: 'graphql' }, { slug: 'reliability-patterns' }];
  const bank = { ...bankOf(living), topics } as unknown as Bank;
  expect(recall(requestOf(living, { bank })).fromCheckpoint).toBe(false);
  const other = new LivingHome(temporaryHome());
  sit(other, 13);
  cpSync(cacheFolder(living.home), cacheFolder(other.home), { recursive: true });
  const found = recall(requestOf(other));
  expect(found.fromCheckpoint).toBe(false);
  expect(told(found)).toBe(fromNothing(other));
});

test('a key that changes makes it anew; a pack that is not there does not', () => {
  const living = homeWithCheckpoint();
  const fewer = { ...bankOf(living), entries: bankOf(living).entries.slice(1) } as Bank;
  expect(recall(requestOf(living, { bank: fewer })).fromCheckpoint).toBe(true);
  for (const item of [0, 1, 2]) living.happens({ kind: 'newKeys', item });
  const found = recall(requestOf(living));
  expect(found.fromCheckpoint).toBe(false);
  expect(told(found)).toBe(fromNothing(living));
});

test('a cache folder that cannot be written to is no hindrance', () => {
  const living = new LivingHome(temporaryHome());
  sit(living, 12);
  writeFileSync(cacheFolder(living.home), 'in the way');
  const found = recall(requestOf(living));
  expect(() => found.keep()).not.toThrow();
  expect(told(found)).toBe(fromNothing(living));
  expect(readFileSync(cacheFolder(living.home), 'utf8')).toBe('in the way');
});

test('files written a moment ago are not taken for settled', () => {
  const living = new LivingHome(temporaryHome());
  sit(living, 12);
  recall(requestOf(living, { now: Date.now() })).keep();
  const found = recall(requestOf(living));
  expect(told(found)).toBe(fromNothing(living));
});

/** A checkpoint kept when the sittings have rested three seconds, and what happened after them has not. */
async function keptJustAfter(what: Happening): Promise<{ living: LivingHome; answered: number }> {
  const living = new LivingHome(temporaryHome());
  sit(living, 12);
  const sat = Date.now();
  // Stamps of files are as coarse as ticks of the system's clock.
  await new Promise((resolve) => setTimeout(resolve, 30));
  living.happens(what);
  const found = recall(requestOf(living, { now: sat + 3005 }));
  found.keep();
  return { living, answered: found.recollection.answered };
}

test('nor is an event: once it is gone, what it spoke of counts again', async () => {
  const { living, answered } = await keptJustAfter({ kind: 'event', body: 'deleted', which: 15, back: 0 });
  expect(answered).toBe(33);
  living.happens({ kind: 'loses', which: 0 });
  const found = recall(requestOf(living));
  expect(found.recollection.answered).toBe(36);
  expect(told(found)).toBe(fromNothing(living));
});

test('nor what was gone on with: once that is gone, what came before it counts still', async () => {
  const { living } = await keptJustAfter({ kind: 'resumes', which: 0, back: 0, answers: 1 });
  living.happens({ kind: 'loses', which: 0 });
  const found = recall(requestOf(living));
  expect(found.recollection.answered).toBe(36);
  expect(told(found)).toBe(fromNothing(living));
});

test('a file overwritten in place is seen a day later at the latest', () => {
  const living = homeWithCheckpoint();
  const month = join(sessionsFolder(living.home), '2021-01');
  const path = join(month, readdirSync(month).sort()[0]!);
  const text = readFileSync(path, 'utf8').replace('"credit":0.5', '"credit":0.9');
  writeFileSync(path, text.slice(text.indexOf(',') + 1).replace(/^/, '{'));
  const tomorrow = later() + 86_400_000;
  const found = recall(requestOf(living, { now: tomorrow }));
  expect(found.fromCheckpoint).toBe(false);
  expect(told(found)).toBe(fromNothing(living));
});

test('open sittings are not read again while their folders look the same', () => {
  const living = homeWithCheckpoint();
  const before = told(recall(requestOf(living)));
  const month = join(sessionsFolder(living.home), '2021-01');
  writeFileSync(join(month, readdirSync(month).sort().at(-1)!), 'overwritten in place');
  const found = recall(requestOf(living));
  expect(found.fromCheckpoint).toBe(true);
  expect(told(found)).toBe(before);
  expect(told(recall(requestOf(living, { now: later() + 86_400_000 })))).not.toBe(before);
});

test('answers that are left out are left out of a checkpoint as well', () => {
  const living = homeWithCheckpoint();
  const before = told(recall(requestOf(living)));
  sit(living, 1);
  const [name] = readdirSync(join(sessionsFolder(living.home), '2021-01'))
    .sort()
    .slice(-1);
  const id = name!.replace('.json', '');
  const without = recall(requestOf(living, { without: (answer) => answer.sitting === id }));
  expect(without.fromCheckpoint).toBe(true);
  expect(told(without)).toBe(before);
});

test('answers to some items have a checkpoint of their own', () => {
  const living = homeWithCheckpoint();
  const within = { name: 'b and c', has: (item: string) => item === 'core/b' || item === 'core/c' };
  const found = recall(requestOf(living, { within }));
  expect(found.fromCheckpoint).toBe(false);
  expect([...found.recollection.items.keys()].sort()).toEqual(['core/b', 'core/c']);
  found.keep();
  sit(living, 1);
  const again = recall(requestOf(living, { within }));
  expect(again.fromCheckpoint).toBe(true);
  expect(told(again)).toBe(told(recall(requestOf(living, { within, version: 'never kept' }))));
  expect(recall(requestOf(living)).fromCheckpoint).toBe(true);
});

test('a folder that is not there is an empty history', () => {
  const home = join(temporaryHome(), 'none');
  const living = { home, keyOf: () => 'k' } as unknown as LivingHome;
  const found = recall(requestOf(living));
  expect(found).toMatchObject({ flags: [], unfinished: null, setAside: [] });
  expect(found.recollection.answered).toBe(0);
  mkdirSync(home);
});
