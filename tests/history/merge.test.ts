import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeSegments } from '../../src/history/merge.js';
import type { Segment } from '../../src/history/records.js';
import { runs } from '../support/thorough.js';
import { arbitrarySegment } from './arbitrary-records.js';
import { answered, header, NOW, segment } from './sample-records.js';

const history = fc.array(arbitrarySegment, { maxLength: 8 });
const idsOf = (...lists: Segment[][]) => [...new Set(lists.flat().map(({ id }) => id))].sort();

test('the order of histories makes no difference', () => {
  fc.assert(
    fc.property(history, history, (a, b) => {
      expect(mergeSegments(a, b)).toEqual(mergeSegments(b, a));
    }),
    runs(100),
  );
});

test('nor does the grouping', () => {
  fc.assert(
    fc.property(history, history, history, (a, b, c) => {
      const together = mergeSegments(a, b, c);
      expect(mergeSegments(mergeSegments(a, b), c)).toEqual(together);
      expect(mergeSegments(a, mergeSegments(b, c))).toEqual(together);
    }),
    runs(100),
  );
});

test('merging twice is merging once, and no id is lost or doubled', () => {
  fc.assert(
    fc.property(history, history, (a, b) => {
      const once = mergeSegments(a, b);
      expect(mergeSegments(once, a, b, once)).toEqual(once);
      expect(once.map(({ id }) => id)).toEqual(idsOf(a, b));
    }),
    runs(100),
  );
});

test('of two states of a segment the longer is kept', () => {
  const short = segment(1, [answered(0, NOW)], { app: '9.9.9' });
  const long = segment(1, [answered(0, NOW), answered(1, NOW + 1)]);
  expect(mergeSegments([long], [short])).toEqual([long]);
  expect(mergeSegments([short], [long])).toEqual([long]);
});

test('of two equally long states the same one is kept on every machine, whatever the order of their fields', () => {
  const one = segment(1, [answered(0, NOW)], { sitting: header({ title: 'a' }) });
  const two = segment(1, [answered(0, NOW)], { sitting: header({ title: 'b' }) });
  const turned = Object.fromEntries(Object.entries(two).reverse()) as unknown as Segment;
  expect(mergeSegments([one], [two])).toEqual([two]);
  expect(mergeSegments([turned], [one])).toEqual([two]);
});
