// Answers that ought to earn nothing: copied, recited, off topic, a bag of words, denied.

import type { Open } from '../../src/question/question.js';

/** A kind of false answer: what it is made of, and the largest share of the bank in which it may pass. */
export interface FalseAnswer {
  name: string;
  most: number;
  make(question: Open, others: readonly Open[]): string;
}

export const FALSE_ANSWERS: readonly FalseAnswer[] = [
  { name: 'question and hint copied', most: 0, make: ({ stem, hint = '' }) => `${stem} ${hint}` },
  {
    name: 'every accepted wording recited',
    most: 0,
    make: ({ rubric }) => rubric.flatMap(({ accept }) => accept).join(', '),
  },
  { name: 'model answer of another topic', most: 0, make: offTopic },
  { name: 'bag of the words of its rubric', most: 0.02, make: bagOfWords },
  { name: 'model answer, every sentence denied', most: 0.07, make: ({ modelAnswer }) => denied(modelAnswer) },
];

function offTopic(question: Open, others: readonly Open[]): string {
  const elsewhere = others.filter(({ topic }) => topic !== question.topic);
  return elsewhere[(question.id.length * 7) % elsewhere.length]?.modelAnswer ?? '';
}

function bagOfWords({ rubric }: Open): string {
  const words = rubric.flatMap(
    ({ accept }) =>
      accept
        .join(' ')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  return [...new Set(words)].join(' ');
}

/** Every sentence behind "It is not true that". */
export function denied(text: string): string {
  return text
    .split(/(?<=[.!?])\s+/)
    .map((sentence) => `It is not true that ${sentence}`)
    .join(' ');
}
