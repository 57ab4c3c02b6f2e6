// What is told of an answer that has just been recorded.

import { rulesOf } from '../history/modes.js';
import { LEECH_MISSES } from '../learner/leech.js';
import { TYPE_RULES } from '../question/type-rules.js';
import { LEVEL_WEIGHT } from '../question/vocabulary.js';
import { type MadeAnswer, pointsOf } from './credit.js';
import { willReturn } from './next.js';
import type { AskView, Verdict } from './player.js';
import type { Sitting } from './sitting.js';

/** `handedIn`: the time ended it, and what had been entered was handed in. */
export function verdictOf(
  sitting: Sitting,
  view: AskView,
  { answer, grade }: MadeAnswer,
  handedIn: boolean,
): Verdict {
  const { header, state, world } = sitting;
  const { missBelow, rounds } = rulesOf(header);
  const missed = answer.credit < missBelow;
  const misses = world.missesOf(answer.item) + (missed ? 1 : 0);
  const isOpen = view.question.type === 'open';
  const isAnswered = answer.outcome === 'answered';
  return {
    view,
    answer,
    grade,
    points: pointsOf(answer.credit, answer.level),
    maxPoints: LEVEL_WEIGHT[answer.level],
    remark: null,
    standing: world.standing(state),
    returns: willReturn(state, view.entry),
    mayRetry: isOpen && rounds === 1 && isAnswered,
    mayOverride: (grade?.credit ?? 0) < 1 && TYPE_RULES[answer.type].overridable && isAnswered,
    mayEdit: world.isEditable(answer.item),
    overridden: false,
    ...(isOpen ? { others: world.othersOn?.(answer.item) ?? [] } : {}),
    handedIn,
    leechMisses: misses >= LEECH_MISSES && missed ? misses : null,
  };
}
