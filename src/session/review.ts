// After a paper: every question as a verdict, the ones left open included.

import { gradeOf } from '../question/type-rules.js';
import { LEVEL_WEIGHT } from '../question/vocabulary.js';
import { makeAnswer } from './credit.js';
import type { Verdict } from './player.js';
import type { Score } from './score.js';
import type { Sitting } from './sitting.js';

/** One verdict per item of the score, in its order. */
export function reviewsOf(sitting: Sitting, score: Score): Verdict[] {
  return score.items.map((item) => {
    const view = sitting.view(item.entry);
    const left = {
      outcome: 'skipped',
      response: null,
      markedBy: 'key',
      confidence: null,
      at: sitting.state.at,
      segment: '',
    } as const;
    const answer =
      item.answer ??
      makeAnswer(sitting.state, item.entry, view.question, { ...left, order: [...view.order] }).answer;
    return {
      view,
      answer,
      grade: answer.response === null ? null : gradeOf(view.question, answer.response),
      points: item.points,
      maxPoints: LEVEL_WEIGHT[item.planned.level],
      remark:
        item.outcome === 'unreached' ? 'Never reached.' : item.outcome === 'skipped' ? 'Left open.' : null,
      returns: false,
      mayOverride: false,
      mayEdit: false,
      overridden: item.overridden,
      ...(view.question.type === 'open' ? { others: sitting.world.othersOn?.(view.item) ?? [] } : {}),
      handedIn: false,
      leechMisses: null,
      standing: [],
    };
  });
}
