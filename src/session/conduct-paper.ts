// Conducts a paper: back and forth under one clock, an answer sheet, handing in; nothing is told before the end.

import type { QuestionResponse } from '../question/response.js';
import { paperRemainingMs, remainingMs } from './clock.js';
import { makeAnswer } from './credit.js';
import { markClear } from './mark-response.js';
import { answerSheet } from './next.js';
import type { AskAct, AskView, Player, SittingEnd } from './player.js';
import type { Sitting } from './sitting.js';

/** Runs until the paper is handed in, its time is over, or it is left. */
export async function conductPaper(sitting: Sitting, player: Player): Promise<SittingEnd> {
  if (sitting.state.handedInAt !== null) return 'finished';
  let place: number | 'sheet' = firstOpenPlace(sitting);
  for (;;) {
    if (paperRemainingMs(sitting.state, sitting.world.now()) === 0) return 'time';
    if (place === 'sheet') {
      const act = await showSheet(sitting, player);
      if (act.kind === 'submit') {
        sitting.record({ kind: 'handedIn', at: sitting.world.now() });
        return 'finished';
      }
      if (act.kind === 'expired') return 'time';
      if (act.kind === 'quit') return 'quit';
      place = Math.max(0, sitting.state.queue.indexOf(act.entry));
      continue;
    }
    const entry: number = sitting.state.queue[place] as number;
    const act = await askEntry(sitting, player, entry);
    if (act.kind === 'quit') return 'quit';
    if (act.kind === 'expired') return 'time';
    place = placeAfter(act, place, sitting.state.queue);
  }
}

function firstOpenPlace(sitting: Sitting): number {
  const { queue, answers } = sitting.state;
  return Math.max(
    0,
    queue.findIndex((entry) => !answers.has(entry)),
  );
}

/** Asks an entry and keeps what was entered, also when it was only left. */
async function askEntry(sitting: Sitting, player: Player, entry: number): Promise<AskAct> {
  sitting.record({ kind: 'shown', at: sitting.world.now(), entry });
  const view = sitting.view(entry);
  const act = await player.ask(view, sitting.desk(entry));
  const given = 'response' in act ? act.response : null;
  if (given !== null && JSON.stringify(given) !== JSON.stringify(view.previous))
    await keep(sitting, player, view, given, act);
  return act;
}

async function keep(
  sitting: Sitting,
  player: Player,
  view: AskView,
  given: QuestionResponse,
  act: AskAct,
): Promise<void> {
  const at = sitting.world.now();
  const { question, entry } = view;
  const marked = await markClear(sitting, view, given);
  const asksConfidence = sitting.header.confidence && act.kind === 'answer';
  const confidence = asksConfidence ? await player.confidence({ ...view, previous: given }) : null;
  const { answer } = makeAnswer(sitting.state, entry, question, {
    outcome: 'answered',
    ...marked,
    confidence,
    order: [...view.order],
    at,
    segment: sitting.world.recorder.segmentId,
  });
  sitting.record({ kind: 'answered', at, entry, answer });
}

function placeAfter(act: AskAct, place: number, queue: readonly number[]): number | 'sheet' {
  // Answers are changed by going back to them: there is nothing to take back.
  if (act.kind === 'take-back') return place;
  const to = act.kind === 'leave' ? act.to : 'next';
  if (to === 'sheet') return 'sheet';
  if (to === 'previous') return Math.max(0, place - 1);
  if (to === 'next') return place + 1 < queue.length ? place + 1 : 'sheet';
  return Math.max(0, queue.indexOf(to));
}

function showSheet(sitting: Sitting, player: Player) {
  const { now, bank } = sitting.world;
  sitting.record({ kind: 'left', at: now() });
  return player.sheet(
    { lines: answerSheet(sitting.state), topics: bank.topics },
    { now, remainingMs: () => remainingMs(sitting.state, 0, now()) },
  );
}
