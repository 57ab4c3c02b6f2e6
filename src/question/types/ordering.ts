// ordering: items to be put in the right order; the file lists them in it.

import { labelsOf, THEN } from '../answer-words.js';
import type { QuestionTypeRules } from '../question-type.js';
import { refuseUnknown } from '../unknown-name.js';
import { repeatedTexts } from './single-choice.js';

export const ordering: QuestionTypeRules<'ordering'> = {
  lists: [['items']],
  needs: 'items',
  sections: [],
  overridable: false,
  check: ({ items }) => repeatedTexts('items', items),
  refuse({ items }, response) {
    const isWhole = response.length === items.length && new Set(response).size === items.length;
    return (
      refuseUnknown('item', items, response) ??
      (isWhole ? null : `Each of the ${items.length} items has one place: name each once.`)
    );
  },
  grade({ items }, response) {
    const rank = new Map(items.map((item, index) => [item.id, index]));
    const given = [...new Set(response)].flatMap((id) => rank.get(id) ?? []);
    return { credit: given.length === items.length ? Math.max(0, kendallTau(given)) : 0 };
  },
  rightResponse: ({ items }) => items.map((item) => item.id),
  key: ({ items }) => items.map((item) => item.id),
  shuffled: ({ items }) => items.map((item) => item.id),
  guess: ({ items }) => expectedTau(items.length),
  seconds: { foundation: 60, intermediate: 90, advanced: 120 },
  words: {
    given: ({ items }, ids, plain) => labelsOf(items, ids, plain).join(THEN),
    right: ({ items }, plain) => items.map((item) => plain(item.text)).join(THEN),
  },
  template: `items:
  - id: first
    text: The first step.
  - id: second
    text: The second step.
  - id: third
    text: The third step.
  - id: fourth
    text: The fourth step.
`,
};

/** Kendall's tau of a permutation against 0, 1, 2 …: 1 - 2 x inversions / pairs, from -1 to 1. */
export function kendallTau(ranks: readonly number[]): number {
  let inversions = 0;
  for (let i = 0; i < ranks.length; i += 1) {
    for (let j = i + 1; j < ranks.length; j += 1) {
      if (ranks[i]! > ranks[j]!) inversions += 1;
    }
  }
  return 1 - (4 * inversions) / (ranks.length * (ranks.length - 1));
}

/** Expected floored tau of a random permutation of `n`, from the numbers of permutations with k inversions. */
export function expectedTau(n: number): number {
  let counts = [1];
  for (let size = 2; size <= n; size += 1) {
    const next = new Array<number>(counts.length + size - 1).fill(0);
    counts.forEach((count, k) => {
      for (let shift = 0; shift < size; shift += 1) next[k + shift] = next[k + shift]! + count;
    });
    counts = next;
  }
  const pairs = (n * (n - 1)) / 2;
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count, k) => sum + count * Math.max(0, 1 - (2 * k) / pairs), 0) / total;
}
