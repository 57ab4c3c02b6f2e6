// Verdict first, and the explanation on the first screen of a terminal of 80 x 24, for nine of ten closed items of the shipped bank, by every third of them, at hand by every sixth.

import { expect, it } from 'vitest';
import { renderMarkdown } from '../../src/look/markdown.js';
import { verdictPage } from '../../src/players/verdict-screen.js';
import type { Question } from '../../src/question/question.js';
import { rightResponseOf } from '../../src/question/type-rules.js';
import { shippedBank } from '../support/shipped-bank.js';
import { THOROUGH } from '../support/thorough.js';
import { PLAIN, verdictOn, viewOf } from './sample-views.js';

const COLUMNS = 80;
/** 24 rows, one kept free, three for the keys. */
const ROOM = 20;

/** A wrong answer, as people give one: another option, nothing right. */
function wrongResponse(question: Question) {
  switch (question.type) {
    case 'single-choice':
      return question.choices.find((choice) => !choice.correct)?.id ?? null;
    case 'multiple-choice':
      return question.choices
        .filter((choice) => !choice.correct)
        .slice(0, 1)
        .map(({ id }) => id);
    case 'true-false':
      return !question.answer;
    case 'short-answer':
    case 'numeric':
      return '12345';
    default:
      return null;
  }
}

const CLOSED = [
  'single-choice',
  'multiple-choice',
  'true-false',
  'short-answer',
  'numeric',
  'ordering',
  'matching',
];

it.each(['right', 'wrong'] as const)('answered %s', (how) => {
  const bank = shippedBank();
  const every = bank.entries.filter(({ type }) => CLOSED.includes(type));
  const closed = every.filter((_, index) => index % (THOROUGH ? 3 : 6) === 0);
  expect(closed.length).toBeGreaterThan(100);
  const unsaid: string[] = [];
  const tall = closed.filter((entry) => {
    const question = bank.question(entry);
    const response = how === 'right' ? rightResponseOf(question) : wrongResponse(question);
    const { lines } = verdictPage(verdictOn(viewOf(question), response), COLUMNS, PLAIN, { rows: ROOM });
    if (!/✔ Right|✖ Wrong|◐ Partly right|– Skipped/.test(lines[0] ?? '')) unsaid.push(question.id);
    const last = renderMarkdown(question.explanation, COLUMNS - 4, PLAIN).at(-1) ?? '';
    return !lines.slice(0, ROOM).some((line) => line.trim() === last.trim());
  });
  expect(unsaid).toEqual([]);
  expect(tall.length / closed.length).toBeLessThanOrEqual(0.1);
});
