// The player for programs: one JSON object per line both ways. docs/json.md shows every event and action.

import { CONFIDENCES, type Confidence } from '../history/records.js';
import type { Open } from '../question/question.js';
import type { QuestionTypeRules } from '../question/question-type.js';
import type { OpenResponse, QuestionResponse } from '../question/response.js';
import { isResponseTo } from '../question/response.js';
import { rulesOf } from '../question/type-rules.js';
import type { QuestionType } from '../question/vocabulary.js';
import type { LinesIn } from './lines-in.js';
import type { AskAct, AskView, Desk, Player, Verdict, VerdictAct } from './player.js';
import { questionEvent, withSideIds, withSideNames } from './question-event.js';

type Message = Record<string, unknown> & { action: string };

/** `write` gets whole lines. The end of input is a quit. */
export function makeJsonPlayer(lines: LinesIn, write: (text: string) => void): Player {
  const send = (event: string, body: object) => write(`${JSON.stringify({ event, ...body })}\n`);
  const fail = (message: string) => send('error', { message });
  let held: Message | null = null;
  let lastConfidence: Confidence | null = null;

  async function next(limitMs: number | null = null): Promise<Message | null | 'late'> {
    if (held !== null) {
      const message = held;
      held = null;
      return message;
    }
    for (;;) {
      const line = await lines.next(limitMs);
      if (line === null || line === 'late') return line;
      if (line.trim() === '') continue;
      const message = decodeMessage(line);
      if (message !== null) return message;
      fail('A line must be one JSON object with an "action".');
    }
  }

  return {
    async opening(header, resumed) {
      const { id, mode, seed, startedAt, plan, paperMs, passMark } = header;
      send('sitting', {
        id,
        mode,
        seed,
        startedAt: new Date(startedAt).toISOString(),
        questions: plan.length,
        paperMs,
        passMark,
        resumed,
      });
    },

    async ask(view, desk) {
      send('question', questionEvent(view, desk.remainingMs()));
      for (;;) {
        const message = await next(view.limitCuts ? desk.remainingMs() : null);
        if (message === null) return { kind: 'quit' };
        if (message === 'late') return { kind: 'expired', response: null };
        const act = actOf(message, view, desk, send);
        if (act === 'unknown') fail(`"${message.action}" is not an action here; see docs/json.md.`);
        else if (act === 'malformed')
          fail(`The response has not the form of a ${view.question.type} response.`);
        else if (act !== null) {
          lastConfidence = isConfidence(message.confidence) ? message.confidence : null;
          return act;
        }
      }
    },

    // Sent together with the answer, so that a program needs no second round.
    confidence: async () => lastConfidence,

    async selfMark(view, text, suggestion) {
      const { rubric, avoid = [] } = view.question as Open;
      const points = (of: readonly { id: string; text: string; weight?: number | undefined }[]) =>
        of.map(({ id, text: point, weight = 1 }) => ({ id, text: point, weight }));
      send('mark', { entry: view.entry, rubric: points(rubric), avoid: points(avoid), suggestion });
      for (;;) {
        const message = await next();
        if (message === null || message === 'late') return { ...suggestion, text };
        const response = {
          text,
          met: message.met ?? suggestion.met,
          flags: message.flags ?? suggestion.flags,
        };
        if (message.action === 'mark' && isResponseTo('open', response)) return response;
        if (message.action !== 'mark') {
          held = message;
          return { ...suggestion, text };
        }
        fail('"met" and "flags" are lists of ids.');
      }
    },

    async verdict(verdict) {
      send('verdict', verdictBody(verdict));
      const message = await next();
      if (message === null || message === 'late') return { kind: 'next' };
      return verdictAct(message, verdict.mayOverride) ?? hold(message);
    },

    async sheet(view, desk) {
      send('sheet', { lines: view.lines, remainingMs: desk.remainingMs() });
      for (;;) {
        const message = await next(desk.remainingMs());
        if (message === null || (message !== 'late' && message.action === 'quit')) return { kind: 'quit' };
        if (message === 'late') return { kind: 'expired' };
        if (message.action === 'submit') return { kind: 'submit' };
        const line = view.lines.find((candidate) => candidate.entry === message.entry);
        if (message.action === 'goto' && line) return { kind: 'goto', entry: line.entry };
        fail('Here the actions are goto (with an entry), submit and quit.');
      }
    },

    async closing({ score, reason, next: commands, reviews }) {
      const { points, maxPoints, share, passed, provisional, topics, certainty, elapsedMs, items } = score;
      send('closing', {
        reason,
        points,
        maxPoints,
        share,
        passed,
        provisional,
        elapsedMs,
        topics,
        certainty,
        items: items.map(
          ({ entry, planned, outcome, credit, points: earned, maxPoints: possible, overridden, rounds }) => ({
            entry,
            item: planned.item,
            outcome,
            credit,
            points: earned,
            maxPoints: possible,
            overridden,
            rounds,
          }),
        ),
        next: commands,
        ...(reviews.length === 0 ? {} : { reviews: reviews.map(verdictBody) }),
      });
    },

    close: () => lines.close(),
  };

  function hold(message: Message): VerdictAct {
    held = message;
    return { kind: 'next' };
  }
}

