// Mastery per topic: what the answers say about items one has not memorised, with an honest interval.
import { type Attempt, DAY_MS } from './attempt.js';
import { type Belief, copyBelief, fadeBelief, learnAnswer, priorBelief, topicAbility } from './belief.js';
import { masteryEvidence } from './evidence.js';
import { DISCRIMINATION, responseCurve, SLIP } from './response-model.js';

/** Everything remembered about the abilities of a learner; made by `noAnswers`, moved on by `observe`. */
export interface MasteryState {
  readonly topics: readonly string[];
  readonly belief: Belief;
  readonly tallies: readonly Tally[];
  /** Instant (ms) up to which fading has been applied. */
  readonly at?: number;
}

interface Tally {
  readonly answers: number;
  readonly misses: number;
  readonly lastSeen?: number;
}

/** One topic's figures. Chances are [0, 1]. */
export interface TopicMastery {
  readonly topic: string;
  /** Chance to answer a new intermediate item of the topic right today, without options to guess from. */
  readonly chance: number;
  /** 80 % interval of that chance. */
  readonly low: number;
  readonly high: number;
  /** Ability in logits; 0 is the difficulty of an intermediate item. */
  readonly ability: number;
  readonly abilitySd: number;
  /** Answers that counted, and those of them with a credit below a half. */
  readonly answers: number;
  readonly misses: number;
  /** Instant (ms) of the last answer that counted. */
  readonly lastSeen?: number;
  /** False: too few answers to say anything of this topic alone. */
  readonly enough: boolean;
}

/** Answers in a topic below which its own figure is not worth saying. */
export const ENOUGH_ANSWERS = 4;

/** 80 % of a normal distribution lie within this many SDs. */
const Z80 = 1.2816;

/** The state before any answer, for these topics (the bank's, in its order). */
export function noAnswers(topics: readonly string[]): MasteryState {
  return {
    topics,
    belief: priorBelief(topics.length),
    tallies: topics.map(() => ({ answers: 0, misses: 0 })),
  };
}

/**
 * The state after one more attempt, which must be later than those before and one that counts (see `masteryEvidence`;
 * a diagnosis asks only new items, all count). An attempt of an unknown topic changes nothing.
 */
export function observe(state: MasteryState, attempt: Attempt): MasteryState {
  const draft: MasteryDraft = { ...state, belief: copyBelief(state.belief), tallies: [...state.tallies] };
  absorb(draft, attempt);
  return draft;
}

/** The state after all these attempts, in any order: sorts, drops copies, and leaves out what does not count. */
export function masteryFrom(topics: readonly string[], attempts: Iterable<Attempt>): MasteryState {
  const draft = masteryDraft(topics);
  for (const attempt of masteryEvidence(attempts)) absorb(draft, attempt);
  return draft;
}

/** The belief as it stands at `now` (ms), faded since the last answer. */
export function beliefAt(state: MasteryState, now: number): Belief {
  if (state.at === undefined || now <= state.at) return state.belief;
  const belief = copyBelief(state.belief);
  fadeBelief(belief, (now - state.at) / DAY_MS);
  return belief;
}

/** Figures of every topic at `now` (ms), in the order of the state's topics. */
export function topicMastery(state: MasteryState, now: number): TopicMastery[] {
  const belief = beliefAt(state, now);
  return state.topics.map((topic, index) => {
    const { mean, variance } = topicAbility(belief, index);
    const sd = Math.sqrt(variance);
    const tally = state.tallies[index]!;
    return {
      topic,
      chance: expectedChance(mean, sd),
      low: recallChance(mean - Z80 * sd),
      high: recallChance(mean + Z80 * sd),
      ability: mean,
      abilitySd: sd,
      ...tally,
      enough: tally.answers >= ENOUGH_ANSWERS,
    };
  });
}

/** A state that is changed in place: one copy of the belief less for every answer. */
export interface MasteryDraft extends MasteryState {
  readonly tallies: Tally[];
  at?: number;
}

/** The draft as it is now, which later changes leave alone. */
export function stateOf(draft: MasteryDraft): MasteryState {
  return { ...draft, belief: copyBelief(draft.belief), tallies: [...draft.tallies] };
}

/** The draft before any answer. */
export function masteryDraft(topics: readonly string[]): MasteryDraft {
  return { ...noAnswers(topics), tallies: topics.map((): Tally => ({ answers: 0, misses: 0 })) };
}

/** Changes the draft by one more attempt that counts, under the conditions of `observe`. Fades once a day at most: within a day nothing is forgotten that could be measured, and a busy day stays cheap. */
export function absorb(
  draft: MasteryDraft,
  attempt: Pick<Attempt, 'at' | 'topic' | 'level' | 'difficulty' | 'guess' | 'marking' | 'credit'>,
): void {
  const index = draft.topics.indexOf(attempt.topic);
  if (index < 0) return;
  const days = draft.at === undefined ? 0 : (attempt.at - draft.at) / DAY_MS;
  if (days >= 1) fadeBelief(draft.belief, days);
  if (draft.at === undefined || days >= 1) draft.at = attempt.at;
  learnAnswer(draft.belief, index, responseCurve(attempt), attempt.credit);
  const tally = draft.tallies[index]!;
  draft.tallies[index] = {
    answers: tally.answers + 1,
    misses: tally.misses + (attempt.credit < 0.5 ? 1 : 0),
    lastSeen: attempt.at,
  };
}

/** Chance of a right answer to an intermediate item without guessing, at a known ability (logits). */
function recallChance(ability: number): number {
  return (1 - SLIP) / (1 + Math.exp(-DISCRIMINATION * ability));
}

/** The same, averaged over a normal ability (trapezoid rule, 0.25 SD steps). */
function expectedChance(mean: number, sd: number): number {
  let sum = 0;
  let total = 0;
  for (let x = -4; x <= 4; x += 0.25) {
    const weight = Math.exp((-x * x) / 2);
    sum += weight * recallChance(mean + sd * x);
    total += weight;
  }
  return sum / total;
}
