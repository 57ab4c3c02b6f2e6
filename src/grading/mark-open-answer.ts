// Marks a typed answer to an open question: which points are said, by which sentence, which red flags to ask about. Offline and deterministic.

import type { Exemplar } from '../question/exemplar.js';
import type { AnswerGuard, FlagMark, OpenMark, PointMark, Span } from '../question/open-mark.js';
import type { Open } from '../question/question.js';
import { creditsOf } from './credits.js';
import { type ClaimFeatures, featuresOf, sentencesAt } from './features.js';
import { guardOf, isFarFetched } from './guards.js';
import { chanceOf, type Model, type Weights } from './model.js';
import { type PreparedAnswer, prepareAnswer } from './prepared-answer.js';
import { type PreparedItem, prepareItem } from './prepared-item.js';
import { MODEL } from './weights.js';

/** Chances on which a mark turns; docs/scoring.md tells them, and the bench measures what is clear. */
export const TURNS = {
  /** From here a point counts as said wholly, as said, as perhaps said. */
  whole: 0.5,
  said: 0.4,
  unsure: 0.25,
  /** From here on what is said, and up to here what is not found, is clear. */
  clearFrom: 0.75,
  clearUpTo: 0.17,
  /** From here a red flag is asked about. */
  ask: 0.4,
} as const;

/** `exemplars`: natural answers to the question, if there are any; `hint`: what else was shown, its own hint when left out. */
export function markOpenAnswer(
  question: Open,
  exemplars: readonly Exemplar[],
  text: string,
  hint?: string,
): OpenMark {
  return markPrepared(prepareItem(question, exemplars, hint), text);
}

/** The same for an item made ready before, by other weights where the bench tries some. */
export function markPrepared(item: PreparedItem, text: string, model: Model = MODEL): OpenMark {
  const answer = prepareAnswer(item, text);
  const features = featuresOf(item, answer);
  const flags = features.flags.map((claim) => markFlag(claim, answer, model.flags));
  const markedUnder = (guard: AnswerGuard | null): OpenMark => {
    const points = features.points.map((claim) => markPoint(claim, answer, guard, model.points));
    return { points, flags, guard, ...creditsOf(item.question, points) };
  };
  const mark = markedUnder(guardOf(item, answer));
  return isFarFetched(answer, mark.suggestedCredit) ? markedUnder('off-topic') : mark;
}

function markPoint(
  claim: ClaimFeatures,
  answer: PreparedAnswer,
  guard: AnswerGuard | null,
  weights: Weights,
): PointMark {
  const { id, features, evidence } = claim;
  const chance = evidence.coverage > 0 ? chanceOf(features, weights) : 0;
  if (guard === 'empty' || guard === 'copied')
    return { id, state: 'open', clear: true, share: 0, evidence: null };
  const state = chance >= TURNS.said && guard === null ? 'said' : chance >= TURNS.unsure ? 'unsure' : 'open';
  const clear =
    (state === 'said' && chance >= TURNS.clearFrom) || (state === 'open' && chance <= TURNS.clearUpTo);
  const share = state !== 'said' ? 0 : chance >= TURNS.whole ? 1 : 0.5;
  return { id, state, clear, share, evidence: spanOf(claim, answer) };
}

function markFlag(claim: ClaimFeatures, answer: PreparedAnswer, weights: Weights): FlagMark {
  const raised = claim.evidence.coverage > 0 && chanceOf(claim.features, weights) >= TURNS.ask;
  return { id: claim.id, raised, evidence: spanOf(claim, answer) };
}

/** The whole sentences that the evidence stands in. */
function spanOf({ evidence }: ClaimFeatures, answer: PreparedAnswer): Span | null {
  const words = sentencesAt(answer, evidence);
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}
