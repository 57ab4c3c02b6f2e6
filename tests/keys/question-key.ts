// The key of a question file, and the claims that what was executed selects exactly this key.

import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect } from 'vitest';
import { parseQuestion } from '../../src/question/parse-question.js';
import type { Choice } from '../../src/question/parts.js';
import type { Question, QuestionOf } from '../../src/question/question.js';
import { gradeOf } from '../../src/question/type-rules.js';
import { gradeBlank, rightText } from '../../src/question/types/cloze.js';
import type { QuestionType } from '../../src/question/vocabulary.js';

const folder = new URL('../../questions/', import.meta.url);
const paths = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => [basename(path, '.md'), path]),
);

/** The question as its file has it now; it has to be of the type that the test is written for. */
export function readQuestion<T extends QuestionType>(id: string, type: T): QuestionOf<T> {
  const path = paths.get(id);
  if (path === undefined) throw new Error(`no question file is called ${id}.md`);
  const { question, problems } = parseQuestion(readFileSync(new URL(path, folder), 'utf8'), path, id);
  expect(problems, path).toEqual([]);
  expect(question?.type, path).toBe(type);
  return question as Question as QuestionOf<T>;
}

type ChoiceQuestion = QuestionOf<'single-choice'> | QuestionOf<'multiple-choice'>;

/** What was executed makes these options true and all others false: they have to be the key. */
export function expectChosen(
  question: ChoiceQuestion,
  observed: Readonly<Record<string, boolean>> | ((choice: Choice) => boolean),
): void {
  const ids = question.choices.map(({ id }) => id);
  if (typeof observed !== 'function') expect(Object.keys(observed).sort()).toEqual([...ids].sort());
  const holds = typeof observed === 'function' ? observed : ({ id }: Choice) => observed[id] === true;
  const chosen = question.choices.filter(holds).map(({ id }) => id);
  const keyed = question.choices.filter(({ correct }) => correct).map(({ id }) => id);
  expect(keyed, `${question.id}: the key should be what happened when it was run`).toEqual(chosen);
}

/** The executed truth of a statement has to be the key. */
export function expectTruth(question: QuestionOf<'true-false'>, holds: boolean): void {
  expect(question.answer, `${question.id}: the key should be what happened when it was run`).toBe(holds);
}

/** The executed figure has to be the key, which is written rounded, and no figure that was ruled out may pass. */
export function expectFigure(
  question: QuestionOf<'numeric'>,
  value: number,
  ...ruledOut: readonly number[]
): void {
  const decimals = /\.(\d+)$/.exec(String(question.answer))?.[1]?.length ?? 0;
  expect(question.answer, `${question.id}: the key should be the executed figure`).toBe(
    Number(value.toFixed(decimals)),
  );
  expectCredit(question, String(Number(value.toFixed(6))), ruledOut.map(String));
}

/** The executed text has to be accepted in full, and no text that was ruled out may be. */
export function expectText(
  question: QuestionOf<'short-answer'>,
  text: string,
  ...ruledOut: readonly string[]
): void {
  expectCredit(question, text, ruledOut);
}

/** The executed order of item ids has to be the key. */
export function expectOrder(question: QuestionOf<'ordering'>, order: readonly string[]): void {
  expect(
    question.items.map(({ id }) => id),
    `${question.id}: the key should be what happened when it was run`,
  ).toEqual(order);
}

/** The right side that was observed for each left side has to be the one of its pair. */
export function expectPairs(
  question: QuestionOf<'matching'>,
  observed: (pair: { id: string; left: string }) => string | undefined,
): void {
  for (const pair of question.pairs) {
    expect(observed(pair), `${question.id}: what goes with ${pair.left}`).toBe(pair.right);
  }
}

/** The executed values have to earn full credit in their blanks, and a value that was ruled out may not. */
export function expectBlanks(
  question: QuestionOf<'cloze'>,
  values: Readonly<Record<string, string | number>>,
  ruledOut: Readonly<Record<string, readonly (string | number)[]>> = {},
): void {
  const credit = (id: string, typed: string | number) => {
    const blank = question.blanks.find((one) => one.id === id);
    return blank === undefined ? undefined : gradeBlank(blank, `${typed}`).credit;
  };
  for (const [id, value] of Object.entries(values)) {
    expect(credit(id, value), `${question.id}: ${value} came out for ${id}`).toBe(1);
  }
  for (const [id, others] of Object.entries(ruledOut)) {
    for (const other of others) {
      expect(credit(id, other), `${question.id}: ${other} is wrong for ${id}`).toBeLessThan(1);
    }
  }
}

/** The snippet of a cloze question with its blanks filled as the key has it, but for those given here. */
export function filledSnippet(
  { snippet, blanks }: QuestionOf<'cloze'>,
  given: Readonly<Record<string, string | number>> = {},
): string {
  return blanks.reduce(
    (text, blank) => text.replace(`{{${blank.id}}}`, () => `${given[blank.id] ?? rightText(blank)}`),
    snippet,
  );
}

function expectCredit(question: Question, response: string, ruledOut: readonly string[]): void {
  expect(gradeOf(question, response).credit, `${question.id}: ${response} came out`).toBe(1);
  for (const other of ruledOut) {
    expect(gradeOf(question, other).credit, `${question.id}: ${other} is wrong`).toBeLessThan(1);
  }
}

/** The contents of the fenced code blocks in the stem. */
export function codeBlocks({ stem }: Question): string[] {
  return [...stem.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map((match) => match[1] as string);
}

export const codeBlock = (question: Question): string => codeBlocks(question)[0] ?? '';

/** The numbers in the stem in reading order; 20,000 is one number. */
export function figures({ stem }: Question): number[] {
  return (stem.match(/\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?/g) ?? []).map((figure) =>
    Number(figure.replaceAll(',', '')),
  );
}

/** What stands between backticks in the text of an option. */
export const inlineCode = ({ text }: { text: string }): string => /`([^`]+)`/.exec(text)?.[1] ?? '';

type AnyFunction = (...values: unknown[]) => Promise<unknown>;
const AsyncFunction = (async () => {}).constructor as new (...parameters: string[]) => AnyFunction;

/** Runs code from a stem as it stands there, with these names in scope. */
export function runCode(code: string, scope: Readonly<Record<string, unknown>>): Promise<unknown> {
  return new AsyncFunction(...Object.keys(scope), code)(...Object.values(scope));
}

/** Steps by item id: what a step makes of a state, undefined where it cannot happen as it is told. */
export type Steps<State> = Readonly<Record<string, (state: State) => State | undefined>>;

/** Every order of all the steps in which each of them can happen as it is told. */
export function possibleOrders<State>(steps: Steps<State>, start: State): string[][] {
  const names = Object.keys(steps);
  const continueFrom = (state: State, done: string[]): string[][] => {
    if (done.length === names.length) return [done];
    return names.flatMap((name) => {
      const next = done.includes(name) ? undefined : steps[name]?.(state);
      return next === undefined ? [] : continueFrom(next, [...done, name]);
    });
  };
  return continueFrom(start, []);
}
