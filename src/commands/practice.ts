// api-quiz practice: the everyday sitting.

import { choosePractice } from '../app/choosing/practice-choice.js';
import type { Command } from '../app/command.js';
import { refuseChoosing } from '../app/exclusions.js';
import { towardsAdvert } from '../app/from-advert.js';
import { openBank } from '../app/open-bank.js';
import { openScene, seedOf, sittingChoices } from '../app/open-scene.js';
import { openSettings } from '../app/open-settings.js';
import { valuesIn } from '../app/option-rows.js';
import { FILTER_OPTIONS, FROM_ADVERT, type Options, SITTING_OPTIONS } from '../app/options.js';
import { startSitting } from '../app/run-sitting.js';
import type { OpenScene } from '../app/scene.js';
import type { ExitCode, World } from '../app/world.js';
import type { Bank } from '../bank/bank.js';
import type { BankEntry } from '../bank/entry.js';
import { Failure } from '../text/failure.js';
import { nearestNames } from '../text/nearest.js';

export const practice: Command = {
  arguments: [{ name: '[what...]', text: 'ids of questions, asked exactly so; or topics' }],
  options: [...FILTER_OPTIONS, FROM_ADVERT, 'new', 'due', ...SITTING_OPTIONS],
  examples: [
    'api-quiz practice',
    'api-quiz practice graphql --count 5',
    'api-quiz practice timed-out-payment-retry',
    'api-quiz practice --from advert.txt',
    'api-quiz practice --time off --plain',
  ],
  async run(world, what, options) {
    const names = what.flatMap(valuesIn);
    const areTopics = names.length > 0 && (await allTopics(world, names, options));
    const typed = areTopics ? { ...options, topic: [...(options.topic ?? []), ...names] } : options;
    if (names.length > 0 && !areTopics) return startNamed(await openScene(world, typed), names);
    const towards = await towardsAdvert(world, openSettings(world), typed);
    const scene = { ...(await openScene(towards.world, towards.options)), ...towards.shares };
    const { chosen, ...request } = choosePractice(scene, options);
    return startSitting(scene, chosen, { mode: 'practice', ...request, ...sittingChoices(scene) });
  },
};

/** True where every name is a topic's; the bank is opened for it, which nobody pays for who names nothing. */
async function allTopics(world: World, names: readonly string[], { pack }: Options): Promise<boolean> {
  const { bank } = await openBank(world, openSettings(world), { pack });
  const topics = new Set(bank.topics.map(({ slug }) => slug));
  return names.every((name) => topics.has(name));
}

/** The question of that name; a name that is none may be meant for a topic's, and the failure says so. */
function namedIn(bank: Bank, name: string): BankEntry {
  try {
    return bank.find(name);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'question-unknown') throw error;
    const topics = bank.topics.map(({ slug }) => slug);
    if (topics.includes(name)) throw new Failure('named-mixed', { name });
    const nearest = nearestNames(name, [...topics, ...bank.entries.map(({ id }) => id)]);
    throw new Failure('named-unknown', { name, nearest: nearest.join(', ') });
  }
}

/** Exactly these questions, in this order; throws Failure `named-unknown` or `named-mixed`. */
function startNamed(scene: OpenScene, names: readonly string[]): Promise<ExitCode> {
  const { bank, options, world } = scene;
  const chosen = [...new Set(names)].map((name) => namedIn(bank, name));
  refuseChoosing('a question by its id', options);
  return startSitting(scene, chosen, {
    mode: 'practice',
    seed: seedOf(world, options),
    title: '',
    ...sittingChoices(scene),
  });
}
