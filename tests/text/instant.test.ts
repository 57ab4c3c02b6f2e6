// Which instants and days there are, and where a day begins.

import { expect, test } from 'vitest';
import { instantIn } from '../../src/app/option-rows.js';
import { sinceInstant, untilInstant } from '../../src/app/since.js';
import { instant } from '../../src/history/checks.js';
import { localDay } from '../../src/text/duration.js';
import { FIRST_INSTANT, isDay, isInstant, LAST_INSTANT, startOfDay } from '../../src/text/instant.js';

test('instants of 1970 to 2999; records hold no others', () => {
  for (const good of [FIRST_INSTANT, LAST_INSTANT, Date.UTC(2026, 10, 20)])
    expect([isInstant(good), instant(good)]).toEqual([true, null]);
  for (const bad of [-1, LAST_INSTANT + 1, Date.UTC(999, 0, 1), Number.NaN, Infinity, '0', null])
    expect([isInstant(bad), instant(bad)]).toEqual([false, '']);
});

test('days of the calendar within them', () => {
  expect(['2026-11-20', '1970-01-01', '2999-12-31', '2024-02-29'].every(isDay)).toBe(true);
  const wrong = ['2026-02-30', '2025-02-29', '0999-01-01', '3000-01-01', '2026-13-01', '2026-1-1', ''];
  expect(wrong.filter(isDay)).toEqual([]);
});

test('a day typed is the learner’s own, from its first moment to its last', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  const [from, to] = [sinceInstant('2026-11-20', now), untilInstant('2026-11-20', now)];
  expect([localDay(from - 1), localDay(from), localDay(to - 1), localDay(to)]).toEqual([
    '2026-11-19',
    '2026-11-20',
    '2026-11-20',
    '2026-11-21',
  ]);
  expect(instantIn('2026-11-20')).toBe(startOfDay('2026-11-20'));
  expect(instantIn('2026-11-20T09:00:00+01:00')).toBe(Date.UTC(2026, 10, 20, 8));
  for (const wrong of ['9999-12-31T23:59:59.999Z', '0500-01-01', '2026-02-30T00:00Z', 'now'])
    expect(instantIn(wrong)).toBeUndefined();
});

test('spans do not reach beyond the first instant', () => {
  expect(sinceInstant('9999w', Date.UTC(2026, 0, 1))).toBe(FIRST_INSTANT);
  expect(() => untilInstant('soon', 0)).toThrow(/--until/);
});
