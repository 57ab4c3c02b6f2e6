// The two estimators a policy can stand on: ours, and the sketch of learner-model.md that is kept as the baseline.
import { type Belief, learnAnswer, priorBelief, topicAbility } from '../../src/learner/belief.js';
import { type ItemShape, LEVEL_DIFFICULTY, responseCurve } from '../../src/learner/response-model.js';

/** What a policy may ask of an estimator; topics are indices, abilities logits. */
export interface Estimator {
  ability(topic: number): { mean: number; variance: number };
  learn(topic: number, shape: ItemShape, credit: number): void;
  readonly belief?: Belief;
}

/** src/learner as it ships. */
export function ourEstimator(topics: number): Estimator {
  const belief = priorBelief(topics);
  return {
    belief,
    ability: (topic) => topicAbility(belief, topic),
    learn: (topic, shape, credit) => learnAnswer(belief, topic, responseCurve(shape), credit),
  };
}

/** One Gaussian with a plugged-in spread of .8 and Fisher-information steps, SDs widened by 1.15: learner-model.md, word for word. */
export function sketchEstimator(topics: number): Estimator {
  const mean = new Float64Array(topics);
  const covariance = new Float64Array(topics * topics).fill(1);
  for (let t = 0; t < topics; t++) covariance[t * topics + t] = 1 + 0.8 ** 2;
  return {
    ability: (t) => ({ mean: mean[t]!, variance: 1.15 ** 2 * covariance[t * topics + t]! }),
    learn(topic, shape, credit) {
      const error = shape.marking === 'self' ? 0.1 : 0;
      const floor = Math.max(shape.guess, error);
      const rise = 1 - floor - Math.max(0.03, error);
      const q = 1 / (1 + Math.exp(-0.9 * (mean[topic]! - LEVEL_DIFFICULTY[shape.level])));
      const p = floor + rise * q;
      const slope = rise * 0.9 * q * (1 - q);
      const information = (slope * slope) / (p * (1 - p));
      const gradient = ((credit - p) * slope) / (p * (1 - p));
      const factor = 1 / (1 + information * covariance[topic * topics + topic]!);
      const column = covariance.slice(topic * topics, topic * topics + topics);
      for (let s = 0; s < topics; s++) {
        mean[s]! += column[s]! * factor * gradient;
        for (let t = 0; t < topics; t++)
          covariance[s * topics + t]! -= column[s]! * column[t]! * information * factor;
      }
    },
  };
}
