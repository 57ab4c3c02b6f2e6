// The player for an assistant: questions and verdicts as the JSON player tells them, answers and marks one call each.

import type { Confidence, SittingHeader } from '../../history/records.js';
import type { Open } from '../../question/question.js';
import type { OpenResponse } from '../../question/response.js';
import { TYPE_TRAITS } from '../../question/type-traits.js';
import {
  type AskAct,
  type AskView,
  type Desk,
  Interrupted,
  type Player,
  type VerdictAct,
} from '../../session/player.js';
import { actOf, isConfidence, type Message } from '../json/json-messages.js';
import { markEvent, markedByMessage } from '../json/mark-by-messages.js';
import { questionEvent } from '../json/question-event.js';
import { closingEvent } from '../json/sitting-events.js';
import { verdictEvent } from '../json/verdict-event.js';
import type { Decision, Seat } from './seat.js';

const ANSWERS = ['answer', 'skip', 'hint', 'quit'];

/** What is said to a call that comes at the wrong moment. */
const NOT_NOW = {
  question: 'A question is open: use answer or hint; next asks it again.',
  marking: 'The answer is to be marked first: use mark.',
  verdict: 'The question is answered: use next.',
} as const;

/** `counts`: marks of this assistant say something about ability; `opened` is told what the sitting is. */
export function makeAssistantPlayer(
  seat: Seat,
  counts: boolean,
  opened: (header: SittingHeader) => void,
): Player {
  let lastConfidence: Confidence | null = null;
  return {
    marker: { by: 'assistant', counts },
    opening: async (header) => opened(header),
    async ask(view, desk) {
      const { type } = view.question;
      const { handedIn } = TYPE_TRAITS[type];
      const form = handedIn === null ? {} : { responseForm: handedIn };
      const body = { ...questionEvent(view, null), ...form };
      const asked = await seat.lay({ event: 'question', body, item: view.item }, (message) =>
        decideAnswer(message, view, desk),
      );
      lastConfidence = asked.confidence;
      return asked.act;
    },
    // Sent together with the answer.
    confidence: async () => lastConfidence,
    async selfMark(view, marking) {
      const { question } = view;
      const { suggestion } = marking;
      if (question.type !== 'open') return suggestion;
      const body = { entry: view.entry, item: view.item, ...markEvent(question, marking) };
      const marked = await seat.lay({ event: 'marking', body, item: view.item }, (message) =>
        decideMark(message, question, suggestion),
      );
      // What was said is kept as a draft, and asked for again when the sitting goes on.
      if (marked === null) throw new Interrupted();
      return marked;
    },
    verdict: (verdict) =>
      seat.lay({ event: 'verdict', body: verdictEvent(verdict), item: verdict.view.item }, decideNext),
    // Papers are not led by an assistant: nobody could say who answered.
    offerMarking: async () => false,
    sheet: async () => ({ kind: 'submit' }),
    async closing(view) {
      seat.close({ event: 'closing', body: { sitting: view.header.id, ...closingEvent(view) } });
    },
    close() {},
  };
}

/** An answer, or what is wrong with it; a hint leaves the question open. */
function decideAnswer(
  message: Message,
  view: AskView,
  desk: Desk,
): Decision<{ act: AskAct; confidence: Confidence | null }> {
  if (!ANSWERS.includes(message.action)) return { refused: NOT_NOW.question };
  let told: object = {};
  const act = actOf(message, view, desk, (_, body) => {
    told = body;
  });
  if (act === null) return { told };
  if (act === 'unknown') return { refused: 'There is no hint here.' };
  if (act === 'malformed') return { refused: formOf(view) };
  if ('refused' in act) return act;
  const { confidence } = message;
  return { settled: { act, confidence: isConfidence(confidence) ? confidence : null } };
}

function formOf({ question: { type } }: AskView): string {
  return `The response to a ${type} question is ${TYPE_TRAITS[type].handedIn ?? 'left to the learner'}.`;
}

/** The mark; null: the sitting is left before it. */
function decideMark(
  message: Message,
  question: Open,
  suggestion: OpenResponse,
): Decision<OpenResponse | null> {
  if (message.action === 'quit') return { settled: null };
  if (message.action !== 'mark') return { refused: NOT_NOW.marking };
  const mark = markedByMessage(message, question, suggestion);
  return 'refused' in mark ? mark : { settled: mark.response };
}

function decideNext({ action }: Message): Decision<VerdictAct> {
  return action === 'next' || action === 'quit'
    ? { settled: { kind: action } }
    : { refused: NOT_NOW.verdict };
}
