// A sitting by what a person types: its id, the start of it, or "last".

import { type Sitting, stepsOf } from '../history/sittings.js';
import { Failure } from '../text/failure.js';

/** Throws Failure `nothing-sat`, `sitting-unknown` or `sitting-ambiguous`. */
export function findSitting(sittings: readonly Sitting[], name: string): Sitting {
  if (name === 'last') {
    const last = sittings.at(-1);
    if (last) return last;
    throw new Failure('nothing-sat');
  }
  // Every id begins with nothing.
  if (name === '') throw new Failure('sitting-unknown', { name });
  const found = sittings.filter((sitting) => sitting.id === name);
  const starting = found.length > 0 ? found : sittings.filter((sitting) => sitting.id.startsWith(name));
  if (starting.length === 1) return starting[0] as Sitting;
  throw new Failure(starting.length === 0 ? 'sitting-unknown' : 'sitting-ambiguous', {
    name,
    ids: starting
      .map(({ id }) => id)
      .slice(0, 5)
      .join(', '),
  });
}

/** The items of a sitting in the order of its plan, those chosen on the way included. */
export function itemsAskedIn(sitting: Sitting): string[] {
  const onTheWay = stepsOf(sitting).flatMap((step) => (step.kind === 'planned' ? [step.planned] : []));
  return [...sitting.header.plan, ...onTheWay].map((planned) => planned.item);
}
