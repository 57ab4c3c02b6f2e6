// The player for programs: one JSON object per line both ways. docs/json.md shows every event and action.

import type { Confidence } from '../../history/records.js';
import type { OpenResponse } from '../../question/response.js';
import type { Player, SheetAct, SheetView, Verdict, VerdictAct } from '../../session/player.js';
import type { LinesIn } from '../lines-in.js';
import { askJson, askJsonLab } from './ask-json.js';
import { type JsonConversation, jsonConversation } from './json-conversation.js';
import { verdictAct } from './json-messages.js';
import { judgeByMessages } from './judge-by-messages.js';
import { markByMessages } from './mark-by-messages.js';
import { closingEvent, sittingEvent } from './sitting-events.js';
import { verdictEvent } from './verdict-event.js';

/** `write` gets whole lines. The end of input is a quit. */
export function makeJsonPlayer(lines: LinesIn, write: (text: string) => void, labPort = 0): Player {
  const talk = jsonConversation(lines, write);
  let marksOwn = false;
  let lastConfidence: Confidence | null = null;
  return {
    opening: async (header, resumed) => talk.send('sitting', sittingEvent(header, resumed)),
    async ask(view, desk) {
      const isLab = view.question.type === 'lab';
      const asked = await (isLab ? askJsonLab(view, desk, talk, labPort) : askJson(view, desk, talk));
      lastConfidence = asked.confidence;
      return asked.act;
    },
    confidence: async () => lastConfidence,
    selfMark: async (view, marking): Promise<OpenResponse> =>
      view.question.type === 'open'
        ? markByMessages(view.entry, view.question, marking, talk)
        : marking.suggestion,
    judging: judgeByMessages(talk),
    verdict: (verdict) => tellVerdict(verdict, talk),
    // Said together with handing in, so that a program which knows nothing of it is not left waiting.
    offerMarking: async () => marksOwn,
    async sheet(view, desk) {
      talk.send('sheet', { lines: view.lines, remainingMs: desk.remainingMs() });
      const { act, marks } = await askSheet(view, desk, talk);
      marksOwn = marks;
      return act;
    },
    closing: async (view) => talk.send('closing', closingEvent(view)),
    close: () => lines.close(),
  };
}

async function tellVerdict(verdict: Verdict, { send, next, hold }: JsonConversation): Promise<VerdictAct> {
  send('verdict', verdictEvent(verdict));
  const message = await next();
  if (message === null || message === 'late') return { kind: 'next' };
  if (message.action === 'again' && !verdict.mayRetry) return { kind: 'next' };
  const act = verdictAct(message, verdict.mayOverride);
  if (act !== null) return act;
  hold(message);
  return { kind: 'next' };
}

/** `marks`: the program marks its open answers itself. */
async function askSheet(
  view: SheetView,
  desk: { remainingMs(): number | null },
  { next, fail }: JsonConversation,
): Promise<{ act: SheetAct; marks: boolean }> {
  for (;;) {
    const message = await next(desk.remainingMs());
    if (message === 'late') return { act: { kind: 'expired' }, marks: false };
    if (message === null || message.action === 'quit') return { act: { kind: 'quit' }, marks: false };
    if (message.action === 'submit') return { act: { kind: 'submit' }, marks: message.mark === true };
    const line = view.lines.find((candidate) => candidate.entry === message.entry);
    if (message.action === 'goto' && line) return { act: { kind: 'goto', entry: line.entry }, marks: false };
    fail('action-not-here', 'Here the actions are goto (with an entry), submit and quit.');
  }
}
