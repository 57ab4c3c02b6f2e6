import { expect, test } from 'vitest';
import type { EventBody, Segment, Step } from '../../src/history/records.js';
import { sittingsOf } from '../../src/history/sittings.js';
import { answer, answered, event, header, NOW, segment, segmentId } from './sample-records.js';

const minute = (number: number) => NOW + number * 60_000;
const overridden = (entry: number, number: number, credit = 1): Step => ({
  kind: 'overridden',
  at: minute(number),
  entry,
  credit,
});
const regrade = (credit: number, keyHash = '1111111111111111', id = 'one'): EventBody => ({
  kind: 'regraded',
  answer: id,
  credit,
  keyHash,
});
const wrong = (entry: number, number: number, id = 'one') =>
  answered(entry, minute(number), { id, credit: 0 });
const answersOf = (...segments: Segment[]) => sittingsOf(segments).flatMap((sitting) => sitting.answers);

test('an answer nobody spoke about later counts as recorded', () => {
  expect(answersOf(segment(1, [wrong(0, 1)]))).toEqual([
    {
      ...answer(0, minute(1), { id: 'one', credit: 0 }),
      sitting: segmentId(1),
      mode: 'practice',
      markedBy: 'key',
      entry: 0,
      effectiveCredit: 0,
      effectiveKeyHash: 'fedcba9876543210',
      overridden: false,
      regraded: false,
      easy: false,
      superseded: false,
      takenBack: false,
    },
  ]);
});

test('"I was right" counts, beside the verdict', () => {
  expect(answersOf(segment(1, [wrong(0, 1), overridden(0, 2)]))).toMatchObject([
    {
      credit: 0,
      effectiveCredit: 1,
      overridden: true,
      regraded: false,
      effectiveKeyHash: 'fedcba9876543210',
    },
  ]);
});

test('it is said of the last answer to that entry before it, and of no other', () => {
  const steps = [
    wrong(0, 1, 'first'),
    wrong(1, 2, 'other'),
    overridden(0, 3),
    wrong(0, 4, 'second'),
    overridden(2, 5),
  ];
  expect(answersOf(segment(1, steps)).map(({ id, overridden: said }) => [id, said])).toEqual([
    ['first', true],
    ['other', false],
    ['second', false],
  ]);
});

test('it may be said after a resume, in a fork even', () => {
  const root = segment(1, [wrong(0, 1)]);
  const resumed = segment(2, [overridden(0, 3)], { continues: segmentId(1) });
  expect(answersOf(root, resumed)).toMatchObject([{ overridden: true }]);
  const other = segment(3, [], { continues: segmentId(1) });
  const fork = segment(4, [overridden(0, 5)], { continues: segmentId(1) });
  expect(answersOf(root, other, fork)).toMatchObject([{ id: 'one', overridden: true }]);
});

test('easy', () => {
  const steps: Step[] = [
    answered(0, minute(1)),
    { kind: 'easy', at: minute(2), entry: 0 },
    answered(1, minute(3)),
  ];
  expect(answersOf(segment(1, steps)).map(({ easy }) => easy)).toEqual([true, false]);
});

test('a regrade gives credit and key; of several words the latest counts', () => {
  const sitting = segment(1, [wrong(0, 1), overridden(0, 5, 0.5)]);
  expect(answersOf(sitting, event(9, regrade(1)))).toMatchObject([
    { credit: 0, effectiveCredit: 1, effectiveKeyHash: '1111111111111111', overridden: true, regraded: true },
  ]);
  expect(answersOf(sitting, event(3, regrade(1)))).toMatchObject([
    { effectiveCredit: 0.5, effectiveKeyHash: '1111111111111111' },
  ]);
  expect(
    answersOf(sitting, event(7, regrade(0.2, '2222222222222222')), event(8, regrade(0.3))),
  ).toMatchObject([{ effectiveCredit: 0.3, effectiveKeyHash: '1111111111111111' }]);
});

test('a word about an answer that is not there changes nothing', () => {
  expect(answersOf(segment(1, [wrong(0, 1)]), event(9, regrade(1, undefined, 'none')))).toMatchObject([
    { effectiveCredit: 0, regraded: false },
  ]);
});

test('in an exam only the last answer to an entry counts; in practice all do', () => {
  const steps = [wrong(0, 1, 'first'), wrong(1, 2, 'other'), wrong(0, 3, 'second')];
  const superseded = (mode: 'exam' | 'practice') =>
    answersOf(segment(1, steps, { sitting: header({ mode }) })).map((given) => given.superseded);
  expect(superseded('exam')).toEqual([true, false, false]);
  expect(superseded('practice')).toEqual([false, false, false]);
});
