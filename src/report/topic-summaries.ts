// The figures of each topic: what was answered, what it says about mastery, and whether it is among the weakest.

import type { MasteryState } from '../learner/mastery.js';
import { rankWeak, type WeakTopic } from '../learner/weak.js';
import { safeLine } from '../text/safe.js';
import type { Source } from './source.js';
import type { TopicSummary } from './summary-shape.js';
import type { ReportTally } from './tally.js';

/** The draws of the ranking are the same in every report: equal histories give equal figures. */
const SEED = 1;

/** All topics of the bank, the likeliest weak one first. */
export function topicSummaries(
  source: Pick<Source, 'bank' | 'dayOf'>,
  told: Pick<ReportTally, 'topics'> & { asOf: number; seen: { has(item: string): boolean } },
  state: MasteryState,
): TopicSummary[] {
  const { bank, dayOf } = source;
  const questions = new Map<string, { all: number; unseen: number }>();
  for (const entry of bank.entries) {
    const count = questions.get(entry.topic) ?? { all: 0, unseen: 0 };
    questions.set(entry.topic, {
      all: count.all + 1,
      unseen: count.unseen + (told.seen.has(entry.key) ? 0 : 1),
    });
  }
  const titles = new Map(bank.topics.map(({ slug, title }) => [slug, safeLine(title)]));
  return rankWeak(state, told.asOf, SEED).map((row) => {
    const tally = told.topics.get(row.topic);
    const { all = 0, unseen = 0 } = questions.get(row.topic) ?? {};
    return {
      topic: row.topic,
      title: titles.get(row.topic) ?? row.topic,
      answers: tally?.answers ?? 0,
      credit: tally ? tally.credit / tally.answers : null,
      elapsedMs: tally?.elapsedMs ?? 0,
      questions: all,
      unseen,
      ...evidenceOf(row, dayOf),
      tooFewUnseen: row.answersMissing > unseen,
      drill: `api-quiz drill ${row.topic}`,
    };
  });
}

function evidenceOf(row: WeakTopic, dayOf: Source['dayOf']) {
  const { chance, low, high, enough, weakChance, word, rank, tied, answersMissing } = row;
  const lastDay = row.lastSeen === undefined ? null : dayOf(row.lastSeen);
  return {
    counted: row.answers,
    misses: row.misses,
    lastDay,
    chance,
    low,
    high,
    enough,
    weakChance,
    word,
    rank,
    tied,
    answersMissing,
  };
}

/** A topic whose whole interval lies above this is strong, whatever the others are like. */
const STRONG = 0.75;

/** Slugs of strong topics, and of those that are less likely weak and answered right more often than not; strongest first. */
export function strengthsOf(topics: readonly TopicSummary[]): string[] {
  return topics
    .filter(({ enough, word, low }) => enough && (low >= STRONG || (word === 'less likely' && low >= 0.5)))
    .sort((a, b) => b.low - a.low || (a.topic < b.topic ? -1 : 1))
    .slice(0, MOST_STRENGTHS)
    .map(({ topic }) => topic);
}

/** The weak topics that a report tells: answered, not strong, and with a chance that is worth a word, else the first few. */
export function weakTopics(topics: readonly TopicSummary[]): TopicSummary[] {
  const answered = topics.filter(({ counted, low }) => counted > 0 && low < STRONG);
  const likely = answered.filter(({ word }) => word !== 'less likely');
  return (likely.length > 0 ? likely : answered).slice(0, MOST_WEAK);
}

const MOST_STRENGTHS = 3;
const MOST_WEAK = 6;
