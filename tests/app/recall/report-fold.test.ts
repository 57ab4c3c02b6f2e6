// What is told of the answers with checkpoints is what is told without, bit for bit, whatever has happened to a home.

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Folded, foldHistory } from '../../../src/app/recall/fold-history.js';
import { type ReportFoldRequest, reportFold } from '../../../src/app/recall/report-fold.js';
import type { Bank } from '../../../src/bank/bank.js';
import { cacheFolder } from '../../../src/history/home.js';
import { NO_FILTERS } from '../../../src/report/source.js';
import { summaryOf } from '../../../src/report/summary.js';
import type { ToldSoFar } from '../../../src/report/told.js';
import { temporaryHome } from '../../support/home.js';
import { open, singleChoice } from '../../support/questions.js';
import { happening, RESTATED } from './happenings.js';
import { ITEMS, LivingHome } from './homes.js';

const TOPICS = ['reliability-patterns', 'graphql'].map((slug) => ({ slug, title: slug, concepts: [] }));

function bankOf(living: LivingHome): Bank {
  const entries = ITEMS.map((item) => ({
    key: item,
    keyHash: living.keyOf(item),
    draft: item === 'core/d',
    topic: 'graphql',
  }));
  return { topics: TOPICS, entries } as unknown as Bank;
}

const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
const REQUEST = { version: '1', filters: NO_FILTERS, dayOf, zone: () => 'UTC', asOf: null };

function told(living: LivingHome, change: Partial<ReportFoldRequest> = {}): Folded<ToldSoFar> {
  const fold = reportFold({ ...REQUEST, bank: bankOf(living), ...change });
  const limits = { openSittings: 2, worthKeeping: 1 };
  return foldHistory({ home: living.home, now: Date.now() + 10_000, fold, limits });
}

/** Everything that is kept, and the summary made of it. */
function asText(living: LivingHome, { state }: Folded<ToldSoFar>): string {
  const bank = bankOf(living);
  const { pack } = reportFold({ ...REQUEST, bank });
  const summary = summaryOf(
    {
      flags: [],
      bank,
      filters: NO_FILTERS,
      now: Date.UTC(2021, 5, 1),
      dayOf,
      lastReport: null,
      interview: null,
      minutesPerDay: 20,
      program: 'api-quiz',
      questionOf: ({ item }) => (item === 'core/c' ? open() : singleChoice()),
    },
    state,
  );
  return JSON.stringify([pack(state), summary]);
}

const fromNothing = (living: LivingHome) => asText(living, told(living, { version: 'never kept' }));

test('telling on from checkpoints is telling from nothing', () => {
  let quick = 0;
  fc.assert(
    fc.property(fc.array(happening, { minLength: 5, maxLength: 40 }), (course) => {
      const living = new LivingHome(temporaryHome());
      for (const what of course) {
        living.happens(what);
        const found = told(living);
        found.keep();
        // Else it was told from nothing.
        if (!found.fromCheckpoint) continue;
        quick += 1;
        expect(asText(living, found)).toBe(fromNothing(living));
      }
    }),
    { numRuns: 8 },
  );
  expect(quick).toBeGreaterThan(15);
});

/** Whatever is told of the home after this, from its checkpoint or not, is what is told from nothing. */
function expectTheSame(living: LivingHome): void {
  const found = told(living);
  expect(asText(living, found)).toBe(fromNothing(living));
}

const SITS = { kind: 'sits', back: 0, mode: 'practice', ends: false, machine: 'aaaaaaaa' } as const;

test('a fork whose beginning is lost is a sitting of its own, in what was counted in too', () => {
  const living = new LivingHome(temporaryHome());
  for (let time = 0; time < 3; time += 1) living.happens({ ...SITS, answers: 1 });
  living.happens({ ...SITS, answers: 4 });
  // By a clock that is late: the oldest answer is of the youngest sitting.
  living.happens({ kind: 'resumes', which: 0, back: 40, answers: 1 });
  told(living).keep();
  living.happens({ kind: 'adds', which: 0, step: 'ended', entry: 0 });
  expect(told(living).fromCheckpoint).toBe(true);
  living.happens({ kind: 'loses', which: 0 });
  expect(told(living).fromCheckpoint).toBe(false);
  expectTheSame(living);
});

test.each(RESTATED)(
  'an open sitting that says otherwise of an answer counted in is told anew: %s',
  (what) => {
    const living = new LivingHome(temporaryHome());
    living.happens({ ...SITS, answers: 4 });
    for (let time = 0; time < 3; time += 1) living.happens({ ...SITS, answers: 2 });
    // Its last answer comes after the mark, its first before it.
    living.happens({ kind: 'resumes', which: 0, back: 22, answers: 1 });
    told(living).keep();
    living.happens({ kind: 'adds', which: 0, step: 'ended', entry: 0 });
    expect(told(living).fromCheckpoint).toBe(true);
    living.happens({ kind: 'restates', which: 0, what });
    expect(told(living).fromCheckpoint).toBe(false);
    expectTheSame(living);
  },
);

/** A home of twelve sittings with its checkpoint. */
function homeWithCheckpoint(): LivingHome {
  const living = new LivingHome(temporaryHome());
  for (let time = 0; time < 12; time += 1)
    living.happens({ kind: 'sits', back: 0, answers: 3, mode: 'practice', ends: true, machine: 'aaaaaaaa' });
  told(living).keep();
  expect(told(living).fromCheckpoint).toBe(true);
  return living;
}

test.each([
  ['another time zone', { zone: () => 'Pacific/Auckland' }],
  ['topics', { filters: { ...NO_FILTERS, topics: ['graphql'] } }],
  ['a span', { filters: { ...NO_FILTERS, since: 1 } }],
  ['an earlier instant', { asOf: Date.UTC(2021, 0, 1) }],
  ['another version', { version: '2' }],
  ['a role', { within: { name: 'a role', has: () => true } }],
])('what was told of everything is not believed of %s', (_what, change) => {
  expect(told(homeWithCheckpoint(), change).fromCheckpoint).toBe(false);
});

test('nor is what is damaged', () => {
  const living = homeWithCheckpoint();
  const folder = join(cacheFolder(living.home), 'answers');
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '00000000\n{}');
  const found = told(living);
  expect(found.fromCheckpoint).toBe(false);
  expect(asText(living, found)).toBe(fromNothing(living));
});
