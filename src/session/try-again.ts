// The same open question once more after its verdict: the first answer counts, the later ones are kept, and the difference is told.

import type { Answer } from '../history/records.js';
import { shareOf } from '../question/point-share.js';
import type { Open } from '../question/question.js';
import { isResponseTo, type OpenResponse } from '../question/response.js';
import { safeLine } from '../text/safe.js';
import { type MadeAnswer, makeAnswer } from './credit.js';
import { markResponse } from './mark-response.js';
import type { Player } from './player.js';
import type { Sitting } from './sitting.js';

/** The new answer; null where there was none. */
export async function tryAgain(sitting: Sitting, player: Player, entry: number): Promise<MadeAnswer | null> {
  const { now, recorder } = sitting.world;
  sitting.record({ kind: 'shown', at: now(), entry });
  const view = { ...sitting.view(entry), previous: null, draft: null, mayTakeBack: false };
  const act = await player.ask(view, sitting.desk(entry));
  const at = now();
  sitting.record({ kind: 'left', at });
  if (act.kind !== 'answer') return null;
  const marked = await markResponse(sitting, view, act.response, player);
  const made = makeAnswer(sitting.state, entry, view.question, {
    outcome: 'answered',
    ...marked,
    confidence: null,
    order: [...view.order],
    at,
    segment: recorder.segmentId,
  });
  const before = [sitting.state.answers.get(entry), ...(sitting.state.tries.get(entry) ?? [])];
  const spent = before.reduce((sum, one) => sum + (one?.elapsedMs ?? 0), 0);
  const answer = {
    ...made.answer,
    round: before.length,
    elapsedMs: Math.max(0, made.answer.elapsedMs - spent),
  };
  sitting.record({ kind: 'retried', at, entry, answer });
  return { answer, grade: made.grade };
}

/** What changed between two tries, point by point, in a sentence or two. */
export function changeWords({ rubric }: Open, before: Answer, after: Answer): string {
  const was = openOf(before);
  const is = openOf(after);
  const named = (fits: (from: number, to: number) => boolean) =>
    rubric
      .filter(({ id }) => fits(shareOf(was, id), shareOf(is, id)))
      .map(({ text }) => `"${safeLine(text)}"`)
      .join(', ');
  const more = named((from, to) => to > from);
  const less = named((from, to) => to < from);
  const parts = [...(more === '' ? [] : [`more of ${more}`]), ...(less === '' ? [] : [`less of ${less}`])];
  return parts.length === 0
    ? 'Tried again: the same points as before.'
    : `Tried again, against the try before: ${parts.join('; ')}.`;
}

function openOf({ response }: Answer): OpenResponse {
  return isResponseTo('open', response) ? response : { text: '', met: [], flags: [] };
}
