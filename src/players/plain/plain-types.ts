// Each type of question as plain lines: what of it is shown, how it is answered, and a typed line as a response.

import { renderOption } from '../../look/markdown.js';
import type { Theme } from '../../look/theme.js';
import { blanksInOrder } from '../../question/cloze-pieces.js';
import type { QuestionOf } from '../../question/question.js';
import type { QuestionResponse, ResponseByType } from '../../question/response.js';
import { linesOf, readRange } from '../../question/snippet.js';
import type { QuestionType } from '../../question/vocabulary.js';
import type { AskView } from '../../session/player.js';
import { optionIds, rightSides, shownChoices } from '../../session/shown.js';
import { foldCharacters } from '../../text/fold.js';
import { safeLine } from '../../text/safe.js';
import { blankedSnippet, numberedSnippet } from '../snippet-lines.js';
import { flawCount } from '../snippet-words.js';

type ViewOf<T extends QuestionType> = AskView & { question: QuestionOf<T> };

interface PlainType<T extends QuestionType> {
  /** What stands between stem and help; left out where nothing does. */
  options?(view: ViewOf<T>, width: number, theme: Theme): string[];
  /** How it is answered, in one line. */
  help(view: ViewOf<T>): string;
  /** The response that was typed; undefined where it is none, so that the help is told again. */
  read(typed: string, view: ViewOf<T>): ResponseByType[T] | undefined;
}

const numbered = (texts: readonly string[], width: number, theme: Theme) =>
  texts.flatMap((text, index) => renderOption(text, width, theme, { first: `  ${index + 1}. ` }));

const numberHelp = (view: AskView) => `Type the number of your answer, 1 to ${optionIds(view).length}.`;

const asTyped = (typed: string) => (typed === '' ? undefined : typed);

const choiceTexts = (view: ViewOf<'single-choice' | 'multiple-choice'>) =>
  shownChoices(view).map(({ text }) => text);

const PLAIN_TYPES: { [T in QuestionType]: PlainType<T> } = {
  'single-choice': {
    options: (view, width, theme) => [...numbered(choiceTexts(view), width, theme), ''],
    help: numberHelp,
    read: optionIn,
  },
  'multiple-choice': {
    options: (view, width, theme) => [...numbered(choiceTexts(view), width, theme), ''],
    help: () => 'Type the numbers of all right answers, such as 1,3; or 0 for none.',
    read(typed, view) {
      if (typed === '0') return [];
      const ids = known(numbersIn(typed)?.map((number) => shownChoices(view)[number - 1]?.id));
      return ids && ids.length > 0 ? [...new Set(ids)] : undefined;
    },
  },
  'true-false': {
    options: (_, width, theme) => [...numbered(['True', 'False'], width, theme), ''],
    help: numberHelp,
    read(typed, view) {
      const word = foldCharacters(typed);
      if (/^(t(rue)?|f(alse)?)$/i.test(word)) return word.toLowerCase().startsWith('t');
      const id = optionIn(typed, view);
      return id === undefined ? undefined : id === 'true';
    },
  },
  'short-answer': { help: () => 'Type the answer.', read: asTyped },
  numeric: {
    help: ({ question: { unit } }) =>
      unit === undefined ? 'Type a number.' : `Type a number (${safeLine(unit)}).`,
    read: asTyped,
  },
  ordering: {
    options: ({ order, question }, width, theme) => {
      const texts = order.map((id) => question.items.find((item) => item.id === id)?.text ?? id);
      return [...numbered(texts, width, theme), ''];
    },
    help({ order }) {
      const example = order.map((_, index) => index + 1).reverse();
      return `Type all ${order.length} numbers in the right order, such as ${example.join(' ')}.`;
    },
    read(typed, { order }) {
      const ids = known(numbersIn(typed)?.map((number) => order[number - 1])) ?? [];
      return ids.length === order.length && new Set(ids).size === order.length ? ids : undefined;
    },
  },
  matching: {
    options: (view, width, theme) => [
      ...view.question.pairs.flatMap(({ left }, index) =>
        renderOption(left, width, theme, { first: `  ${letter(index)}. ` }),
      ),
      '',
      ...numbered(
        rightSides(view).map(({ text }) => text),
        width,
        theme,
      ),
      '',
    ],
    help: ({ question: { pairs } }) =>
      `Type for each lettered line the number that matches, such as ${pairs.map((_, index) => `${letter(index)}${index + 1}`).join(' ')}.`,
    read: matchesIn,
  },
  request: {
    help: () =>
      'Type a curl command (a line that ends in \\ goes on) or an HTTP message; a line with only a full stop ends a message.',
    read: asTyped,
  },
  spot: {
    options: ({ question }, width, theme) => [...numberedSnippet(question.snippet, width, theme), ''],
    help: ({ question }) =>
      `${flawCount(question, null)} Type line numbers and ranges, such as 3 or 2,5-6; or 0 for none.`,
    read: (typed, { question }) => lineNumbersIn(typed, linesOf(question.snippet).length),
  },
  cloze: {
    options: ({ question }, width) => [...blankedSnippet(question, width), ''],
    help: ({ question }) =>
      `Fill the blanks one by one: ${question.blanks.length} lines, the first for blank 1. An empty line leaves a blank empty.`,
    read: (typed, { question }) => (typed === '' ? {} : { [blanksInOrder(question)[0]?.id ?? '']: typed }),
  },
  lab: {
    help: () =>
      'Send requests from another window, or type them here as curl commands; "2 = value" answers step 2, :done ends the lab.',
    read: () => undefined,
  },
  open: {
    help: () => 'Type your answer; a line with only a full stop ends it.',
    read: (typed) => (typed === '' ? undefined : { text: typed, met: [], flags: [] }),
  },
};

