// What players share of a lab: what a typed line means, exchanges and answers as lines.

import type { StepView } from '../lab/run-lab.js';
import type { Received } from '../lab/send-request.js';
import type { Theme } from '../look/theme.js';
import type { Exchange } from '../question/lab/journal.js';
import { jsonIn } from '../question/request/same-meaning.js';
import { cutText } from '../text/fit.js';
import { safeLine, safeText } from '../text/safe.js';

export type LabLine = { kind: 'value'; step: number; text: string } | { kind: 'request'; text: string };

/** `2 = 57` answers step 2; `= 57` the first step that asks and is open; anything else is a request. */
export function readLabLine(typed: string, steps: readonly StepView[]): LabLine {
  const match = /^\s*(\d{1,2})?\s*=\s*(.+)$/s.exec(typed);
  if (match === null) return { kind: 'request', text: typed };
  const open = steps.find(({ asks, done }) => asks && !done)?.number ?? 0;
  return {
    kind: 'value',
    step: match[1] === undefined ? open : Number(match[1]),
    text: (match[2] ?? '').trim(),
  };
}

/** What came of a value, in one sentence. */
export function valueSaid(taken: boolean, step: StepView | undefined, number: number): string {
  if (step === undefined || !step.asks) return `Step ${number} asks for no value.`;
  if (step.done) return `Right: step ${number} is done.`;
  if (!taken) return `No try is left for step ${number}.`;
  return `Not yet: ${step.triesLeft} tries left for step ${number}.`;
}

/** Which steps have just been ticked; empty: none. */
export function tickedSaid(numbers: readonly number[]): string {
  if (numbers.length === 0) return '';
  return numbers.length === 1 ? `Step ${numbers[0]} is done.` : `Steps ${numbers.join(', ')} are done.`;
}

/** `12  GET /orders?limit=2  → 200 rate-limited`, within `width` cells. */
export function exchangeLine(exchange: Exchange, width: number, theme: Theme): string {
  const { number, method, path, query, status, note } = exchange;
  const pairs = query.map(([name, value]) => `${name}=${value}`).join('&');
  const answered = status === 0 ? 'no answer' : String(status);
  const right = ` ${theme.glyphs.arrow} ${answered}${note === null ? '' : ` ${note}`}`;
  const left = safeLine(`${number}  ${method} ${path}${pairs === '' ? '' : `?${pairs}`}`);
  return cutText(left, Math.max(8, width - right.length), theme.glyphs.ellipsis) + right;
}

const UNTOLD = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding']);

/** Status, headers and body of an answer; at most `most` lines, each safe to print. */
export function receivedLines({ status, reason, headers, body }: Received, most: number): string[] {
  const json = jsonIn(body);
  const text = json === undefined ? body : JSON.stringify(json.value, null, 2);
  const lines = [
    `HTTP/1.1 ${status} ${reason}`,
    ...headers
      .filter(([name]) => !UNTOLD.has(name.toLowerCase()))
      .map(([name, value]) => `${name}: ${value}`),
    ...(text.trim() === '' ? [] : ['', ...text.trimEnd().split('\n')]),
  ].map((line) => safeText(line).replaceAll('\n', ' '));
  return lines.length <= most
    ? lines
    : [...lines.slice(0, most - 1), `(${lines.length - most + 1} more lines)`];
}

/** Said when the last step is done. */
export const ALL_DONE = 'Every step is done.';
