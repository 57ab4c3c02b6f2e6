// One entry of a sitting: asked, talked about, marked, recorded, its verdict shown.

import type { Outcome, Talk } from '../history/records.js';
import { isResponseTo, type QuestionResponse } from '../question/response.js';
import { converse } from './converse.js';
import { type MadeAnswer, makeAnswer } from './credit.js';
import { markResponse } from './mark-response.js';
import { lastAnswered } from './next.js';
import type { AskAct, AskView, Player } from './player.js';
import type { Sitting } from './sitting.js';
import { liftLeech, suspendEntry, suspendLeech } from './suspend-entry.js';
import { tellVerdict } from './tell-verdict.js';
import { verdictOf } from './verdict-of.js';

/** What was handed in, by the person or by the end of the time. */
interface Given {
  outcome: Exclude<Outcome, 'unreached'>;
  response: QuestionResponse | null;
}

/** Asks one entry and shows what came of it; false when the person wants to leave. */
export async function askEntry(sitting: Sitting, player: Player, entry: number): Promise<boolean> {
  const isNew = !sitting.state.talks.has(entry);
  if (isNew) sitting.record({ kind: 'shown', at: sitting.world.now(), entry });
  const view = sitting.view(entry);
  const act = await actOn(sitting, player, view);
  if (act.kind === 'quit' || act.kind === 'leave') return false;
  if (act.kind === 'take-back') {
    takeBackLast(sitting);
    return true;
  }
  if (act.kind === 'suspend') {
    suspendEntry(sitting, view);
    return true;
  }
  const made = await settle(sitting, player, view, givenBy(act), isNew);
  if (made === 'left') return false;
  if (view.mode.feedback === 'end') return true;
  const handedIn = act.kind === 'expired' && act.response !== null;
  const suspendedAt = suspendLeech(sitting, entry, made.answer);
  return tellVerdict(sitting, player, { ...verdictOf(sitting, view, made, handedIn), suspendedAt });
}

/** A talk that was interrupted goes on where it stood. */
async function actOn(sitting: Sitting, player: Player, view: AskView): Promise<AskAct> {
  const begun = sitting.state.talks.get(view.entry);
  return begun === undefined
    ? player.ask(view, sitting.desk(view.entry))
    : { kind: 'answer', response: { text: begun.text, met: [], flags: [] } };
}

function givenBy(act: Extract<AskAct, { kind: 'answer' | 'expired' | 'skip' }>): Given {
  if (act.kind === 'skip') return { outcome: 'skipped', response: null };
  return act.kind === 'expired' && act.response === null
    ? { outcome: 'expired', response: null }
    : { outcome: 'answered', response: act.response };
}

/** Talks about it, marks it and records the answer; `left` when the person left the talk. */
async function settle(
  sitting: Sitting,
  player: Player,
  view: AskView,
  { outcome, response }: Given,
  isNew: boolean,
): Promise<MadeAnswer | 'left'> {
  const { entry, question } = view;
  const at = sitting.world.now();
  sitting.record({ kind: 'left', at });
  // It is marked before it is recorded: what was written must outlive an interruption of the marking.
  if (isNew && response !== null && question.type === 'open') sitting.desk(entry).draft(response);
  const talk = response === null ? null : await talkOf(sitting, player, view, response);
  if (talk === 'left') return 'left';
  const marked = response === null ? null : await markResponse(sitting, view, response, player, talk);
  const asksConfidence = response !== null && sitting.header.confidence;
  const confidence = asksConfidence ? await player.confidence({ ...view, previous: response }) : null;
  const made = makeAnswer(sitting.state, entry, question, {
    outcome,
    ...(marked ?? { response: null, markedBy: question.type === 'open' ? 'self' : 'key' }),
    confidence,
    order: [...view.order],
    at,
    segment: sitting.world.recorder.segmentId,
  });
  sitting.record({ kind: 'answered', at, entry, answer: made.answer });
  return made;
}

/** What was said to an open question and its probes; null where there is no conversation. */
async function talkOf(
  sitting: Sitting,
  player: Player,
  view: AskView,
  given: QuestionResponse,
): Promise<Talk | null | 'left'> {
  const { question, mode, spoken } = view;
  if (!mode.converses || spoken || question.type !== 'open' || !isResponseTo('open', given)) return null;
  if (given.text === '') return null;
  return (await converse(sitting, player, view, { question, text: given.text })) ?? 'left';
}

/** The last answer counts no longer; its question is the next to be asked. */
function takeBackLast(sitting: Sitting): void {
  const entry = lastAnswered(sitting.state);
  if (entry === null) return;
  liftLeech(sitting, entry);
  sitting.record({ kind: 'takenBack', at: sitting.world.now(), entry, what: 'answer' });
}