/** What the type of a question says of it. */
export function plainTypeOf(view: AskView): {
  options(width: number, theme: Theme): string[];
  help: string;
  read(typed: string): QuestionResponse | undefined;
} {
  // A question and the row of its own type, which the compiler cannot follow.
  const own = PLAIN_TYPES[view.question.type] as PlainType<QuestionType>;
  return {
    options: (width, theme) => own.options?.(view, width, theme) ?? [],
    help: own.help(view),
    read: (typed) => own.read(typed, view),
  };
}

/** a, b, c … for the left sides of a matching question. */
function letter(index: number): string {
  return String.fromCharCode(97 + index);
}

/** The ids, where all of them are known. */
function known(ids: readonly (string | undefined)[] | undefined): string[] | undefined {
  const found = ids?.flatMap((id) => (id === undefined ? [] : [id]));
  return found?.length === ids?.length ? found : undefined;
}

/** The option with the digit that was typed. */
function optionIn(typed: string, view: AskView): string | undefined {
  const digit = foldCharacters(typed);
  return /^\d$/.test(digit) ? optionIds(view)[Number(digit) - 1] : undefined;
}

function numbersIn(typed: string): number[] | undefined {
  const parts = foldCharacters(typed)
    .split(/[\s,;]+/)
    .filter(Boolean);
  return parts.every((part) => /^\d$/.test(part)) ? parts.map(Number) : undefined;
}

/** `3`, `2,5-6`, `0` for none; undefined where it is neither or a line does not exist. */
function lineNumbersIn(typed: string, count: number): number[] | undefined {
  if (typed === '0') return [];
  const parts = foldCharacters(typed)
    .replace(/\s*-\s*/g, '-')
    .split(/[\s,;]+/)
    .filter(Boolean);
  if (parts.length === 0 || !parts.every((part) => /^\d{1,3}(-\d{1,3})?$/.test(part))) return undefined;
  const lines = parts
    .map(readRange)
    .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, step) => from + step));
  return lines.every((line) => line >= 1 && line <= count) ? [...new Set(lines)] : undefined;
}

/** `a2 b1 c3`, `a=2, b=1`, or the bare numbers in the order of the letters. */
function matchesIn(typed: string, view: ViewOf<'matching'>): Record<string, string> | undefined {
  const { pairs } = view.question;
  const sides = rightSides(view);
  const bare = numbersIn(typed);
  const chosen: Record<string, string> = {};
  const set = (index: number, number: number): boolean => {
    const pair = pairs[index];
    const side = sides[number - 1];
    if (pair === undefined || side === undefined) return false;
    // One left side with two right ones is a slip of the finger, not an answer.
    if ((chosen[pair.id] ?? side.id) !== side.id) return false;
    chosen[pair.id] = side.id;
    return true;
  };
  if (bare)
    return bare.length === pairs.length && bare.every((number, index) => set(index, number))
      ? chosen
      : undefined;
  const parts = foldCharacters(typed)
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const understood = parts.every((part) => {
    const match = /^([a-i])[=:-]?(\d)$/.exec(part);
    return match !== null && set((match[1] as string).charCodeAt(0) - 97, Number(match[2]));
  });
  return understood && parts.length > 0 ? chosen : undefined;
}
