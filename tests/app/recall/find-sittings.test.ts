// A sitting found by its name is the one that reading everything finds, whatever has happened to a home.

import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recall } from '../../../src/app/recall/recall.js';
import type { Bank } from '../../../src/bank/bank.js';
import { segmentFile } from '../../../src/history/home.js';
import { lastSitting, sittingsNamed } from '../../../src/history/ledger/find-sittings.js';
import type { SetAside } from '../../../src/history/load-record.js';
import { loadSegments } from '../../../src/history/segment-store.js';
import { sittingsOf } from '../../../src/history/sittings.js';
import { temporaryHome } from '../../support/home.js';
import { THOROUGH } from '../../support/thorough.js';
import { happening } from './happenings.js';
import { ITEMS, LivingHome } from './homes.js';

const topics = ['reliability-patterns', 'graphql'].map((slug) => ({ slug }));
const entries = ITEMS.map((item) => ({ key: item, keyHash: 'fedcba9876543210' }));
const bank = { topics, entries } as unknown as Bank;

function knownOf({ home }: LivingHome) {
  const limits = { openSittings: 2, worthKeeping: 1 };
  const found = recall({ home, version: '1', bank, now: Date.now() + 10_000, limits });
  found.keep();
  return found;
}

const everyOf = ({ home }: LivingHome) => sittingsOf(loadSegments(home).segments);

test('by its id, and the last one', () => {
  const times = THOROUGH ? { numRuns: 25 } : { numRuns: 12 };
  let quick = 0;
  fc.assert(
    fc.property(fc.array(happening, { minLength: 5, maxLength: 40 }), (course) => {
      const living = new LivingHome(temporaryHome());
      for (const what of course) living.happens(what);
      knownOf(living);
      for (const back of [0, 5]) {
        living.happens({ kind: 'sits', back, answers: 2, mode: 'practice', ends: true, machine: 'aaaaaaaa' });
        const { known, fromCheckpoint } = knownOf(living);
        const every = everyOf(living);
        for (const sitting of every) {
          const named = sittingsNamed(known, sitting.id, []);
          if (named === undefined) continue;
          if (fromCheckpoint) quick += 1;
          expect(named).toEqual([sitting]);
        }
        const month = every.filter(({ id }) => id.startsWith('202101'));
        expect(sittingsNamed(known, '202101', []) ?? month).toEqual(month);
        expect(lastSitting(known, []) ?? every.at(-1)).toEqual(every.at(-1));
      }
    }),
    times,
  );
  expect(quick).toBeGreaterThan(2 * times.numRuns);
});

test('no other file is read for it', () => {
  const living = new LivingHome(temporaryHome());
  for (let time = 0; time < 12; time += 1)
    living.happens({ kind: 'sits', back: 0, answers: 2, mode: 'practice', ends: true, machine: 'aaaaaaaa' });
  knownOf(living);
  const { known, fromCheckpoint } = knownOf(living);
  const [first, second] = everyOf(living);
  expect(fromCheckpoint).toBe(true);
  writeFileSync(segmentFile(living.home, first!.id), 'damaged since');
  const setAside: SetAside[] = [];
  expect(sittingsNamed(known, second!.id, setAside)).toEqual([second]);
  expect(sittingsNamed(known, '1999', setAside)).toEqual([]);
  expect(setAside).toEqual([]);
});
