// The player for programs: one JSON object per line both ways. docs/json.md shows every event and action.

import type { Confidence } from '../../history/records.js';
import type { Player, VerdictAct } from '../../session/player.js';
import { provisionalOf } from '../../session/provisional.js';
import type { LinesIn } from '../lines-in.js';
import { actOf, decodeMessage, isConfidence, type Message, verdictAct } from './json-messages.js';
import { markEvent, markedByMessage } from './mark-event.js';
import { questionEvent } from './question-event.js';
import { verdictEvent } from './verdict-event.js';

/** `write` gets whole lines. The end of input is a quit. */
export function makeJsonPlayer(lines: LinesIn, write: (text: string) => void, labPort = 0): Player {
  const send = (event: string, body: object) => write(`${JSON.stringify({ event, ...body })}\n`);
  const fail = (message: string) => send('error', { message });
  let held: Message | null = null;
  let marksOwn = false;
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
      if (view.question.type === 'lab') {
        const { playJsonLab } = await import('./json-lab.js');
        const limited = () => next(view.limitCuts ? desk.remainingMs() : null);
        return playJsonLab({ view, desk, send, fail, next: limited }, labPort);
      }
      let paused = false;
      for (;;) {
        const message = await next(view.limitCuts && !paused ? desk.remainingMs() : null);
        if (message === null) return { kind: 'quit' };
        if (message === 'late') return { kind: 'expired', response: null };
        const act = actOf(message, view, desk, send);
        if (act === null) paused = message.action === 'pause' || (paused && message.action !== 'unpause');
        if (act === 'unknown') fail(`"${message.action}" is not an action here; see docs/json.md.`);
        else if (act === 'malformed')
          fail(`The response has not the form of a ${view.question.type} response.`);
        else if (act !== null && 'refused' in act) fail(act.refused);
        else if (act !== null) {
          lastConfidence = isConfidence(message.confidence) ? message.confidence : null;
          return act;
        }
      }
    },

    // Sent together with the answer, so that a program needs no second round.
    confidence: async () => lastConfidence,

    async selfMark(view, marking) {
      const { question } = view;
      if (question.type !== 'open') return marking.suggestion;
      const { suggestion } = marking;
      send('mark', { entry: view.entry, ...markEvent(question, marking) });
      for (;;) {
        const message = await next();
        if (message === null || message === 'late') return suggestion;
        if (message.action !== 'mark') {
          held = message;
          return suggestion;
        }
        const marked = markedByMessage(message, question, suggestion);
        if ('response' in marked) return marked.response;
        fail(marked.refused);
      }
    },

    async verdict(verdict) {
      send('verdict', verdictEvent(verdict));
      const message = await next();
      if (message === null || message === 'late') return { kind: 'next' };
      if (message.action === 'again' && !verdict.mayRetry) return { kind: 'next' };
      return verdictAct(message, verdict.mayOverride) ?? hold(message);
    },

    // Said together with handing in, so that a program which knows nothing of it is not left waiting.
    offerMarking: async () => marksOwn,

    async sheet(view, desk) {
      send('sheet', { lines: view.lines, remainingMs: desk.remainingMs() });
      for (;;) {
        const message = await next(desk.remainingMs());
        if (message === null || (message !== 'late' && message.action === 'quit')) return { kind: 'quit' };
        if (message === 'late') return { kind: 'expired' };
        if (message.action === 'submit') {
          marksOwn = message.mark === true;
          return { kind: 'submit' };
        }
        const line = view.lines.find((candidate) => candidate.entry === message.entry);
        if (message.action === 'goto' && line) return { kind: 'goto', entry: line.entry };
        fail('Here the actions are goto (with an entry), submit and quit.');
      }
    },

    async closing({ header, score, reason, paused, next: commands, reviews, standing }) {
      if (paused !== null) {
        send('closing', { reason, paused, next: commands });
        return;
      }
      const toLookAt = provisionalOf(score, header);
      const { points, maxPoints, share, passed, provisional, topics, certainty, elapsedMs, items } = score;
      send('closing', {
        reason,
        points,
        maxPoints,
        share,
        passed,
        provisional,
        ...(toLookAt === null ? {} : { toLookAt }),
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
        ...(standing.length === 0 ? {} : { standing }),
        ...(reviews.length === 0 ? {} : { reviews: reviews.map(verdictEvent) }),
      });
    },

    close: () => lines.close(),
  };

  function hold(message: Message): VerdictAct {
    held = message;
    return { kind: 'next' };
  }
}
