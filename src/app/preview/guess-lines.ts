// What those would pick who know nothing and look at the surface only.

import { guess, picksOf } from '../../bank/guessing/guess.js';
import { GUESSERS } from '../../bank/guessing/guessers.js';
import { expectedSum } from '../../bank/lint/chance.js';
import type { Question } from '../../question/question.js';
import { guessOf } from '../../question/type-rules.js';
import { percent } from '../../text/number.js';
import { alignColumns } from '../print.js';

/** Above chance by less than this is nothing. */
const NOISE = 0.001;

/** A line a guesser, its picks by their place in the file; of types without options what pure guessing earns. */
export function guessLines(question: Question, width: number): string[] {
  const chance = `Pure guessing earns ${percent(guessOf(question))} of its points on average.`;
  if (question.type !== 'single-choice' && question.type !== 'multiple-choice') return [chance];
  const rows = Object.entries(GUESSERS).map(([name, guesser]) => {
    const { credit, byChance } = guess(question, guesser);
    const ways = picksOf(question, guesser);
    const beats = credit > expectedSum([byChance]) + NOISE;
    return [name, waysInWords(ways), percent(credit), beats ? 'more than chance' : ''];
  });
  const sharp = rows.filter((row) => row[3] !== '').length;
  return [
    chance,
    '',
    ...alignColumns(rows, width),
    '',
    `${sharp} of ${rows.length} guessers earn more than chance here. One or two always do; over a whole bank none should (docs/item-writing.md).`,
  ];
}

/** `picks 1 3`, or how many ways tie. */
function waysInWords(ways: readonly (readonly number[])[]): string {
  const [first] = ways;
  return ways.length === 1 && first !== undefined
    ? `picks ${first.map((place) => place + 1).join(' ')}`
    : `cannot tell ${ways.length} ways apart`;
}
