// Marks a typed answer to an open question: which points are said, by which sentence, which red flags to ask about. Offline and deterministic.

import type { Exemplar } from '../question/exemplar.js';
import type { FlagMark, Guard, OpenMark, PointMark, Span } from '../question/open-mark.js';
import type { Open } from '../question/question.js';
import { creditsOf } from './credits.js';
import { type ClaimFeatures, featuresOf, sentencesAt } from './features.js';
import { guardOf } from './guards.js';
import { chanceOf, type Model, type Weights } from './model.js';
import { type PreparedAnswer, prepareAnswer } from './prepared-answer.js';
import { type PreparedItem, prepareItem } from './prepared-item.js';
import { MODEL } from './weights.js';

/** Chance from which a point counts as said, and below which it was not found. */
const SAID_FROM = 0.4;
const OPEN_BELOW = 0.25;
/** Chances from which on, and up to which, a point is clear: measured by the bench. */
const CLEAR_FROM = 0.8;
const CLEAR_UP_TO = 0.2;
/** Chance from which a red flag is asked about. */
const ASK_FROM = 0.4;

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
  const guard = guardOf(item, answer);
  const features = featuresOf(item, answer);
  const points = features.points.map((claim) => markPoint(claim, answer, guard, model.points));
  const flags = features.flags.map((claim) => markFlag(claim, answer, model.flags));
  return { points, flags, guard, ...creditsOf(item.question, points) };
}

function markPoint(
  claim: ClaimFeatures,
  answer: PreparedAnswer,
  guard: Guard | null,
  weights: Weights,
): PointMark {
  const { id, features, evidence } = claim;
  const chance = evidence.coverage > 0 ? chanceOf(features, weights) : 0;
  if (guard === 'empty' || guard === 'copied')
    return { id, state: 'open', clear: true, share: 0, evidence: null };
  const state = chance >= SAID_FROM && guard === null ? 'said' : chance >= OPEN_BELOW ? 'unsure' : 'open';
  const clear = (state === 'said' && chance >= CLEAR_FROM) || (state === 'open' && chance <= CLEAR_UP_TO);
  return { id, state, clear, share: state === 'said' ? 1 : 0, evidence: spanOf(claim, answer) };
}

function markFlag(claim: ClaimFeatures, answer: PreparedAnswer, weights: Weights): FlagMark {
  const raised = claim.evidence.coverage > 0 && chanceOf(claim.features, weights) >= ASK_FROM;
  return { id: claim.id, raised, evidence: spanOf(claim, answer) };
}

/** The whole sentences that the evidence stands in. */
function spanOf({ evidence }: ClaimFeatures, answer: PreparedAnswer): Span | null {
  const words = sentencesAt(answer, evidence);
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}
