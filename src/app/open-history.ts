// The history as a verb needs it: sittings, what they say, and who writes new ones.

import type { Bank } from '../bank/bank.js';
import type { Segment } from '../history/records.js';
import type { RememberedAnswer } from '../history/remembered-answer.js';
import { loadSegments, type Writer } from '../history/segment-store.js';
import type { Settings } from '../history/setting-rows.js';
import { machineId } from '../history/settings.js';
import { type Sitting, sittingsOf } from '../history/sittings.js';
import { type Suspension, suspensionsOf } from '../history/suspensions.js';
import type { Attempt } from '../learner/attempt.js';
import { attemptsFrom, currentKeys, knownDifficulties } from '../session/attempts.js';
import { tellSetAside } from './tell-set-aside.js';
import type { World } from './world.js';

export interface OpenedHistory {
  segments: Segment[];
  sittings: Sitting[];
  /** Of all sittings, those answered again in the same paper left out. */
  answers: RememberedAnswer[];
  /** Items that are chosen no longer, by `pack/id`. */
  suspended: ReadonlyMap<string, Suspension>;
}

/** Reads everything; what could not be read is named on stderr, one line each. */
export function openHistory(world: World): OpenedHistory {
  const { segments, setAside } = loadSegments(world.home);
  tellSetAside(world, setAside);
  const sittings = sittingsOf(segments);
  return {
    segments,
    sittings,
    suspended: suspensionsOf(segments),
    answers: sittings.flatMap(({ answers }) => answers.filter((answer) => !answer.superseded)),
  };
}

/** What the learner model is told. */
export function attemptsOf(answers: Parameters<typeof attemptsFrom>[0], bank: Bank): Attempt[] {
  const keys = currentKeys(bank.entries);
  return attemptsFrom(answers, (item) => keys.get(item), knownDifficulties(bank.entries));
}

/** Who writes segments from this process. */
export async function openWriter(world: World, settings: Settings): Promise<Writer> {
  const machine = settings.machine ?? (await machineId(world.home, world.random));
  return { home: world.home, app: world.version, machine, random: world.random };
}
