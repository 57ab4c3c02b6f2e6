// Random but valid records, for the properties.

import fc from 'fast-check';
import type { EventBody, Segment, Step } from '../../src/history/records.js';
import { answered, event, header, NOW, planned, segment, segmentId } from './sample-records.js';

const at = fc.nat(3_600_000).map((ms) => NOW + ms);
const entry = fc.nat(2);
const credit = fc.constantFrom(0, 0.5, 1);

export const arbitraryStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('shown', 'hinted', 'easy'), at, entry }),
  fc.record({ kind: fc.constantFrom('left', 'paused', 'unpaused', 'continued'), at }),
  fc.record({ kind: fc.constant('marked'), at, entry, on: fc.boolean() }),
  fc.record({ kind: fc.constant('planned'), at, planned: fc.constant(planned('core/d')) }),
  fc.record({ kind: fc.constant('overridden'), at, entry, credit }),
  fc.record({
    kind: fc.constant('ended'),
    at,
    reason: fc.constantFrom('finished', 'time', 'quit', 'interrupted'),
  }),
  fc.tuple(entry, at, credit, fc.uuid()).map(([number, instant, earned, id]) => {
    return answered(number, instant, { credit: earned, id });
  }),
) as fc.Arbitrary<Step>;

const number = fc.nat(9);

const arbitraryEvent: fc.Arbitrary<EventBody> = fc.oneof(
  fc.record({ kind: fc.constantFrom('deleted', 'restored'), sitting: number.map((n) => segmentId(n)) }),
  fc.record({ kind: fc.constantFrom('unflagged', 'unsuspended'), item: fc.constantFrom('core/a', 'core/b') }),
  fc.record({
    kind: fc.constant('suspended'),
    item: fc.constantFrom('core/a', 'core/b'),
    why: fc.constantFrom('person', 'leech'),
  }),
) as fc.Arbitrary<EventBody>;

/** Ids from a small stock, so that they meet; `continues` anything, circles included. */
export const arbitrarySegment: fc.Arbitrary<Segment> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        number,
        fc.array(arbitraryStep, { maxLength: 5 }),
        fc.option(number),
        fc.constantFrom('practice', 'exam'),
      )
      .map(([n, steps, parent, mode]) =>
        segment(n, steps, {
          continues: parent === null ? null : segmentId(parent),
          sitting: header({ mode: mode as 'practice' }),
        }),
      ),
  },
  { weight: 1, arbitrary: fc.tuple(number, arbitraryEvent).map(([n, body]) => event(n, body)) },
);
