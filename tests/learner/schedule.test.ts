// The schedule: the grade map, FSRS-6's published figures, and cards that depend on nothing but the answers.
import fc from 'fast-check';
import { createEmptyCard, fsrs, type Grade } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/learner/attempt.js';
import { retrievability } from '../../src/learner/forgetting.js';
import { randomStream } from '../../src/learner/random.js';
import {
  type Card,
  dueCards,
  type ReviewGrade,
  recallOnceReviewed,
  reviewAt,
  reviewGradeOf,
  scheduleCards,
} from '../../src/learner/schedule.js';
import { runs } from '../support/thorough.js';
import { attempt, NOW } from './support.js';

const ITEM = { item: 'a', concept: 'c', topic: 't' };
const GRADES: readonly ReviewGrade[] = ['again', 'hard', 'good', 'easy'];

describe('the grade map', () => {
  it.each([
    { credit: 0, grade: 'again' },
    { credit: 0.49, grade: 'again' },
    { credit: 0.49, easy: true, grade: 'again' },
    { credit: 0.5, grade: 'hard' },
    { credit: 0.99, grade: 'hard' },
    { credit: 0.6667, hinted: true, grade: 'hard' },
    { credit: 1, hinted: true, grade: 'hard' },
    { credit: 1, hinted: true, easy: true, grade: 'hard' },
    { credit: 1, confidence: 'guess', grade: 'hard' },
    { credit: 1, confidence: 'guess', easy: true, grade: 'hard' },
    { credit: 1, confidence: 'likely', grade: 'good' },
    { credit: 1, confidence: 'sure', grade: 'good' },
    { credit: 1, grade: 'good' },
    { credit: 1, easy: true, grade: 'easy' },
    { credit: 0.99, easy: true, grade: 'hard' },
  ] as const)('$credit hinted=$hinted easy=$easy $confidence -> $grade', ({ grade, ...answer }) => {
    expect(reviewGradeOf(attempt(answer))).toBe(grade);
  });
});

