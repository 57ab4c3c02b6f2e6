// Arbitrary sittings for property tests: any mode, any steps, sensible or not, now and then with a machine's clock set back.

import fc from 'fast-check';
import { MODES } from '../../src/history/modes.js';
import {
  type Answer,
  CONFIDENCES,
  OUTCOMES,
  type SittingHeader,
  type Step,
} from '../../src/history/records.js';
import { headerOf, readQuestions, START } from './sitting-table.js';

export const QUESTIONS = readQuestions({
  title: '',
  mode: 'drill',
  questions: `
    name | type               | level        | topic   | limit
    a    | single-choice of 4 | foundation   | caching | 1:00
    b    | true-false         | advanced     | errors  | 0:30
    c    | open               | intermediate | errors  | 2:00
    d    | multiple-choice    | intermediate | caching |
  `,
  steps: '',
  score: { points: 0, maxPoints: 0, right: 0, missed: [] },
});

const anyHeader: fc.Arbitrary<SittingHeader> = fc
  .record({ mode: fc.constantFrom(...MODES), negative: fc.boolean(), paper: fc.boolean() })
  .map(({ mode, negative, paper }) =>
    headerOf({ mode, negative, ...(mode === 'exam' && paper ? { paper: '5:00' } : {}) }, QUESTIONS),
  );

/** Entries 0 to 6: three of them exist only when something has come back. */
const anyEntry = fc.integer({ min: 0, max: 6 });

export const answerTo = (
  header: SittingHeader,
  entry: number,
  at: number,
  credit: number,
  outcome: Answer['outcome'],
): Answer => {
  const { limitMs: _, ...planned } = header.plan[entry % header.plan.length] as SittingHeader['plan'][number];
  return {
    ...planned,
    id: `${entry}@${at}`,
    round: 0,
    outcome,
    response: outcome === 'answered' ? 'x' : null,
    credit: outcome === 'answered' ? credit : 0,
    guess: 0.25,
    hinted: false,
    confidence: CONFIDENCES[entry % 3] ?? null,
    elapsedMs: 1000,
    visits: [],
    at,
  };
};

/** Steps at instants that mostly go forward; now and then a machine's clock is set back. */
const anySteps = (header: SittingHeader): fc.Arbitrary<Step[]> =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom<Step['kind'][]>(
          'shown',
          'shown',
          'left',
          'hinted',
          'paused',
          'unpaused',
          'marked',
          'answered',
          'answered',
          'overridden',
          'easy',
          'drafted',
          'takenBack',
          'takenBack',
          'continued',
          'ended',
        ),
        pause: fc.integer({ min: -20_000, max: 40_000 }),
        entry: anyEntry,
        on: fc.boolean(),
        what: fc.constantFrom('answer' as const, 'word' as const),
        response: fc.constantFrom('half a word', null),
        credit: fc.constantFrom(0, 0.5, 1),
        outcome: fc.constantFrom(...OUTCOMES.filter((outcome) => outcome !== 'unreached')),
        reason: fc.constantFrom(
          'quit' as const,
          'interrupted' as const,
          'quit' as const,
          'finished' as const,
          'time' as const,
        ),
      }),
      { maxLength: 25 },
    )
    .map((drawn) => {
      let at = START;
      return drawn.map(({ kind, pause, entry, outcome, ...rest }): Step => {
        at += pause;
        if (kind === 'answered')
          return { kind, at, entry, answer: answerTo(header, entry, at, rest.credit, outcome) };
        return { kind, at, entry, ...rest } as unknown as Step;
      });
    });

export const anySitting = anyHeader.chain((header) => fc.tuple(fc.constant(header), anySteps(header)));
