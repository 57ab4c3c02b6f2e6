// history delete and restore: a sitting left out of everything, or taken in again. No file is removed.

import { prepareStore } from '../../history/conf-store.js';
import { MODE_RULES } from '../../history/modes.js';
import type { EventBody } from '../../history/records.js';
import { saveEvent } from '../../history/segment-store.js';
import { localMinute } from '../../text/duration.js';
import { Failure } from '../../text/failure.js';
import { counted } from '../../text/number.js';
import { confirm } from '../confirm.js';
import { findInHistory } from '../find-in-history.js';
import { openBank } from '../open-bank.js';
import { openHistory, openWriter } from '../open-history.js';
import { openSettings } from '../open-settings.js';
import type { Options } from '../options.js';
import { printLines } from '../print.js';
import { EXIT, type ExitCode, type World } from '../world.js';

export async function deleteSitting(
  world: World,
  name: string | undefined,
  options: Options,
): Promise<ExitCode> {
  const typed = named('delete', name);
  const { bank } = await openBank(world, openSettings(world), {});
  const sitting = findInHistory({ world, history: openHistory(world), bank }, typed);
  const question = `Leave the ${MODE_RULES[sitting.header.mode].title.toLowerCase()} of ${localMinute(sitting.startedAt)} with ${counted(sitting.answers.length, 'answer')} out of everything?`;
  if (!options.yes && !(await confirm(world, question))) return EXIT.fine;
  await record(world, { kind: 'deleted', sitting: sitting.id });
  printLines(world, ['Deleted. It can be brought back with:', `  api-quiz history restore ${sitting.id}`]);
  return EXIT.fine;
}

/** By the id, the start of it, or `last`: the one deleted last. Throws Failure `nothing-to-restore`, `sitting-ambiguous`. */
export async function restoreSitting(world: World, name: string | undefined): Promise<ExitCode> {
  const typed = named('restore', name);
  const { segments, sittings } = openHistory(world);
  const there = new Set(sittings.map(({ id }) => id));
  const deleted = segments
    .flatMap((one) =>
      one.kind === 'event' && one.event.kind === 'deleted' ? [{ at: one.at, id: one.event.sitting }] : [],
    )
    .sort((x, y) => x.at - y.at)
    .map(({ id }) => id)
    .filter((id) => !there.has(id));
  const meant = typed === 'last' ? deleted.slice(-1) : deleted.filter((id) => id === typed);
  const found = [...new Set(meant.length > 0 ? meant : deleted.filter((id) => id.startsWith(typed)))];
  if (found.length > 1)
    throw new Failure('sitting-ambiguous', { name: typed, ids: found.slice(0, 5).join(', ') });
  const [id] = found;
  if (id === undefined) throw new Failure('nothing-to-restore', { id: typed });
  await record(world, { kind: 'restored', sitting: id });
  printLines(world, [`Restored: ${id}`]);
  return EXIT.fine;
}

function named(action: string, name: string | undefined): string {
  if (name) return name;
  throw new Failure('name-needed', { verb: 'history', action, what: 'the id of a sitting', example: 'last' });
}

async function record(world: World, event: EventBody): Promise<void> {
  const writer = await openWriter(world, openSettings(world));
  await prepareStore();
  saveEvent(writer, event, world.now());
}
