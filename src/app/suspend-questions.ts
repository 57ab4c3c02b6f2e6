// Taking questions out of what is chosen, and bringing them back: events of the history, which sync like all others.

import type { Bank } from '../bank/bank.js';
import { prepareStore } from '../history/conf-store.js';
import type { EventBody } from '../history/records.js';
import { saveEvent } from '../history/segment-store.js';
import type { Settings } from '../history/setting-rows.js';
import type { Suspension } from '../history/suspensions.js';
import { localDay } from '../text/duration.js';
import { Failure } from '../text/failure.js';
import { wrapHanging } from '../text/fit.js';
import { safeLine } from '../text/safe.js';
import { openWriter } from './open-history.js';
import { columnsOf } from './print.js';
import type { World } from './world.js';

/** Writes one event for each. */
export async function writeEvents(
  world: World,
  settings: Settings,
  events: readonly EventBody[],
): Promise<void> {
  if (events.length === 0) return;
  const writer = await openWriter(world, settings);
  await prepareStore();
  for (const event of events) saveEvent(writer, event, world.now());
}

/** A suspended question by `pack/id`, or by id where one pack has it. Throws Failure `suspended-unknown` or `suspended-ambiguous`. */
export function findSuspension(suspensions: Iterable<Suspension>, name: string): Suspension {
  const all = [...suspensions];
  const exact = all.filter(({ item }) => item === name);
  const [found, ...others] = exact.length > 0 ? exact : all.filter(({ item }) => item.endsWith(`/${name}`));
  if (found === undefined) throw new Failure('suspended-unknown', { name });
  if (others.length === 0) return found;
  const keys = [found, ...others]
    .map(({ item }) => item)
    .sort()
    .join(', ');
  throw new Failure('suspended-ambiguous', { name, keys });
}

/** One suspended question: its id, why and since when, what it asks, and how it comes back. */
export function suspensionLines(suspension: Suspension, bank: Bank, world: World): string[] {
  const entry = bank.entries.find(({ key }) => key === suspension.item);
  const width = columnsOf(world);
  return [
    ...wrapHanging(`${safeLine(entry?.id ?? suspension.item)}  ${suspendedWords(suspension)}`, width, '  '),
    ...wrapHanging(`  ${entry ? bank.stemLine(entry) : 'no longer in the bank'}`, width, '  '),
  ];
}

/** `suspended by you on 2026-11-29` */
export function suspendedWords({ why, at }: Suspension): string {
  const by = why === 'leech' ? 'missed again and again, suspended' : 'suspended by you';
  return `${by} on ${localDay(at)}`;
}
