// An interview looked back on: which kinds of point were missing, time against the target, sentences to learn. Pure.

import { shareOf } from '../question/point-share.js';
import type { Open, Question } from '../question/question.js';
import { isResponseTo } from '../question/response.js';
import { pointKind } from './point-kind.js';
import type { ItemResult } from './score.js';

export interface InterviewReview {
  /** Kinds of point that were missing, with how often, the most frequent first. */
  missing: { kind: string; times: number }[];
  /** Answers that took longer than their target, of those that have one. */
  over: number;
  timed: number;
  /** Sentences of model answers that make the heaviest points missed, three at most. */
  sentences: string[];
}

/** Null where no open question was answered. */
export function reviewInterview(
  items: readonly ItemResult[],
  questionOf: (item: string) => Question | undefined,
): InterviewReview | null {
  const answers = items.flatMap((item) => {
    const question = questionOf(item.planned.item);
    const response = item.answer?.response ?? null;
    return question?.type === 'open' && isResponseTo('open', response) ? [{ item, question, response }] : [];
  });
  if (answers.length === 0) return null;
  const missed = answers
    .flatMap(({ question, response }) =>
      question.rubric.filter(({ id }) => shareOf(response, id) < 0.5).map((point) => ({ question, point })),
    )
    .sort((a, b) => b.point.weight - a.point.weight);
  const times = new Map<string, number>();
  for (const { point } of missed) times.set(pointKind(point), (times.get(pointKind(point)) ?? 0) + 1);
  const timed = answers.filter(({ item }) => item.planned.limitMs !== null);
  return {
    missing: [...times].map(([kind, count]) => ({ kind, times: count })).sort((a, b) => b.times - a.times),
    over: timed.filter(({ item }) => (item.answer?.elapsedMs ?? 0) > (item.planned.limitMs ?? 0)).length,
    timed: timed.length,
    sentences: [...new Set(missed.map(({ question, point }) => nearestSentence(question, point)))].slice(
      0,
      3,
    ),
  };
}

/** The sentence of the model answer that shares the most words of four letters or more with the point and its wordings. */
function nearestSentence({ modelAnswer }: Open, { text, accept }: Open['rubric'][number]): string {
  const wanted = wordsOf([text, ...accept].join(' '));
  const sentences = modelAnswer.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.trim() !== '');
  const shared = (sentence: string) => [...wordsOf(sentence)].filter((word) => wanted.has(word)).length;
  const [first = modelAnswer] = [...sentences].sort((a, b) => shared(b) - shared(a));
  return first.trim();
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[a-z0-9]{4,}/g));
}
