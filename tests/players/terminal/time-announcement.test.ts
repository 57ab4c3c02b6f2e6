// The quiet clock speaks twice: at half of the limit, and at ten seconds.

import { expect, it } from 'vitest';
import { announcement } from '../../../src/players/terminal/time-announcement.js';

it.each([
  ['nothing in between', 60_000, 45_000, 44_900, undefined],
  ['half', 60_000, 30_100, 30_000, 'Half of the time is over: 30 s left.'],
  ['half is told once', 60_000, 30_000, 29_900, undefined],
  ['ten seconds', 60_000, 10_050, 9_950, 'Ten seconds left.'],
  ['a short limit has no half', 20_000, 10_100, 9_900, 'Ten seconds left.'],
  ['a very short one says nothing', 10_000, 5_100, 4_900, undefined],
  ['no limit', null, null, null, undefined],
  ['a jump over both says the later one', 60_000, 40_000, 5_000, 'Ten seconds left.'],
])('%s', (_, limit, before, now, said) => {
  expect(announcement(limit, before, now)).toBe(said);
});
