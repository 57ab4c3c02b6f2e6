// How hard an item really is, from who answered it right: alternately abilities from difficulties and difficulties from abilities. Pure.

import { abilityFrom, addAnswer, type CurveLogs, curveLogs, GRID } from '../learner/ability-grid.js';
import { DISCRIMINATION, LEVEL_DIFFICULTY, responseCurve } from '../learner/response-model.js';
import type { AnsweredItem, ItemAnswers } from './item-answers.js';

export interface Difficulty {
  /** Logits; the mean over the items is the mean of their declared levels. */
  difficulty: number;
  /** Its standard error. */
  error: number;
}

const ROUNDS = 3;
const STEPS = 6;
/** Around the declared level: wide, so that answers outweigh it soon. */
const PRIOR_SD = 1;
/** Variance of a person's ability in one topic around their ability in all (belief.ts), for one number stands for all topics here. */
const TOPIC_VARIANCE = 0.7;

/** Of every item, in their order. */
export function itemDifficulties(answers: ItemAnswers): Difficulty[] {
  let found = answers.items.map(
    ({ level }): Difficulty => ({ difficulty: LEVEL_DIFFICULTY[level], error: PRIOR_SD }),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    const abilities = peopleAbilities(answers, found);
    found = centred(answers.items, fitItems(answers, found, abilities));
  }
  return found;
}

interface Abilities {
  mean: Float64Array;
  variance: Float64Array;
}

function peopleAbilities(answers: ItemAnswers, difficulties: readonly Difficulty[]): Abilities {
  const cells = new Float64Array(answers.people.length * GRID.length);
  const curves = answers.items.map((item, number): CurveLogs => {
    const { floor, rise } = curveOf(item);
    return curveLogs({ difficulty: difficulties[number]!.difficulty, floor, rise });
  });
  for (const { item, person, credit } of answers.attempts())
    addAnswer(cells, person * GRID.length, curves[item]!, credit);
  const found = {
    mean: new Float64Array(answers.people.length),
    variance: new Float64Array(answers.people.length),
  };
  for (let person = 0; person < answers.people.length; person += 1) {
    const { ability, sd } = abilityFrom(cells, person * GRID.length);
    found.mean[person] = ability;
    found.variance[person] = sd * sd + TOPIC_VARIANCE;
  }
  return found;
}

const curveOf = ({ level, guess, type }: AnsweredItem) =>
  responseCurve({ level, guess, marking: type === 'open' ? 'self' : 'auto' });

/** Fisher scoring on all items at once: each step goes over the answers once. */
function fitItems(
  answers: ItemAnswers,
  start: readonly Difficulty[],
  { mean, variance }: Abilities,
): Difficulty[] {
  const { items } = answers;
  const difficulty = Float64Array.from(start, (one) => one.difficulty);
  const curves = items.map(curveOf);
  const information = new Float64Array(items.length);
  for (let step = 0; step < STEPS; step += 1) {
    const score = new Float64Array(items.length);
    items.forEach(({ level }, item) => {
      information[item] = 1 / PRIOR_SD ** 2;
      score[item] = (LEVEL_DIFFICULTY[level] - difficulty[item]!) / PRIOR_SD ** 2;
    });
    for (const { item, person, credit } of answers.attempts()) {
      const { floor, rise } = curves[item]!;
      // A logistic averaged over a normal ability is close to a flatter one (Maragakis 1998: pi / 8).
      const slope = DISCRIMINATION / Math.sqrt(1 + (Math.PI / 8) * DISCRIMINATION ** 2 * variance[person]!);
      const q = 1 / (1 + Math.exp(-slope * (mean[person]! - difficulty[item]!)));
      const p = floor + rise * q;
      const change = -rise * slope * q * (1 - q);
      score[item]! += ((credit - p) / (p * (1 - p))) * change;
      information[item]! += (change * change) / (p * (1 - p));
    }
    for (let item = 0; item < items.length; item += 1)
      difficulty[item] = Math.max(-5, Math.min(5, difficulty[item]! + score[item]! / information[item]!));
  }
  return items.map((_, item) => ({
    difficulty: difficulty[item]!,
    error: 1 / Math.sqrt(information[item]!),
  }));
}

/** Only differences can be known: on average the levels are taken to be right. */
function centred(items: readonly AnsweredItem[], found: readonly Difficulty[]): Difficulty[] {
  const shift = found.reduce(
    (sum, { difficulty }, item) => sum + difficulty - LEVEL_DIFFICULTY[items[item]!.level],
    0,
  );
  const mean = found.length === 0 ? 0 : shift / found.length;
  return found.map(({ difficulty, error }) => ({ difficulty: difficulty - mean, error }));
}
