import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeSegments } from '../../src/history/merge.js';
import type { Segment, SittingSegment, Step } from '../../src/history/records.js';
import { sittingsOf, stepsOf } from '../../src/history/sittings.js';
import { runs } from '../support/thorough.js';
import { arbitrarySegment } from './arbitrary-records.js';
import { answered, event, header, NOW, segment, segmentId } from './sample-records.js';

const minute = (number: number) => NOW + number * 60_000;
const continued = (number: number): Step => ({ kind: 'continued', at: minute(number) });
const ended = (number: number, reason: 'finished' | 'quit' | 'time' | 'interrupted'): Step => ({
  kind: 'ended',
  at: minute(number),
  reason,
});
/** Segment `number` that goes on from segment `parent`. */
const next = (number: number, parent: number, steps: Step[], change: Partial<SittingSegment> = {}) =>
  segment(number, steps, { continues: segmentId(parent), ...change });
const entriesOf = (sittings: ReturnType<typeof sittingsOf>) =>
  sittings.map((sitting) => sitting.answers.map(({ entry }) => entry));

test('a chain of segments is one sitting', () => {
  const root = segment(1, [answered(0, minute(1))]);
  const second = next(2, 1, [answered(1, minute(2))]);
  const third = next(3, 2, [continued(3), answered(2, minute(3)), ended(4, 'finished')]);
  const [sitting, ...others] = sittingsOf([third, root, second]);
  expect(others).toEqual([]);
  expect(sitting).toMatchObject({
    id: segmentId(1),
    continuedFrom: null,
    startedAt: NOW,
    lastAt: minute(4),
    finished: true,
    shared: [],
  });
  expect(sitting?.segments.map(({ id }) => id)).toEqual([1, 2, 3].map((number) => segmentId(number)));
  expect(entriesOf([sitting as never])).toEqual([[0, 1, 2]]);
  expect(stepsOf(sitting as never)).toHaveLength(5);
});

test('two resumes of one sitting are two sittings, and the answers before are counted once', () => {
  const root = segment(1, [answered(0, minute(1)), ended(1, 'interrupted')]);
  const one = next(2, 1, [continued(2), answered(1, minute(3))]);
  const two = next(3, 1, [continued(4), answered(1, minute(5)), answered(2, minute(6))]);
  const twoMore = next(4, 3, [continued(7), ended(8, 'finished')]);
  const sittings = sittingsOf([root, one, two, twoMore]);
  expect(entriesOf(sittings)).toEqual([
    [0, 1],
    [1, 2],
  ]);
  expect(sittings).toMatchObject([
    { id: segmentId(1), continuedFrom: null, finished: false },
    { id: segmentId(3), continuedFrom: segmentId(1), finished: true, startedAt: minute(4) },
  ]);
  const steps = stepsOf(sittings[1] as never).map((step) => step.kind);
  expect(steps).toEqual(['answered', 'ended', 'continued', 'answered', 'answered', 'continued', 'ended']);
});

test('what the first terminal did after a fork is no part of the fork', () => {
  const root = segment(1, [answered(0, minute(1)), answered(1, minute(9))]);
  const other = next(2, 1, [answered(2, minute(10))]);
  const fork = next(3, 1, [continued(5), answered(1, minute(6))]);
  const sittings = sittingsOf([root, other, fork]);
  expect(entriesOf(sittings)).toEqual([[0, 1, 2], [1]]);
  expect(stepsOf(sittings[1] as never).map((step) => step.at)).toEqual([minute(1), minute(5), minute(6)]);
});

test('a segment whose predecessor is missing stands for itself', () => {
  const [sitting] = sittingsOf([next(2, 1, [continued(2), answered(1, minute(3))])]);
  expect(sitting).toMatchObject({
    id: segmentId(2),
    continuedFrom: segmentId(1),
    shared: [],
    finished: false,
  });
  expect(sitting?.answers).toHaveLength(1);
});

test('going on from a segment of another sitting is not believed', () => {
  const stranger = next(2, 1, [answered(1, minute(2))], { sitting: header({ id: segmentId(2) }) });
  expect(entriesOf(sittingsOf([segment(1, [answered(0, minute(1))]), stranger]))).toEqual([[0], [1]]);
});

test.each([
  ['finished', true],
  ['time', true],
  ['quit', false],
  ['interrupted', false],
] as const)('ended by %s: finished is %s', (reason, finished) => {
  expect(sittingsOf([segment(1, [ended(1, reason)])])[0]?.finished).toBe(finished);
});

test('deleted ones are left out until they are restored; the latest word counts, whatever the order of files', () => {
  const deletion = event(2, { kind: 'deleted', sitting: segmentId(1) });
  const restoring = event(3, { kind: 'restored', sitting: segmentId(1) });
  const again = event(4, { kind: 'deleted', sitting: segmentId(1) });
  const sitting = segment(1, [answered(0, minute(1))]);
  expect(sittingsOf([sitting, deletion])).toEqual([]);
  expect(sittingsOf([restoring, deletion, sitting])).toHaveLength(1);
  expect(sittingsOf([again, restoring, deletion, sitting])).toEqual([]);
});

test('deleting a sitting leaves its fork, and its fork what it came from', () => {
  const root = segment(1, [answered(0, minute(1))]);
  const one = next(2, 1, [continued(2)]);
  const two = next(3, 1, [continued(4), answered(1, minute(5))]);
  const [fork, ...others] = sittingsOf([
    root,
    one,
    two,
    event(9, { kind: 'deleted', sitting: segmentId(1) }),
  ]);
  expect(others).toEqual([]);
  expect(fork?.id).toBe(segmentId(3));
  expect(stepsOf(fork as never)).toHaveLength(3);
});

const answerIds = (segments: readonly Segment[]) =>
  segments
    .flatMap((one) => (one.kind === 'sitting' ? one.steps : []))
    .flatMap((step) => (step.kind === 'answered' ? [step.answer.id] : []))
    .sort();

test('whatever the segments say, every answer is in exactly one sitting', () => {
  fc.assert(
    fc.property(fc.array(arbitrarySegment, { maxLength: 10 }), (made) => {
      const segments = mergeSegments(made).filter((one) => one.kind === 'sitting');
      const sittings = sittingsOf(segments);
      expect(sittings.flatMap(({ answers }) => answers.map(({ id }) => id)).sort()).toEqual(
        answerIds(segments),
      );
    }),
    runs(300),
  );
});

test('the order of segments makes no difference', () => {
  fc.assert(
    fc.property(fc.array(arbitrarySegment, { maxLength: 10 }), (made) => {
      const segments = mergeSegments(made);
      expect(sittingsOf([...segments].reverse())).toEqual(sittingsOf(segments));
    }),
  );
});

test('a chain of 20,000 segments does not overflow', () => {
  const root = segment(0, []);
  const ids = Array.from({ length: 20_000 }, (_, number) => segmentId(number));
  const rest = ids.slice(1).map((id, before) => ({ ...root, id, continues: ids[before]! }));
  expect(sittingsOf([root, ...rest])).toHaveLength(1);
});