/** What a program is told of an answer. */
function verdictBody({
  view,
  answer,
  grade,
  points,
  maxPoints,
  returns,
  mayOverride,
  overridden,
  remark,
  standing,
}: Verdict): object {
  const { question } = view;
  const rules = rulesOf(question) as QuestionTypeRules<QuestionType>;
  return {
    entry: view.entry,
    item: view.item,
    outcome: answer.outcome,
    credit: overridden ? 1 : answer.credit,
    points,
    maxPoints,
    hinted: answer.hinted,
    elapsedMs: answer.elapsedMs,
    response: told(answer.response, view),
    right: told(rules.rightResponse(question as never), view),
    ...(grade?.close === undefined ? {} : { close: grade.close }),
    ...(remark === null ? {} : { remark }),
    ...('choices' in question
      ? { whys: Object.fromEntries(question.choices.map(({ id, why }) => [id, why])) }
      : {}),
    explanation: question.explanation,
    sources: question.sources,
    returns,
    mayOverride,
    overridden,
    ...(standing.length === 0 ? {} : { standing }),
  };
}

function told(response: QuestionResponse | null, view: AskView): QuestionResponse | null {
  return view.question.type === 'matching' && isResponseTo('matching', response)
    ? withSideNames(response, view)
    : response;
}

function decodeMessage(line: string): Message | null {
  try {
    const value: unknown = JSON.parse(line);
    const isMessage =
      typeof value === 'object' && value !== null && typeof (value as Message).action === 'string';
    return isMessage ? (value as Message) : null;
  } catch {
    return null;
  }
}

function isConfidence(value: unknown): value is Confidence {
  return CONFIDENCES.includes(value as Confidence);
}

/** Null: done, the question stays open. */
function actOf(
  message: Message,
  view: AskView,
  desk: Desk,
  send: (event: string, body: object) => void,
): AskAct | null | 'unknown' | 'malformed' {
  const paper = view.mode.order === 'free';
  switch (message.action) {
    case 'answer': {
      const response = normalise(message.response, view);
      return isResponseTo(view.question.type, response) ? { kind: 'answer', response } : 'malformed';
    }
    case 'skip':
      return { kind: 'skip' };
    case 'quit':
      return { kind: 'quit' };
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
    case 'next':
    case 'previous':
    case 'sheet':
      return paper
        ? { kind: 'leave', response: null, to: message.action }
        : message.action === 'next'
          ? null
          : 'unknown';
    case 'goto':
      return paper && typeof message.entry === 'number'
        ? { kind: 'leave', response: null, to: message.entry }
        : 'unknown';
    default:
      return 'unknown';
  }
}

/** Programs may send an open answer as bare text and a figure as a number. */
function normalise(response: unknown, view: AskView): QuestionResponse | unknown {
  const { type } = view.question;
  if (type === 'matching' && isResponseTo('matching', response)) return withSideIds(response, view);
  if (type === 'open' && typeof response === 'string')
    return { text: response, met: [], flags: [] } satisfies OpenResponse;
  if (type === 'numeric' && typeof response === 'number') return String(response);
  return response;
}

function verdictAct(message: Message, mayOverride: boolean): VerdictAct | null {
  switch (message.action) {
    case 'next':
      return { kind: 'next' };
    case 'quit':
      return { kind: 'quit' };
    case 'easy':
      return { kind: 'easy' };
    case 'override':
      return mayOverride ? { kind: 'override' } : { kind: 'next' };
    case 'flag':
      return { kind: 'flag', note: typeof message.note === 'string' ? message.note.slice(0, 2000) : '' };
    default:
      return null;
  }
}
