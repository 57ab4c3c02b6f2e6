// What figures are made from is the same with and without what slimming leaves out.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AnswerStore } from '../../src/history/answer-store.js';
import { glanceAt } from '../../src/history/glance.js';
import type { SittingSegment } from '../../src/history/records.js';
import { sittingsOf } from '../../src/history/sittings.js';
import { type SlimSegment, slimSegment } from '../../src/history/slim-segment.js';
import { attemptsFrom } from '../../src/session/attempts.js';
import { arbitrarySegment } from './arbitrary-records.js';
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

const anySlim = arbitrarySegment
  .filter((one) => one.kind === 'sitting')
  .map((one) => slimSegment(one, new AnswerStore(true)) as SlimSegment);

it('sees at a glance what its steps say', () => {
  fc.assert(
    fc.property(anySlim, (slim) => {
      const whole = { ...slim, steps: slim.steps };
      expect(glanceAt(slim)).toEqual({ ...glanceAt(whole), ids: expect.any(Array) });
      // All of them are named otherwise.
      expect(slim.glance().ids).toEqual(glanceAt(whole).ids);
    }),
  );
});

it('tells the answers of a sitting by itself that sittings would tell of it, where nothing was said about them later', () => {
  fc.assert(
    fc.property(anySlim, (slim) => {
      const answers = slim.plainAnswers();
      const words = slim.steps.some(({ kind }) =>
        ['overridden', 'easy', 'takenBack', 'continued'].includes(kind),
      );
      expect(answers === undefined).toBe(words || slim.continues !== null || slim.sitting.mode === 'exam');
      if (answers !== undefined)
        expect(answers).toEqual(sittingsOf([{ ...slim, steps: slim.steps }]).flatMap((one) => one.answers));
    }),
  );
  const change = { markedBy: 'assistant', counts: false } as const;
  const odd = slimSegment(segment(1, [answered(0, NOW, change)]), new AnswerStore(true)) as SlimSegment;
  expect(odd.plainAnswers()).toMatchObject([change]);
});
