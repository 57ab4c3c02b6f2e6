// api-quiz practice: the everyday sitting.

import type { Bank } from '../bank/bank.js';
import { filterInWords } from '../bank/filter.js';
import { masteryFrom, topicMastery } from '../learner/mastery.js';
import { scheduleCards } from '../learner/schedule.js';
import { rankWeak } from '../learner/weak.js';
import { chooseEntries, type Learnt } from '../session/choose.js';
import { MODE_RULES } from '../session/modes.js';
import { Failure } from '../text/failure.js';
import type { Command } from './command.js';
import { attemptsOf, type OpenedHistory } from './open-history.js';
import { FILTER_OPTIONS, SITTING_OPTIONS, wholeNumber } from './options.js';
import { againOf, forRole, openScene, openShareOf, seedOf, sittingChoices } from './scene.js';
import { startSitting } from './sit.js';

export const practice: Command = {
  options: [
    ...FILTER_OPTIONS,
    { flags: '--new', text: 'only questions not answered yet' },
    { flags: '--due', text: 'only reviews that are due' },
    ...SITTING_OPTIONS,
  ],
  examples: [
    'api-quiz practice',
    'api-quiz practice --topic graphql --count 5',
    'api-quiz practice --time off --plain',
  ],
  async run(world, _args, options) {
    if (options.new && options.due) throw new Failure('options-exclude', { one: '--new', other: '--due' });
    const scene = await openScene(world, options);
    const { filter, settings, history, bank } = scene;
    const count = wholeNumber(options, 'count', 1, 500) ?? MODE_RULES.practice.count;
    const again = againOf(scene, options);
    if (again)
      return startSitting(scene, again.chosen, {
        mode: 'practice',
        seed: again.seed,
        title: again.title,
        ...sittingChoices(scene),
      });
    const seed = seedOf(world, options);
    const chosen = chooseEntries(forRole(scene), learntFrom(history, bank, world.now()), {
      now: world.now(),
      seed,
      count,
      level: settings.level ?? null,
      only: options.new ? 'new' : options.due ? 'due' : null,
      openShare: openShareOf(scene, count),
    });
    if (chosen.length === 0)
      throw new Failure(options.due ? 'nothing-due' : options.new ? 'nothing-new' : 'nothing-matches');
    return startSitting(scene, chosen, {
      mode: 'practice',
      seed,
      title: filterInWords(filter),
      ...sittingChoices(scene),
    });
  },
};

/** What the history says to the choice of questions. */
export function learntFrom(history: OpenedHistory, bank: Bank, now: number): Learnt {
  const attempts = attemptsOf(history.answers, bank);
  const mastery = topicMastery(
    masteryFrom(
      bank.topics.map((topic) => topic.slug),
      attempts,
    ),
    now,
  );
  return {
    cards: scheduleCards(attempts),
    chances: new Map(mastery.map(({ topic, chance }) => [topic, chance])),
  };
}

/** The topics most likely to be among the weakest, weakest first. */
export function weakestTopics(history: OpenedHistory, bank: Bank, now: number, most: number): string[] {
  const state = masteryFrom(
    bank.topics.map((topic) => topic.slug),
    attemptsOf(history.answers, bank),
  );
  return rankWeak(state, now, 1)
    .filter((topic) => topic.answers > 0)
    .slice(0, most)
    .map(({ topic }) => topic);
}
