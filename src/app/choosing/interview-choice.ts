// The questions of an interview: those of an earlier one, or a course from a warm-up to what the candidate asks in turn.

import { filterInWords } from '../../bank/filter.js';
import { MODE_RULES } from '../../history/modes.js';
import { chooseInterview } from '../../session/choose/choose-interview.js';
import { Failure } from '../../text/failure.js';
import { learntFrom } from '../learnt.js';
import { againOf, seedOf } from '../open-scene.js';
import type { Options } from '../options.js';
import type { OpenScene } from '../scene.js';
import type { ChosenQuestions } from './practice-choice.js';

/** Failures: `nothing-matches`, `again-gone`. */
export function chooseForInterview(scene: OpenScene, options: Options): ChosenQuestions {
  const { world, entries, filter, history, bank } = scene;
  const seed = seedOf(world, options);
  const count = options.count ?? MODE_RULES.interview.count;
  const { cards } = learntFrom(history, bank, world.now());
  const again = againOf(scene, options);
  const chosen =
    again?.chosen ??
    chooseInterview(
      entries,
      (entry) => !cards.has(entry.key),
      count,
      seed,
      scene.roles[0] ?? null,
      scene.shares,
    );
  if (entries.length === 0 || chosen.length === 0) throw new Failure('nothing-matches');
  return { chosen, seed: again?.seed ?? seed, title: filterInWords(filter) };
}
