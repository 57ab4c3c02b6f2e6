// A blueprint: how many questions of which topic and level a paper has, and the choosing by it.

import type { BankEntry } from '../../bank/entry.js';
import { randomStream } from '../../learner/random.js';
import type { Level } from '../../question/vocabulary.js';
import { seedFrom, shuffle } from '../shuffle.js';
import { mayMeet } from './apart.js';
import { interleave } from './interleave.js';
import { drawQuotas } from './topic-quotas.js';

/** One line of a blueprint; a missing field means any. */
export interface BlueprintPart {
  topic?: string | undefined;
  level?: Level | undefined;
  type?: string | undefined;
  count: number;
}

/** The share of each level in a paper that has no blueprint. */
const LEVEL_SHARES: readonly (readonly [Level, number])[] = [
  ['foundation', 0.35],
  ['intermediate', 0.4],
  ['advanced', 0.25],
];

/**
 * `count` questions spread over levels as in an interview, as far as these entries have them; what a level lacks is filled from
 * any other. Topics are shared out by the choosing itself.
 */
export function defaultBlueprint(entries: readonly BankEntry[], count: number): BlueprintPart[] {
  const total = Math.min(count, entries.length);
  const parts = LEVEL_SHARES.map(([level, share]) => {
    const there = entries.filter((entry) => entry.level === level).length;
    return { level, count: Math.min(there, Math.floor(total * share)) };
  });
  const rest = total - parts.reduce((sum, part) => sum + part.count, 0);
  return [...parts, { count: rest }].filter((part) => part.count > 0);
}

/**
 * Entries for each part, no entry twice and none that gives another away, each time from the topic furthest below its quota; `shares`:
 * what each topic of the entries weighs. `missing`: parts the bank is too small for.
 */
export function chooseByBlueprint(
  entries: readonly BankEntry[],
  parts: readonly BlueprintPart[],
  shares: ReadonlyMap<string, number>,
  seed: number,
): { chosen: BankEntry[]; missing: { part: BlueprintPart; found: number }[] } {
  const pool = new Set(shuffle(entries, randomStream(seedFrom(seed, 'blueprint'))));
  const there = new Map<string, number>();
  for (const { topic } of entries) there.set(topic, (there.get(topic) ?? 0) + 1);
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  const drawn = drawQuotas(shares, there, total, randomStream(seedFrom(seed, 'quotas')));
  // Between topics that are owed alike a lot weighted by the share decides: were it the share itself, all that a level leaves
  // unfilled would go to the largest topic.
  const lots = randomStream(seedFrom(seed, 'lots'));
  const quotas = new Map(
    [...there.keys()].map((topic) => [
      topic,
      (drawn.get(topic) ?? 0) + weightedLot(shares.get(topic) ?? 0, lots()),
    ]),
  );
  const chosen: BankEntry[] = [];
  const missing: { part: BlueprintPart; found: number }[] = [];
  for (const part of parts) {
    let found = 0;
    while (found < part.count) {
      const next = mostOwed(
        [...pool].filter((entry) => fits(entry, part)),
        quotas,
      );
      if (next === undefined) break;
      pool.delete(next);
      for (const entry of pool) if (!mayMeet(entry, next)) pool.delete(entry);
      quotas.set(next.topic, (quotas.get(next.topic) ?? 0) - 1);
      chosen.push(next);
      found += 1;
    }
    if (found < part.count) missing.push({ part, found });
  }
  return { chosen: interleave(shuffle(chosen, randomStream(seedFrom(seed, 'order')))), missing };
}

/** In [0, 1); the largest of several is each one's with a chance in proportion to its share (an exponential race). */
function weightedLot(share: number, random: number): number {
  return share <= 0 ? 0 : 0.99 / (1 - Math.log(Math.max(random, 1e-12)) / share);
}

function fits(entry: BankEntry, { topic, level, type }: BlueprintPart): boolean {
  return (
    (topic === undefined || entry.topic === topic) &&
    (level === undefined || entry.level === level) &&
    (type === undefined || entry.type === type)
  );
}

function mostOwed(
  candidates: readonly BankEntry[],
  owed: ReadonlyMap<string, number>,
): BankEntry | undefined {
  let best: BankEntry | undefined;
  for (const entry of candidates) {
    if (best === undefined || (owed.get(entry.topic) ?? 0) > (owed.get(best.topic) ?? 0)) best = entry;
  }
  return best;
}
