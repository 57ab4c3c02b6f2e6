// The diagnosis: every topic first, then where the ranking is open, never an item twice, and an end.
import { describe, expect, it } from 'vitest';
import {
  DIAGNOSIS_COUNT,
  type DiagnosisItem,
  itemInformation,
  nextDiagnosis,
  rankingGain,
} from '../../src/learner/diagnose.js';
import { masteryFrom, noAnswers, observe } from '../../src/learner/mastery.js';
import { rankWeak } from '../../src/learner/weak.js';
import type { Level, QuestionType } from '../../src/question/vocabulary.js';
import { attempt, NOW } from './support.js';

const LEVELS: readonly Level[] = ['foundation', 'intermediate', 'advanced'];
const TOPICS = Array.from({ length: 12 }, (_, i) => `topic-${i}`);

function bank(
  topics: readonly string[],
  perTopic = 24,
  types: readonly QuestionType[] = ['single-choice'],
): DiagnosisItem[] {
  return topics.flatMap((topic) =>
    Array.from({ length: perTopic }, (_, i) => ({
      item: `${topic}/${i}`,
      topic,
      concept: 'c',
      level: LEVELS[i % 3]!,
      guess: ['short-answer', 'numeric'].includes(types[i % types.length]!) ? 0 : 0.25,
      marking: 'auto' as const,
      type: types[i % types.length]!,
    })),
  );
}

/** Sits a whole diagnosis; `knows` answers for the learner. */
function sit(
  knows: (item: DiagnosisItem) => number,
  {
    topics = TOPICS,
    perTopic = 24,
    count = DIAGNOSIS_COUNT,
    seed = 1,
    types = ['single-choice'],
    shares,
  }: {
    topics?: readonly string[];
    perTopic?: number;
    count?: number;
    seed?: number;
    types?: readonly QuestionType[];
    shares?: ReadonlyMap<string, number>;
  } = {},
) {
  let left = bank(topics, perTopic, types);
  let state = noAnswers(topics);
  const asked: DiagnosisItem[] = [];
  for (;;) {
    const step = nextDiagnosis(state, left, asked, {
      now: NOW,
      seed,
      count,
      ...(shares === undefined ? {} : { shares }),
    });
    if (step.kind === 'stop') return { asked, state, why: step.why };
    const { item } = step;
    state = observe(state, attempt({ ...item, credit: knows(item), at: NOW + asked.length }));
    left = left.filter((other) => other.item !== item.item);
    asked.push(item);
  }
}

