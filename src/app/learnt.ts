// What the history says to the choice of questions.

import type { Bank } from '../bank/bank.js';
import type { Settings } from '../history/setting-rows.js';
import { topicMastery } from '../learner/mastery.js';
import { rankWeak } from '../learner/weak.js';
import type { Learnt } from '../session/choose/candidates.js';
import { startOfDay } from '../text/instant.js';
import type { OpenedHistory } from './open-history.js';

/** What the history says to the choice of questions. */
export function learntFrom(history: OpenedHistory, bank: Bank, now: number): Learnt {
  const { standing } = history.recall(bank).recollection;
  const abilities = topicMastery(standing.mastery, now).map((row) => [row.topic, row] as const);
  return { cards: standing.cards, abilities: new Map(abilities) };
}

/** The instant (ms) of the interview in the settings; null when none is set. */
export function interviewOf({ interviewDate }: Pick<Settings, 'interviewDate'>): number | null {
  return interviewDate === undefined ? null : startOfDay(interviewDate);
}

/** The topics most likely to be among the weakest, weakest first. */
export function weakestTopics(history: OpenedHistory, bank: Bank, now: number, most: number): string[] {
  return rankWeak(history.recall(bank).recollection.standing.mastery, now, 1)
    .filter((topic) => topic.answers > 0)
    .slice(0, most)
    .map(({ topic }) => topic);
}
