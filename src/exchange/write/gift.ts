// Questions as GIFT, by the rules of Moodle's importer: Markdown kept, a question on lines of its own, no blank line within.

import type { Choice } from '../../question/parts.js';
import type { Question } from '../../question/question.js';
import {
  feedbackMarkdown,
  type Loss,
  noForm,
  type Outgoing,
  type WriteOptions,
  type Written,
  writeEach,
} from './outgoing.js';

/** UTF-8 text. Ordering has a form in Moodle only. */
export async function writeGift(questions: readonly Outgoing[], { moodle }: WriteOptions): Promise<Written> {
  const { blocks, losses } = writeEach(questions, (outgoing) => blockOf(outgoing, moodle));
  return { content: `${blocks.join('\n\n')}\n`, count: blocks.length, losses };
}

function blockOf(outgoing: Outgoing, moodle: boolean): { written: string; losses: Loss[] } | Loss {
  const { key, question } = outgoing;
  const answers = answersOf(question, moodle);
  if (answers === undefined) return noForm(outgoing);
  if (hasArrow(question, answers)) return { key, note: { code: 'out-arrow' } };
  const tags = [question.topic, question.level, ...question.tags].map((tag) => `[tag:${tag}]`).join(' ');
  const head = `// [id:${key}] ${tags}\n::${escapeGift(question.id)}::[markdown]${escapeGift(question.stem)} {`;
  const feedback = feedbackMarkdown(question);
  const general = feedback === '' || question.type === 'ordering' ? '' : `####${escapeGift(feedback)}\n`;
  return {
    written: `${head}${answers.join('\n')}\n${general}}`,
    losses: sharesChanged(question).map((detail) => ({ key, note: { code: 'out-share', detail } })),
  };
}

/** `0.45 -> 0.5` where part credit is none that Moodle knows. */
function sharesChanged(question: Question): string[] {
  const partial = (question.type === 'short-answer' ? question.partial : undefined) ?? [];
  return partial.flatMap(({ credit }) => {
    const share = nearestShare(credit * 100);
    return Math.abs(share - credit * 100) < 0.001 ? [] : [`${credit} -> ${share / 100}`];
  });
}

/** Beside a "=" an arrow makes a match of any answers, and it cannot be escaped; in a match it would stand twice. */
function hasArrow(question: Question, answers: readonly string[]): boolean {
  if (question.type === 'single-choice' || question.type === 'short-answer')
    return answers.some((answer) => answer.includes('->'));
  if (question.type !== 'matching') return false;
  const sides = question.pairs.flatMap(({ left, right }) => [left, right]);
  return [...sides, ...(question.distractors ?? []).map(({ text }) => text)].some((text) =>
    text.includes('->'),
  );
}

function answersOf(question: Question, moodle: boolean): string[] | undefined {
  switch (question.type) {
    case 'single-choice':
      return ['', ...question.choices.map((choice) => optionLine(choice.correct ? '=' : '~', choice))];
    case 'multiple-choice':
      return ['', ...severalLines(question.choices)];
    case 'true-false':
      return [question.answer ? 'TRUE' : 'FALSE'];
    case 'short-answer':
      return [
        '',
        ...question.answers.map((answer) => `=${escapeGift(answer)}`),
        ...(question.partial ?? []).map(
          ({ text, credit, why }) =>
            `=%${nearestShare(credit * 100)}%${escapeGift(text)}${why === undefined ? '' : `#${escapeGift(why)}`}`,
        ),
      ];
    case 'numeric':
      return [`#${question.answer}${question.tolerance ? `:${question.tolerance}` : ''}`];
    case 'matching':
      return [
        '',
        ...question.pairs.map(({ left, right }) => `=${escapeGift(left)} -> ${escapeGift(right)}`),
        ...(question.distractors ?? []).map(({ text }) => `= -> ${escapeGift(text)}`),
      ];
    case 'ordering':
      return moodle ? orderingLines(question.items.map(({ text }) => text)) : undefined;
    case 'open':
      return [''];
    case 'request':
    case 'spot':
    case 'cloze':
      return undefined;
  }
}

const optionLine = (sign: string, { text, why }: Choice) =>
  `${sign}${escapeGift(text)}${why === '' ? '' : `#${escapeGift(why)}`}`;

/** No "=" at all, or Moodle asks for one answer only; shares of credit add up to 100 on either side. */
function severalLines(choices: readonly Choice[]): string[] {
  const right = choices.filter((choice) => choice.correct).length;
  return choices.map((choice) => {
    const share = choice.correct ? 100 / right : -100 / (choices.length - right);
    return optionLine(`~%${Math.sign(share) * nearestShare(Math.abs(share))}%`, choice);
  });
}

/** Moodle does not unescape these lines, so what would end them cannot be written. */
function orderingLines(items: readonly string[]): string[] | undefined {
  if (items.some((item) => /[}\n]|^\s*\/\//.test(item))) return undefined;
  return [`>${items.length} ALL VERTICAL ABSOLUTE_POSITION SHOW none`, ...items];
}

/** The shares of credit, in per cent, that Moodle takes; it refuses a question with any other. */
const SHARES = [
  100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5,
  11.11111, 10, 5,
];

const nearestShare = (value: number): number =>
  SHARES.reduce((near, share) => (Math.abs(share - value) < Math.abs(near - value) ? share : near));

/** Backslash first; a line break is `\n` in two characters. */
export function escapeGift(text: string): string {
  return text
    .replace(/\r/g, '')
    .replace(/[\\#=~{}:]/g, '\\$&')
    .replace(/\n/g, '\\n');
}