describe('a diagnosis', () => {
  it('asks every topic once before any twice, and no item twice', () => {
    const { asked, why } = sit((item) => (item.topic < 'topic-3' ? 0 : 1));
    expect(why).toBe('count reached');
    expect(asked).toHaveLength(36);
    expect(new Set(asked.slice(0, 12).map((item) => item.topic)).size).toBe(12);
    expect(new Set(asked.map((item) => item.item)).size).toBe(36);
  });

  it('finds planted weak topics and spends its questions around the line, not on the strong ones', () => {
    const weak = ['topic-2', 'topic-5', 'topic-8'];
    const hard = (item: DiagnosisItem) =>
      weak.includes(item.topic) ? (item.level === 'foundation' ? 1 : 0) : item.level === 'advanced' ? 0 : 1;
    const { asked, state } = sit(hard, { count: 60 });
    expect(
      rankWeak(state, NOW, 1)
        .slice(0, 3)
        .map((row) => row.topic)
        .sort(),
    ).toEqual(weak);
    const counts = TOPICS.map((topic) => asked.filter((item) => item.topic === topic).length);
    const share = weak.reduce((sum, topic) => sum + counts[TOPICS.indexOf(topic)]!, 0) / 60;
    expect(share).toBeGreaterThan(0.3);
    expect(Math.max(...counts)).toBeLessThan(15);
  });

  it('is the same for the same seed and differs for another', () => {
    const items = (seed: number) => sit(() => 1, { seed }).asked.map((item) => item.item);
    expect(items(4)).toEqual(items(4));
    expect(items(4)).not.toEqual(items(5));
  });

  it('stops when nothing is left, when the count is reached, and when the ranking is settled', () => {
    expect(sit(() => 1, { perTopic: 2, count: 100 }).why).toBe('nothing left to ask');
    expect(sit(() => 1, { count: 5 }).asked).toHaveLength(5);
    const clear = sit((item) => (item.topic === 'a' ? 0 : 1), {
      topics: ['a', 'b'],
      perTopic: 200,
      count: 400,
    });
    expect(clear.why).toBe('ranking settled');
    expect(clear.asked.length).toBeLessThan(100);
  });

  it('asks on when one more answer could still change the ranking', () => {
    const even = sit((item) => Number(item.item.split('/')[1]) % 2, {
      topics: ['a', 'b'],
      perTopic: 20,
      count: 30,
    });
    expect(even.why).toBe('count reached');
  });

  it('types a third at most, never three of one type in a row', () => {
    const types: QuestionType[] = ['short-answer', 'numeric', 'single-choice', 'true-false', 'matching'];
    for (const seed of [1, 2, 3]) {
      const { asked } = sit((item) => Number(item.item.split('/')[1]) % 2, { types, perTopic: 25, seed });
      const typed = asked.map(({ type }) => type === 'short-answer' || type === 'numeric');
      for (let count = 1; count <= asked.length; count++)
        expect(typed.slice(0, count).filter(Boolean).length).toBeLessThanOrEqual(count / 3);
      asked.forEach(({ type }, index) => {
        if (index >= 2)
          expect(asked[index - 1]!.type === type && asked[index - 2]!.type === type).toBe(false);
      });
      expect(typed.filter(Boolean).length).toBeGreaterThan(6);
    }
  });

  it('asks typed items only where nothing else is there', () => {
    expect(sit(() => 1, { types: ['numeric'], count: 12 }).asked).toHaveLength(12);
  });

  it("looks at topics by the role's shares first, and never at one without a share", () => {
    const shares = new Map(TOPICS.map((topic, index) => [topic, [0.3, 0.2, 0][index] ?? 0.5 / 9]));
    const firsts = Array.from({ length: 30 }, (_, seed) =>
      sit((item) => (item.level === 'advanced' ? 0 : 1), { seed, shares, count: 11 }).asked.map(
        ({ topic }) => topic,
      ),
    ).flat();
    const share = (topic: string) => firsts.filter((one) => one === topic).length / firsts.length;
    expect(share('topic-0')).toBeCloseTo(0.3, 1);
    expect(share('topic-1')).toBeCloseTo(0.2, 1);
    expect(share('topic-2')).toBe(0);
  });

  it('ignores items of topics it does not know', () => {
    const step = nextDiagnosis(noAnswers(['a', 'b']), bank(['c']), [], { now: NOW, seed: 1 });
    expect(step).toEqual({ kind: 'stop', why: 'nothing left to ask' });
  });
});

describe('the item', () => {
  const first = (state = noAnswers(['a']), items = bank(['a'])) => {
    const step = nextDiagnosis(state, items, [], { now: NOW, seed: 1 });
    return step.kind === 'ask' ? step.item : undefined;
  };

  it('has the level that fits the estimate', () => {
    const stateAfter = (credit: number) =>
      masteryFrom(
        ['a'],
        Array.from({ length: 8 }, () => attempt({ topic: 'a', credit })),
      );
    expect(first()!.level).toBe('intermediate');
    expect(first(stateAfter(0))!.level).toBe('foundation');
    expect(first(stateAfter(1))!.level).toBe('advanced');
  });

  it('is one that cannot be guessed where there is a choice', () => {
    const items = bank(['a']).map((item, i) => ({
      ...item,
      level: 'intermediate' as const,
      guess: [0.5, 0.25, 0][i % 3]!,
    }));
    expect(first(undefined, items)!.guess).toBe(0);
  });
});

describe('the formulas', () => {
  it('information of a recall item is a^2 p q scaled by the slip, and guessing costs most of it', () => {
    const shape = { level: 'intermediate', marking: 'auto' } as const;
    // At the item's own difficulty: q = 1/2, slope = .97 * .9 / 4 = .21825, p = .485, so .21825^2 / (.485 * .515).
    expect(itemInformation({ ...shape, guess: 0 }, 0)).toBeCloseTo(0.19071, 4);
    expect(itemInformation({ ...shape, guess: 0.25 }, 0)).toBeCloseTo(0.11032, 4);
    expect(itemInformation({ ...shape, guess: 0.5 }, 0)).toBeLessThan(0.06);
  });

  it('gain on the line is s / sqrt(2 pi), falls with distance, grows with uncertainty', () => {
    const s = 0.5 * Math.sqrt((8 * 0.1) / (1 + 8 * 0.1 * 0.5));
    expect(rankingGain(0.5, 0, 0.1)).toBeCloseTo(s / Math.sqrt(2 * Math.PI), 6);
    expect(rankingGain(0.5, 0.5, 0.1)).toBeLessThan(rankingGain(0.5, 0.2, 0.1));
    expect(rankingGain(0.8, 0.5, 0.1)).toBeGreaterThan(rankingGain(0.5, 0.5, 0.1));
    expect(rankingGain(0.5, 0.5, 0)).toBe(0);
  });
});
