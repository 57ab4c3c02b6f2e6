// The study list: questions missed last time they were asked, in the order in which reading them up pays.

import { MISS_BELOW } from '../history/modes.js';
import type { RememberedAnswer } from '../history/remembered-answer.js';
import { isLeech } from '../learner/leech.js';
import type { Card } from '../learner/schedule.js';
import { LEVEL_WEIGHT } from '../question/vocabulary.js';
import { plainText } from '../text/plain.js';
import { safeLine } from '../text/safe.js';
import { answerWords } from './answer-words.js';
import type { Source } from './source.js';
import type { MissedQuestion, TopicSummary } from './summary-shape.js';

/** The longest study list: more than anybody works through before the next report, and few enough to keep reports small. */
export const MOST_MISSED = 50;

interface Record {
  last: RememberedAnswer;
  asked: number;
  misses: number;
}

/** `answers`: those the report is about, oldest first, without untouched expiries. */
export function missedQuestions(
  source: Source,
  answers: readonly RememberedAnswer[],
  topics: readonly TopicSummary[],
  cards: ReadonlyMap<string, Card>,
): { missed: MissedQuestion[]; missedCount: number } {
  const byTopic = new Map(topics.map((topic) => [topic.topic, topic]));
  const missed = [...recordsOf(answers).values()]
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
function payoffOf({ last, asked, misses }: Record, topicChance: number): number {
  return ((LEVEL_WEIGHT[last.level] * (misses + 1)) / (asked + 2)) * (1 - topicChance);
}

function recordsOf(answers: readonly RememberedAnswer[]): Map<string, Record> {
  const records = new Map<string, Record>();
  for (const answer of answers) {
    const miss = answer.effectiveCredit < MISS_BELOW ? 1 : 0;
    const record = records.get(answer.item);
    if (record) {
      record.last = answer;
      record.asked += 1;
      record.misses += miss;
    } else records.set(answer.item, { last: answer, asked: 1, misses: miss });
  }
  return records;
}

function describeMiss(
  source: Source,
  { last, asked, misses }: Record,
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
