// What asking an item is worth: more the less it is known or remembered on the day.
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/learner/attempt.js';
import {
  askingGain,
  interviewDay,
  knownBefore,
  knownSince,
  UNKNOWN_ABILITY,
} from '../../src/learner/item-value.js';
import { review } from '../../src/learner/schedule.js';
import { attempt, NOW } from './support.js';

const SPAN = { now: NOW, day: NOW + 28 * DAY_MS };

describe('the day that counts', () => {
  it.each([
    ['none set', null, 28],
    ['over', NOW - 1, 28],
    ['ahead', NOW + 5 * DAY_MS, 5],
  ])('%s: in %3$i days', (_, interview, days) => {
    expect(interviewDay(NOW, interview)).toBe(NOW + days * DAY_MS);
  });
});

describe('known before', () => {
  it('by level and ability, drawn to the middle by doubt', () => {
    const of = (ability: number, abilitySd: number) =>
      (['foundation', 'intermediate', 'advanced'] as const).map((level) =>
        Math.round(100 * knownBefore({ ability, abilitySd }, { level })),
      );
    // 1/(1+e^-.9) = .711 without doubt.
    expect(of(0, 0)).toEqual([71, 50, 29]);
    expect(of(1, 0)).toEqual([86, 71, 50]);
    expect(of(UNKNOWN_ABILITY.ability, UNKNOWN_ABILITY.abilitySd)).toEqual([67, 50, 33]);
  });

  it('right at once speaks for it, a miss against it, as the likelihoods say', () => {
    const taught = (credit: number) => knownSince(0.5, review(undefined, attempt({ credit, guess: 0.25 })));
    // Right: .97 against .25; wrong: .03 against .75.
    expect(taught(1)).toBeCloseTo(0.97 / 1.22, 6);
    expect(taught(0)).toBeCloseTo(0.03 / 0.78, 6);
  });

  it('right after a long time says more than right a day later', () => {
    const first = review(undefined, attempt({ item: 'x', credit: 0 }));
    const later = (days: number) =>
      review(first, attempt({ item: 'x', at: NOW + days * DAY_MS })).knownLogOdds;
    expect(later(60)).toBeGreaterThan(later(1));
  });
});

describe('the gain', () => {
  it('of a new item falls with the chance that it is known, to nothing', () => {
    const gain = (known: number) => askingGain(undefined, known, SPAN);
    expect(gain(0)).toBeGreaterThan(0.4);
    expect(gain(0.5)).toBeCloseTo(gain(0) / 2, 12);
    expect(gain(1)).toBe(0);
  });

  it('of a review rises as the item is forgotten, and is hardly any right after it', () => {
    const card = review(undefined, attempt({ item: 'x', credit: 0 }));
    const gain = (days: number) => askingGain(card, 0, { now: NOW + days * DAY_MS, day: NOW + 28 * DAY_MS });
    expect(gain(7)).toBeGreaterThan(gain(1));
    expect(gain(1)).toBeGreaterThan(gain(0));
  });
});
