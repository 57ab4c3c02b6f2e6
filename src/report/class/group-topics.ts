// Which topics a group is weak in: the mean over its people with the uncertainty of each, and the chance of being among the weakest. Pure.

import { abilityFrom, type GridAbility, Z80 } from '../../learner/ability-grid.js';
import { normalStream, randomStream } from '../../learner/random.js';
import { tiedRanks, weakestCount, weakWord } from '../../learner/weak.js';
import { safeLine } from '../../text/safe.js';
import type { Estimate, GroupTopic } from './class-summary.js';
import type { Cell, PersonTally } from './class-tally.js';

/** The draws of the ranking are the same in every report: equal answers give equal figures. */
const SEED = 1;
const DRAWS = 4000;

/** The estimates of all cells, made once. */
export type Estimates = (cell: Cell) => GridAbility;

/** Remembers, for each cell is asked for by its person, its group and its team. */
export function estimatesOnce(): Estimates {
  const made = new Map<Cell, GridAbility>();
  return (cell) => {
    const known = made.get(cell);
    if (known) return known;
    const estimate = abilityFrom(cell.block, cell.at);
    made.set(cell, estimate);
    return estimate;
  };
}

/** Mean chance of several people, and the 80 % interval of that mean (of these people, not of people like them). */
export function meanEstimate(estimates: readonly GridAbility[]): Estimate & { error: number } {
  const count = estimates.length;
  const chance = estimates.reduce((sum, one) => sum + one.chance, 0) / count;
  const error = Math.sqrt(estimates.reduce((sum, one) => sum + one.chanceSd ** 2, 0)) / count;
  return { chance, low: Math.max(0, chance - Z80 * error), high: Math.min(1, chance + Z80 * error), error };
}

/** All topics with a counted answer in the group, the likeliest weak one first. */
export function groupTopics(
  people: readonly PersonTally[],
  topics: Iterable<string>,
  titleOf: (topic: string) => string,
  estimateOf: Estimates,
): GroupTopic[] {
  const rows = [...topics].sort().flatMap((topic) => {
    const cells = people.flatMap(({ cells }) => {
      const cell = cells.get(topic);
      return cell && cell.counted > 0 ? [cell] : [];
    });
    if (cells.length === 0) return [];
    const counted = cells.reduce((sum, cell) => sum + cell.counted, 0);
    const credit = cells.reduce((sum, cell) => sum + cell.credit, 0) / counted;
    const mean = meanEstimate(cells.map(estimateOf));
    return [
      {
        topic: safeLine(topic),
        title: titleOf(topic),
        people: cells.length,
        notStarted: people.length - cells.length,
        counted,
        credit,
        ...mean,
      },
    ];
  });
  const chances = weakChances(rows);
  const ranked = rows
    .map((row, index) => ({ ...row, weakChance: chances[index] ?? 0 }))
    .sort((a, b) => b.weakChance - a.weakChance || a.chance - b.chance || (a.topic < b.topic ? -1 : 1));
  const ranks = tiedRanks(ranked.map(({ weakChance }) => weakChance));
  return ranked.map(({ error: _, ...row }, index) => ({
    ...row,
    word: weakWord(row.weakChance),
    rank: ranks[index]?.rank ?? index + 1,
    tied: ranks[index]?.tied ?? false,
  }));
}

/** Per topic the share of seeded draws in which it is among the lowest. */
function weakChances(rows: readonly { chance: number; error: number }[]): number[] {
  const normal = normalStream(randomStream(SEED));
  const counts = rows.map(() => 0);
  const most = weakestCount(rows.length);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const drawn = rows.map(({ chance, error }) => chance + error * normal());
    for (let place = 0; place < Math.min(most, rows.length); place += 1) {
      let lowest = 0;
      for (let at = 1; at < drawn.length; at += 1) if (drawn[at]! < drawn[lowest]!) lowest = at;
      counts[lowest]! += 1;
      drawn[lowest] = Number.POSITIVE_INFINITY;
    }
  }
  return counts.map((count) => count / DRAWS);
}
