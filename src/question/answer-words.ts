// What a response and a key are in words: the parts that several types say alike.

import type { Choice } from './parts.js';

/** Markdown as one line of plain text: an argument, for the reading of Markdown is loaded where something is told. */
export type Plain = (markdown: string) => string;

/** A response and its key in words; who tells them cuts them and makes them safe. */
export interface AnswerWording<Own, Response> {
  given(question: Own, response: Response, plain: Plain): string;
  right(question: Own, plain: Plain): string;
  /** Markdown: the reason that belongs to this response, null where nothing was entered. Left out: only the explanation tells. */
  why?(question: Own, response: Response | null): string | undefined;
}

/** Between things of no order, and between things that follow each other. */
export const AND = '; ';
export const THEN = ' → ';

/** The texts that belong to the ids; an id without one stands for itself. */
export function labelsOf(
  parts: readonly { id: string; text: string }[],
  ids: readonly string[],
  plain: Plain,
): string[] {
  return ids.map((id) => plain(parts.find((part) => part.id === id)?.text ?? id));
}

interface Choosing {
  choices: readonly Choice[];
}

/** The right options. */
export function keysInWords({ choices }: Choosing, plain: Plain): string {
  return choices
    .filter(({ correct }) => correct)
    .map(({ text }) => plain(text))
    .join(AND);
}

/** Why the first wrong option is wrong; where there is none, why the first one that was left out is right. */
export function choiceWhy({ choices }: Choosing, ids: readonly string[]): string | undefined {
  const wrong = choices.find(({ id, correct }) => ids.includes(id) && !correct);
  return (wrong ?? choices.find(({ id, correct }) => correct && !ids.includes(id)))?.why;
}

/** `line 3`, `lines 3, 5-6` */
export function linesInWords(lines: readonly string[]): string {
  return `${lines.length === 1 && !lines[0]?.includes('-') ? 'line' : 'lines'} ${lines.join(', ')}`;
}
