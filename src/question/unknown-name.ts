// Names in a response that the question does not have: a program's slip, told and asked again, never marked wrong.

import { safeLine } from '../text/safe.js';

/** What to say of the first name that is none of the members' ids; null where all are. */
export function refuseUnknown(
  what: string,
  members: readonly { id: string }[],
  named: readonly string[],
): string | null {
  const known = new Set(members.map(({ id }) => id));
  const unknown = named.find((name) => !known.has(name));
  return unknown === undefined ? null : `There is no ${what} "${safeLine(unknown).slice(0, 80)}".`;
}
