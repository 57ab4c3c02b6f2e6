// The study list: questions missed last time they were asked, in the order in which reading them up pays.

import { MISS_BELOW } from '../history/modes.js';
import { isLeech } from '../learner/leech.js';
import type { Card } from '../learner/schedule.js';
import { LEVEL_WEIGHT } from '../question/vocabulary.js';
import { plainText } from '../text/plain.js';
import { safeLine } from '../text/safe.js';
import { answerWords } from './answer-words.js';
import type { Source } from './source.js';
import type { MissedQuestion, TopicSummary } from './summary-shape.js';
import type { ItemTally, ReportTally } from './tally.js';

/** The longest study list: more than anybody works through before the next report, and few enough to keep reports small. */
export const MOST_MISSED = 50;

/** `items`: of the answers the report is about. */
export function missedQuestions(
  source: Omit<Source, 'answers'>,
  items: ReportTally['items'],
  topics: readonly TopicSummary[],
  cards: ReadonlyMap<string, Card>,
): { missed: MissedQuestion[]; missedCount: number } {
  const byTopic = new Map(topics.map((topic) => [topic.topic, topic]));
  const missed = [...items.values()]
    .filter(({ last }) => last.effectiveCredit < MISS_BELOW)
    .map((record) => ({ record, payoff: payoffOf(record, byTopic.get(record.last.topic)?.chance ?? 0.5) }))
    .sort(
      (a, b) =>
        b.payoff - a.payoff ||
        b.record.last.at - a.record.last.at ||
        (a.record.last.item < b.record.last.item ? -1 : 1),
    );
  return {
    missed: missed.slice(0, MOST_MISSED).map(({ record, payoff }) => {
      const { topic } = record.last;
      const card = cards.get(record.last.item);
      return {
        ...describeMiss(source, record),
        topicTitle: byTopic.get(topic)?.title ?? safeLine(topic),
        leech: card ? isLeech(card) : false,
        payoff,
      };
    }),
    missedCount: missed.length,
  };
}

/**
 * Points the question is expected to cost when it is asked again, times what its topic still lacks: level weight
 * x (misses + 1) / (askings + 2) (Laplace's rule) x chance of missing a new question of the topic.
 */
function payoffOf({ last, asked, misses }: ItemTally, topicChance: number): number {
  return ((LEVEL_WEIGHT[last.level] * (misses + 1)) / (asked + 2)) * (1 - topicChance);
}

function describeMiss(
  source: Omit<Source, 'answers'>,
  { last, asked, misses }: ItemTally,
): Omit<MissedQuestion, 'topicTitle' | 'leech' | 'payoff'> {
  const question = source.questionOf(last);
  const words = question ? answerWords(question, last.response) : { answered: null, right: '', why: null };
  return {
    item: safeLine(last.item),
    topic: last.topic,
    level: last.level,
    type: last.type,
    question: question ? plainText(question.stem) : 'The text of this question is no longer there.',
    ...words,
    outcome: last.outcome,
    explanation: question ? plainText(question.explanation) : '',
    sources: (question?.sources ?? []).map(({ title, url }) => ({
      title: safeLine(title),
      url: safeLine(url),
    })),
    credit: last.effectiveCredit,
    asked,
    misses,
    lastDay: source.dayOf(last.at),
    show: `api-quiz show ${safeLine(last.item).replace(/^core\//, '')}`,
  };
}
