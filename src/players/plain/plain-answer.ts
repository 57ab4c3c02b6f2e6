// A typed line -> a response or a command: `2`, `1,3`, `3 1 2 4`, free text; commands stand after a colon.

import { blanksInOrder } from '../../question/cloze-pieces.js';
import type { Matching } from '../../question/question.js';
import { MOST_TYPED, type QuestionResponse } from '../../question/response.js';
import { linesOf, readRange } from '../../question/snippet.js';
import type { AskView } from '../../session/player.js';
import { optionIds, rightSides, shownChoices } from '../../session/shown.js';
import { safeLine } from '../../text/safe.js';
import { flawCount } from '../snippet-words.js';

export type PlainAnswer =
  | { kind: 'response'; response: QuestionResponse }
  | { kind: 'command'; name: string; rest: string }
  /** What to type instead. */
  | { kind: 'unclear'; help: string };

/** `::text` is the answer `:text`. */
export function decodePlainAnswer(line: string, view: AskView): PlainAnswer {
  const typed = line.trim();
  const command = /^:([a-z!]+|\d+)\s*(.*)$/i.exec(typed);
  if (command)
    return { kind: 'command', name: (command[1] as string).toLowerCase(), rest: command[2] as string };
  return decodeResponse(typed.replace(/^::/, ':').slice(0, MOST_TYPED), view);
}

/** How this question is answered, in one line. */
export function answerHelp(view: AskView): string {
  switch (view.question.type) {
    case 'single-choice':
    case 'true-false':
      return `Type the number of your answer, 1 to ${optionIds(view).length}.`;
    case 'multiple-choice':
      return 'Type the numbers of all right answers, such as 1,3; or 0 for none.';
    case 'ordering':
      return `Type all ${view.order.length} numbers in the right order, such as ${view.order
        .map((_, index) => index + 1)
        .reverse()
        .join(' ')}.`;
    case 'matching':
      return `Type for each lettered line the number that matches, such as ${view.question.pairs.map((_, index) => `${letter(index)}${index + 1}`).join(' ')}.`;
    case 'short-answer':
      return 'Type the answer.';
    case 'numeric':
      return view.question.unit === undefined
        ? 'Type a number.'
        : `Type a number (${safeLine(view.question.unit)}).`;
    case 'request':
      return 'Type a curl command (a line that ends in \\ goes on) or an HTTP message; a line with only a full stop ends a message.';
    case 'spot':
      return `${flawCount(view.question, null)} Type line numbers and ranges, such as 3 or 2,5-6; or 0 for none.`;
    case 'cloze':
      return `Fill the blanks one by one: ${view.question.blanks.length} lines, the first for blank 1. An empty line leaves a blank empty.`;
    case 'lab':
      return 'Send requests from another window, or type them here as curl commands; "2 = value" answers step 2, :done ends the lab.';
    case 'open':
      return 'Type your answer; a line with only a full stop ends it.';
  }
}

/** a, b, c … for the left sides of a matching question. */
export function letter(index: number): string {
  return String.fromCharCode(97 + index);
}

function decodeResponse(typed: string, view: AskView): PlainAnswer {
  const unclear: PlainAnswer = { kind: 'unclear', help: answerHelp(view) };
  const said = (response: QuestionResponse): PlainAnswer => ({ kind: 'response', response });
  switch (view.question.type) {
    case 'single-choice':
    case 'true-false': {
      const word = /^(t(rue)?|f(alse)?)$/i.test(typed) && view.question.type === 'true-false';
      if (word) return said(typed.toLowerCase().startsWith('t'));
      const id = optionIds(view)[Number(typed) - 1];
      if (!/^\d$/.test(typed) || id === undefined) return unclear;
      return said(view.question.type === 'true-false' ? id === 'true' : id);
    }
    case 'multiple-choice': {
      if (typed === '0') return said([]);
      const ids = numbersIn(typed)?.map((number) => shownChoices(view)[number - 1]?.id);
      return ids && ids.length > 0 && ids.every((id) => id !== undefined)
        ? said([...new Set(ids)] as string[])
        : unclear;
    }
    case 'ordering': {
      const ids = numbersIn(typed)?.map((number) => view.order[number - 1]) ?? [];
      const whole = ids.every((id) => id !== undefined) && new Set(ids).size === view.order.length;
      return whole && ids.length === view.order.length ? said(ids as string[]) : unclear;
    }
    case 'matching':
      return decodeMatches(typed, view) ?? unclear;
    case 'short-answer':
    case 'numeric':
      return typed === '' ? unclear : said(typed);
    case 'request':
      return typed === '' ? unclear : said(typed);
    case 'spot': {
      const lines = lineNumbersIn(typed, linesOf(view.question.snippet).length);
      return lines === undefined ? unclear : said(lines);
    }
    case 'cloze':
      return said(typed === '' ? {} : { [blanksInOrder(view.question)[0]?.id ?? '']: typed });
    case 'lab':
      return unclear;
    case 'open':
      return typed === '' ? unclear : said({ text: typed, met: [], flags: [] });
  }
}

function numbersIn(typed: string): number[] | undefined {
  const parts = typed.split(/[\s,;]+/).filter(Boolean);
  return parts.every((part) => /^\d$/.test(part)) ? parts.map(Number) : undefined;
}

/** `3`, `2,5-6`, `0` for none; undefined where it is neither or a line does not exist. */
function lineNumbersIn(typed: string, count: number): number[] | undefined {
  if (typed === '0') return [];
  const parts = typed
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
function decodeMatches(typed: string, view: AskView): PlainAnswer | undefined {
  const { pairs } = view.question as Matching;
  const sides = rightSides(view);
  const bare = numbersIn(typed);
  const chosen: Record<string, string> = {};
  const set = (index: number, number: number): boolean => {
    const pair = pairs[index];
    const side = sides[number - 1];
    if (pair && side) chosen[pair.id] = side.id;
    return pair !== undefined && side !== undefined;
  };
  if (bare)
    return bare.length === pairs.length && bare.every((number, index) => set(index, number))
      ? { kind: 'response', response: chosen }
      : undefined;
  const parts = typed
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const understood = parts.every((part) => {
    const match = /^([a-i])[=:-]?(\d)$/.exec(part);
    return match !== null && set((match[1] as string).charCodeAt(0) - 97, Number(match[2]));
  });
  return understood && parts.length > 0 ? { kind: 'response', response: chosen } : undefined;
}
