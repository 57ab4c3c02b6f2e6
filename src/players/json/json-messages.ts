// A line from a program -> a message, and what the message does.

import { CONFIDENCES, type Confidence } from '../../history/records.js';
import type { OpenResponse, QuestionResponse } from '../../question/response.js';
import { isResponseTo } from '../../question/response.js';
import { refusalOf } from '../../question/type-rules.js';
import type { AskAct, AskView, Desk, VerdictAct } from '../../session/player.js';
import { maySuspend } from '../../session/suspend-entry.js';
import { heardResponse } from './opaque-names.js';
import type { Refusal } from './refusals.js';

export type Message = Record<string, unknown> & { action: string };

/** The message on a line; null when it is none. */
export function decodeMessage(line: string): Message | null {
  try {
    const value: unknown = JSON.parse(line);
    const isMessage =
      typeof value === 'object' && value !== null && typeof (value as Message).action === 'string';
    return isMessage ? (value as Message) : null;
  } catch {
    return null;
  }
}

/** True for one of the three words. */
export function isConfidence(value: unknown): value is Confidence {
  return CONFIDENCES.includes(value as Confidence);
}

/** What a message does to an open question. Null: done, the question stays open. */
export function actOf(
  message: Message,
  view: AskView,
  desk: Desk,
  send: (event: string, body: object) => void,
): AskAct | null | 'unknown' | 'malformed' | Refusal {
  const paper = view.mode.order === 'free';
  switch (message.action) {
    case 'answer':
      return answerAct(message, view);
    case 'skip':
      return { kind: 'skip' };
    case 'quit':
      return { kind: 'quit' };
    case 'take-back':
      return view.mayTakeBack ? { kind: 'take-back' } : 'unknown';
    case 'suspend':
      return maySuspend(view) ? { kind: 'suspend' } : 'unknown';
    case 'hint':
      if (!view.mode.hints || view.question.hint === undefined) return 'unknown';
      desk.hint();
      send('hint', { entry: view.entry, hint: view.question.hint });
      return null;
    case 'pause':
    case 'unpause':
      if (!view.mode.pauses) return 'unknown';
      desk[message.action]();
      return null;
    case 'flag':
      desk.flag(typeof message.note === 'string' ? message.note.slice(0, 2000) : '');
      return null;
    case 'mark':
      if (!paper) return 'unknown';
      desk.mark(message.on !== false);
      return null;
    default:
      return paper ? leavingAct(message, view) : message.action === 'next' ? null : 'unknown';
  }
}

/** Where a paper's question is left for. */
function leavingAct({ action, entry }: Message, view: AskView): AskAct | 'unknown' {
  switch (action) {
    case 'next':
    case 'previous':
    case 'sheet':
      return { kind: 'leave', response: null, to: action };
    case 'goto':
      return isEntry(entry, view) ? { kind: 'leave', response: null, to: entry } : 'unknown';
    default:
      return 'unknown';
  }
}

function answerAct(message: Message, view: AskView): AskAct | 'malformed' | Refusal {
  const response = normalise(message.response, view);
  if (!isResponseTo(view.question.type, response)) return 'malformed';
  if (message.confidence !== undefined && message.confidence !== null && !isConfidence(message.confidence))
    return {
      code: 'confidence-unknown',
      refused: `The confidence is ${CONFIDENCES.join(', ')}, or left out.`,
    };
  const refused = refusalOf(view.question, response);
  return refused === null ? { kind: 'answer', response } : { code: 'response-refused', refused };
}

function isEntry(value: unknown, { of }: AskView): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < of;
}

/** Programs may send an open answer as bare text and a figure as a number. */
function normalise(response: unknown, view: AskView): QuestionResponse | unknown {
  const { type } = view.question;
  if (type === 'open' && typeof response === 'string')
    return { text: response, met: [], flags: [] } satisfies OpenResponse;
  if (type === 'numeric' && typeof response === 'number') return String(response);
  return heardResponse(response, view);
}

/** What a message does to a verdict; null when it is meant for the next question. */
export function verdictAct(message: Message, mayOverride: boolean): VerdictAct | null {
  switch (message.action) {
    case 'next':
      return { kind: 'next' };
    case 'quit':
      return { kind: 'quit' };
    case 'take-back':
      return { kind: 'take-back' };
    case 'easy':
      return { kind: 'easy' };
    case 'again':
      return { kind: 'again' };
    case 'override':
      return mayOverride ? { kind: 'override' } : { kind: 'next' };
    case 'flag':
      return { kind: 'flag', note: typeof message.note === 'string' ? message.note.slice(0, 2000) : '' };
    default:
      return null;
  }
}