// Figures of open-spaced-repetition/ts-fsrs, packages/fsrs/__tests__ (FSRS-6, algorithm), default weights.
describe('FSRS-6 as published', () => {
  const start = Date.UTC(2022, 11, 29, 12, 30);

  it('gives the published first states', () => {
    const cards = GRADES.map((grade) => reviewAt(undefined, ITEM, grade, start));
    expect(cards.map((card) => card.stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
    expect(cards.map((card) => card.difficulty)).toEqual([6.4133, 5.11217071, 2.11810397, 1]);
    expect((cards[3]!.due - start) / DAY_MS).toBe(8);
  });

  it('gives the published memory state after again, good x 5 at 0, 0, 1, 3, 8, 21 days', () => {
    let card: Card | undefined;
    let at = start;
    for (const [grade, days] of [
      ['again', 0],
      ['good', 0],
      ['good', 1],
      ['good', 3],
      ['good', 8],
      ['good', 21],
    ] as const) {
      at += days * DAY_MS;
      card = reviewAt(card, ITEM, grade, at);
    }
    expect(card!.stability).toBeCloseTo(53.62691, 4);
    expect(card!.difficulty).toBeCloseTo(6.3574867, 4);
  });

  it('gives the published interval history, reviewing at the published instants', () => {
    // Published: 0 0(10 min) ... where ours has no minute steps; the learning minutes are kept as instants.
    const published = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
    const grades = 'good good good good good good again again good good good good good'.split(
      ' ',
    ) as ReviewGrade[];
    let card: Card | undefined;
    let at = start;
    const intervals = grades.map((grade, i) => {
      card = reviewAt(card, ITEM, grade, at);
      const days = (card.due - at) / DAY_MS;
      at += published[i] === 0 ? 10 * 60_000 : published[i]! * DAY_MS;
      return published[i] === 0 ? 0 : days;
    });
    expect(intervals).toEqual(published);
  });

  it('gives the published next difficulties', () => {
    const card: Card = {
      ...ITEM,
      stability: 5,
      difficulty: 5,
      due: start,
      lastReview: start,
      reviews: 1,
      misses: 0,
      lapses: 0,
      missed: false,
      knownLogOdds: 0,
    };
    const next = GRADES.map((grade) => reviewAt(card, ITEM, grade, start + DAY_MS).difficulty);
    expect(next).toEqual([8.34176237, 6.66599536, 4.99022837, 3.31446137]);
  });

  it('says what a review would leave without making its card', () => {
    const card = fc.record({
      stability: fc.double({ min: 1e-3, max: 36_500, noNaN: true }),
      difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
      lastReview: fc.integer({ min: start - 900 * DAY_MS, max: start + DAY_MS }),
    });
    const first = reviewAt(undefined, ITEM, 'good', start);
    fc.assert(
      fc.property(card, fc.integer({ min: 0, max: 400 * DAY_MS }), (known, ms) => {
        const then = (grade: ReviewGrade) =>
          retrievability(reviewAt({ ...first, ...known }, ITEM, grade, start), start + ms);
        expect(recallOnceReviewed(known, start, start + ms)).toEqual({
          good: then('good'),
          again: then('again'),
        });
      }),
      runs(1000),
    );
  });

  it('keeps the memory that ts-fsrs keeps itself, on 300 random histories', () => {
    const scheduler = fsrs({ learning_steps: [], relearning_steps: [] });
    for (let seed = 1; seed <= 300; seed++) {
      const next = randomStream(seed);
      let at = start + Math.floor(next() * DAY_MS);
      let theirs = createEmptyCard(new Date(at));
      let ours: Card | undefined;
      for (let i = 0; i < 12; i++) {
        const grade = Math.floor(next() * 4);
        theirs = scheduler.next(theirs, new Date(at), (grade + 1) as Grade).card;
        ours = reviewAt(ours, ITEM, GRADES[grade]!, at);
        expect([ours.stability, ours.difficulty]).toEqual([theirs.stability, theirs.difficulty]);
        at += Math.floor(next() ** 3 * 90 * DAY_MS);
      }
    }
  });
});

const anyAttempt = fc
  .record({
    item: fc.constantFrom('a', 'b', 'c'),
    credit: fc.constantFrom(0, 0.4, 0.5, 1),
    hinted: fc.boolean(),
    easy: fc.boolean(),
    minute: fc.integer({ min: 0, max: 60 * 24 * 60 }),
    number: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ minute, number, ...rest }) => attempt({ ...rest, id: `id-${number}`, at: NOW + minute * 60_000 }));
const history = fc.uniqueArray(anyAttempt, { selector: (a) => a.id, maxLength: 25 });

describe('replaying', () => {
  it('gives the same cards in any order, twice, or merged from two machines', () => {
    const shuffled = history.chain((attempts) =>
      fc.tuple(
        fc.constant(attempts),
        fc.shuffledSubarray(attempts, { minLength: attempts.length }),
        fc.subarray(attempts),
        fc.subarray(attempts),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([attempts, other, one, two]) => {
        const cards = sorted(scheduleCards(attempts));
        expect(sorted(scheduleCards(other))).toEqual(cards);
        expect(sorted(scheduleCards([...one, ...other, ...two]))).toEqual(cards);
      }),
      runs(100),
    );
  });

  it('gives the same card for two versions of one answer, whichever file is read first', () => {
    const versions = [attempt({ id: 'x', item: 'a', credit: 0 }), attempt({ id: 'x', item: 'a', credit: 1 })];
    expect(scheduleCards(versions)).toEqual(scheduleCards([...versions].reverse()));
  });

  it('is due when its retrievability reaches about 90 %, a day later at the earliest', () => {
    fc.assert(
      fc.property(history, (attempts) => {
        for (const card of scheduleCards(attempts).values()) {
          expect(card.due - card.lastReview).toBeGreaterThanOrEqual(DAY_MS);
          if (card.stability >= 1.5)
            expect(Math.abs(retrievability(card, card.due) - 0.9)).toBeLessThan(0.03);
        }
      }),
      runs(100),
    );
  });
});

describe('what is asked again', () => {
  it('puts the card most likely forgotten first, and nothing that is not due', () => {
    const cards = scheduleCards([
      attempt({ item: 'fresh', at: NOW }),
      attempt({ item: 'weeks', at: NOW - 20 * DAY_MS }),
      attempt({ item: 'missed', credit: 0, at: NOW - 20 * DAY_MS }),
      attempt({ item: 'days', at: NOW - 4 * DAY_MS }),
    ]);
    expect(dueCards(cards.values(), NOW).map((card) => card.item)).toEqual(['missed', 'weeks', 'days']);
  });

  it('counts the misses of a day in a row once, so that a drill makes no leech in an afternoon', () => {
    const missed = (hours: number, credit = 0) =>
      attempt({ item: 'hard', credit, at: NOW + hours * 3_600_000 });
    const count = (...attempts: ReturnType<typeof missed>[]) => scheduleCards(attempts).get('hard')?.lapses;
    expect(count(missed(0), missed(1), missed(2))).toBe(1);
    expect(count(missed(0), missed(24), missed(48))).toBe(3);
    expect(count(missed(0), missed(1, 1), missed(2))).toBe(2);
  });
});

function sorted(cards: Map<string, Card>): Card[] {
  return [...cards.values()].sort((a, b) => (a.item < b.item ? -1 : 1));
}
