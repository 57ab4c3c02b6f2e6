// docs/scoring.md tells the chances on which a suggested mark turns.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { TURNS } from '../../src/grading/mark-open-answer.js';

const page = readFileSync(new URL('../../docs/scoring.md', import.meta.url), 'utf8');

it('the table of states, and what is clear', () => {
  const { whole, said, unsure, clearFrom, clearUpTo } = TURNS;
  const two = (chance: number) => chance.toFixed(2);
  for (const told of [
    `| ${two(whole)} to 1 | said | all |`,
    `| ${two(said)} to ${two(whole)} | said | half |`,
    `| ${two(unsure)} to ${two(said)} | unsure`,
    `| 0 to ${two(unsure)} | not found |`,
    `said at ${two(clearFrom)} or more, or not found at ${two(clearUpTo)} or less`,
  ])
    expect(page).toContain(told);
});
