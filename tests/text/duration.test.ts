// Spans and dates read as a person would say them.

import { describe, expect, it } from 'vitest';
import { clockFace, localDay, localMinute, spanInWords } from '../../src/text/duration.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

it.each([
  [42 * SECOND, '0:42'],
  [12 * MINUTE + 5 * SECOND, '12:05'],
  [HOUR + 2 * MINUTE + 3 * SECOND, '1:02:03'],
  [1, '0:01'],
  [59_001, '1:00'],
  [0, '0:00'],
  [-5 * SECOND, '0:00'],
])('clockFace(%i ms) is %s: a begun second is still shown', (span, face) => {
  expect(clockFace(span)).toBe(face);
});

describe('spanInWords', () => {
  it.each([
    [0, '0 s'],
    [18_400, '18 s'],
    [59_600, '1 min 0 s'],
    [6 * MINUTE + 12 * SECOND, '6 min 12 s'],
    [HOUR, '1 h 0 min'],
    [HOUR + 5 * MINUTE + 10 * SECOND, '1 h 5 min'],
    [2 * HOUR - 30 * SECOND, '2 h 0 min'],
    [-1, '0 s'],
  ])('%i ms is %s', (span, words) => {
    expect(spanInWords(span)).toBe(words);
  });

  it('never says sixty of anything', () => {
    for (let seconds = 0; seconds < 3 * 3600; seconds += 7)
      expect(spanInWords(seconds * SECOND)).not.toMatch(/\b60 /);
  });
});

it('instants are told in the local time of the machine', () => {
  const instant = new Date(2026, 0, 5, 7, 9).getTime();
  expect(localMinute(instant)).toBe('2026-01-05 07:09');
  expect(localDay(new Date(2026, 10, 20, 23, 59, 59).getTime())).toBe('2026-11-20');
});
