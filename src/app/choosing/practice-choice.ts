// The questions of a practice: those of an earlier sitting, or what helps most by the interview.

import type { BankEntry } from '../../bank/entry.js';
import { filterInWords } from '../../bank/filter.js';
import { MODE_RULES } from '../../history/modes.js';
import { chooseEntries } from '../../session/choose/choose-entries.js';
import { todaysSeed } from '../../session/choose/todays-seed.js';
import { Failure } from '../../text/failure.js';
import { interviewOf, learntFrom } from '../learnt.js';
import { againOf, openShareOf } from '../open-scene.js';
import type { Options } from '../options.js';
import type { OpenScene } from '../scene.js';

/** Questions in the order in which they are asked, with the seed of their shuffling and what they are, in words. */
export interface ChosenQuestions {
  chosen: BankEntry[];
  seed: number;
  title: string;
}

/** Failures: `nothing-due`, `nothing-new`, `nothing-matches`, `again-gone`. */
export function choosePractice(scene: OpenScene, options: Options): ChosenQuestions {
  const again = againOf(scene, options);
  if (again !== undefined) return again;
  const { world, filter, settings, history, bank } = scene;
  const count = options.count ?? MODE_RULES.practice.count;
  const seed = options.seed ?? todaysSeed(world.now(), history.recall(bank).recollection.answered);
  const chosen = chooseEntries(scene.entries, learntFrom(history, bank, world.now()), {
    now: world.now(),
    seed,
    count,
    interview: interviewOf(settings),
    shares: scene.shares,
    level: settings.level ?? null,
    only: options.new ? 'new' : options.due ? 'due' : null,
    openShare: openShareOf(scene, count),
  });
  if (chosen.length === 0)
    throw new Failure(options.due ? 'nothing-due' : options.new ? 'nothing-new' : 'nothing-matches');
  return { chosen, seed, title: filterInWords(filter) };
}
