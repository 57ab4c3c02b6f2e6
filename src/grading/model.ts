// From figures to a chance: a weighted sum through the logistic curve.

import type { Features } from './features.js';

export interface Weights {
  bias: number;
  /** Weight of each figure that counts. */
  of: Readonly<Partial<Record<keyof Features, number>>>;
}

export interface Model {
  points: Weights;
  flags: Weights;
}

/** Chance, 0 to 1, that a reader would grant the claim. */
export function chanceOf(features: Features, { bias, of }: Weights): number {
  const names = Object.keys(of) as (keyof Features)[];
  const sum = names.reduce((total, name) => total + (of[name] ?? 0) * features[name], bias);
  return 1 / (1 + Math.exp(-sum));
}
