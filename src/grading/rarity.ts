// How much a stem tells: the rarer in the bank, the more.

import { RARITY_TABLE } from './rarity-table.js';

const WEIGHTS = new Map<string, number>();
for (const row of RARITY_TABLE.trim().split('\n')) {
  const [weight, ...stems] = row.split(' ');
  for (const stem of stems) WEIGHTS.set(stem, Number(weight));
}

/** Weight of a stem that (nearly) no item has, and of the most frequent ones. */
const UNKNOWN = 0.9;
const LEAST = 0.08;

/** 0.08 to 1; a stem the bank hardly knows tells most. */
export function rarity(stem: string): number {
  return Math.max(LEAST, WEIGHTS.get(stem) ?? UNKNOWN);
}
