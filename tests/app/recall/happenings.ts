// What may happen to a home, drawn at random.

import fc from 'fast-check';

/** What another state of the same record may say otherwise of an answer. */
export const RESTATED = ['response', 'elapsedMs', 'contentHash', 'counts', 'credit', 'suggested'] as const;

/** What happens next; numbers choose among what is there. */
export type Happening =
  | {
      kind: 'sits';
      back: number;
      answers: number;
      mode: 'practice' | 'exam' | 'drill';
      ends: boolean;
      machine: string;
    }
  | {
      kind: 'adds';
      which: number;
      step: 'answer' | 'override' | 'easy' | 'answerBack' | 'wordBack' | 'ended';
      entry: number;
    }
  | { kind: 'resumes'; which: number; back: number; answers: number }
  | {
      kind: 'event';
      body: 'deleted' | 'restored' | 'regraded' | 'flagged' | 'unflagged' | 'suspended' | 'unsuspended';
      which: number;
      back: number;
    }
  | { kind: 'loses'; which: number }
  | { kind: 'conflict'; which: number; longer: boolean }
  | { kind: 'damage'; which: number }
  | { kind: 'restates'; which: number; what: (typeof RESTATED)[number] }
  | { kind: 'newKeys'; item: number }
  | { kind: 'kept' };

const which = fc.nat(30);
/** Mostly now; sometimes it comes from long ago. */
const back = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(4000) });
const answers = fc.integer({ min: 0, max: 4 });

export const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('sits' as const),
      back,
      answers,
      mode: fc.constantFrom('practice', 'exam', 'drill'),
      ends: fc.boolean(),
      machine: fc.constantFrom('aaaaaaaa', 'bbbbbbbb'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('adds' as const),
      which,
      step: fc.constantFrom('answer', 'override', 'easy', 'answerBack', 'wordBack', 'ended'),
      entry: fc.nat(2),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('resumes' as const), which, back, answers }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('event' as const),
      body: fc.constantFrom(
        'deleted',
        'restored',
        'regraded',
        'flagged',
        'unflagged',
        'suspended',
        'unsuspended',
      ),
      which,
      back,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('loses' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('conflict' as const), which, longer: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('damage' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('restates' as const),
      which,
      what: fc.constantFrom(...RESTATED),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('newKeys' as const), item: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'kept' as const }) },
) as fc.Arbitrary<Happening>;
