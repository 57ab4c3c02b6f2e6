// After a paper was handed in: the learner may mark its open answers, of which only what is clear counts until then.

import { markerOf } from '../history/remembered-answer.js';
import { isResponseTo } from '../question/response.js';
import { makeAnswer } from './credit.js';
import { markResponse } from './mark-response.js';
import type { Player } from './player.js';
import { provisionalOf } from './provisional.js';
import { scoreSitting } from './score.js';
import type { Sitting } from './sitting.js';

/** Asks whether to, and records each mark at once: what is left unmarked by an interruption stays provisional. */
export async function markPaper(sitting: Sitting, player: Player): Promise<void> {
  const offer = provisionalOf(scoreSitting(sitting.state), sitting.header);
  if (offer === null || !(await player.offerMarking(offer))) return;
  for (const [entry, answer] of sitting.state.answers) {
    if (markerOf(answer, sitting.header.mode) !== 'matcher' || !isResponseTo('open', answer.response))
      continue;
    const view = sitting.view(entry);
    const marked = await markResponse(sitting, view, answer.response, player);
    const at = sitting.world.now();
    const made = makeAnswer(sitting.state, entry, view.question, {
      outcome: 'answered',
      ...marked,
      confidence: answer.confidence,
      order: answer.order,
      at,
      segment: sitting.world.recorder.segmentId,
    });
    sitting.record({ kind: 'answered', at, entry, answer: made.answer });
  }
}
