// A question put to a program, until a message answers it or leaves it.

import type { Confidence } from '../../history/records.js';
import type { AskAct, AskView, Desk } from '../../session/player.js';
import type { JsonConversation } from './json-conversation.js';
import { actOf, isConfidence, type Message } from './json-messages.js';
import { questionEvent } from './question-event.js';
import type { Refusal } from './refusals.js';

/** Confidence comes together with the answer, so that a program needs no second round. */
export interface AskedJson {
  act: AskAct;
  confidence: Confidence | null;
}

/** The end of input is a quit. */
export async function askJson(view: AskView, desk: Desk, talk: JsonConversation): Promise<AskedJson> {
  talk.send('question', questionEvent(view, desk.remainingMs()));
  let paused = false;
  for (;;) {
    const message = await talk.next(view.limitCuts && !paused ? desk.remainingMs() : null);
    if (message === null) return { act: { kind: 'quit' }, confidence: null };
    if (message === 'late') return { act: { kind: 'expired', response: null }, confidence: null };
    const act = actOf(message, view, desk, talk.send);
    if (act === null) paused = message.action === 'pause' || (paused && message.action !== 'unpause');
    else if (act === 'unknown' || act === 'malformed' || 'refused' in act) refuse(act, message, view, talk);
    else return { act, confidence: isConfidence(message.confidence) ? message.confidence : null };
  }
}

function refuse(
  act: 'unknown' | 'malformed' | Refusal,
  message: Message,
  { question }: AskView,
  { fail }: JsonConversation,
): void {
  if (act === 'unknown')
    fail('action-not-here', `"${message.action}" is not an action here; see docs/json.md.`);
  else if (act === 'malformed')
    fail('response-malformed', `The response has not the form of a ${question.type} response.`);
  else fail(act.code, act.refused);
}

/** A lab; loaded where there is one. */
export async function askJsonLab(
  view: AskView,
  desk: Desk,
  { send, fail, next }: JsonConversation,
  port: number,
): Promise<AskedJson> {
  send('question', questionEvent(view, desk.remainingMs()));
  const { playJsonLab } = await import('./json-lab.js');
  const limited = () => next(view.limitCuts ? desk.remainingMs() : null);
  const act = await playJsonLab({ view, desk, send, fail, next: limited }, port);
  return { act, confidence: null };
}
