// What the history says to the choice of questions.

import type { Bank } from '../bank/bank.js';
import { masteryFrom, topicMastery } from '../learner/mastery.js';
import { scheduleCards } from '../learner/schedule.js';
import { rankWeak } from '../learner/weak.js';
import type { Learnt } from '../session/choose/choose-entries.js';
import { attemptsOf, type OpenedHistory } from './open-history.js';

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
