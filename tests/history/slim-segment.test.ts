// What figures are made from is the same with and without what slimming leaves out.

import { expect, it } from 'vitest';
import { AnswerStore } from '../../src/history/answer-store.js';
import type { SittingSegment } from '../../src/history/records.js';
import { sittingsOf } from '../../src/history/sittings.js';
import { slimSegment } from '../../src/history/slim-segment.js';
import { attemptsFrom } from '../../src/session/attempts.js';
import { answered, NOW, segment } from './sample-records.js';

it.each([
  ['the key marked it', {}],
  ['an assistant marked it whose marks do not count', { markedBy: 'assistant', counts: false }],
  ['an assistant marked it whose marks count', { markedBy: 'assistant', counts: true }],
] as const)('says the same of an answer as the whole segment: %s', (_, change) => {
  const whole = segment(1, [answered(0, NOW + 1000, change)]);
  const slim = slimSegment(whole, new AnswerStore(false)) as SittingSegment;
  expect(attemptsIn(slim)).toEqual(attemptsIn(whole));
  expect(attemptsIn(slim)).toMatchObject([{ countsForMastery: !('counts' in change && !change.counts) }]);
});

const attemptsIn = (one: SittingSegment) =>
  attemptsFrom(
    sittingsOf([one]).flatMap(({ answers }) => answers),
    () => undefined,
  );
