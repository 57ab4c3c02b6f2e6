// A sitting while it is drawn: what may still be added to it, and the best of what may.

import type { BankEntry } from '../../bank/entry.js';
import { LEVELS, type Level } from '../../question/vocabulary.js';
import { mayMeet } from './apart.js';
import type { Candidate } from './candidates.js';

/** A candidate with its place: the logarithm of its value, moved by lot. */
export interface Ranked extends Candidate {
  readonly score: number;
}

export interface SittingLimits {
  readonly count: number;
  /** Open questions at most. */
  readonly open: number;
  /** The level that fits; null: a level is leaned to anyway, so there are no limits. */
  readonly fitting: Level | null;
}

/** Limits that hold: those of levels and types, of types alone, or none. Open questions are always rationed. */
export type Limits = 'all' | 'types' | 'none';

/** Largest share of a sitting's new questions at the fitting level, one and two steps from it: nobody is asked only what is too hard. */
const LEVEL_SHARES = [0.5, 0.4, 0.25];

/** No type takes more than this multiple of its share of what may be asked: short ones would be asked before all others. */
const TYPE_MULTIPLE = 2;

/** Share of its value that an item keeps when its concept has been chosen already. */
const CONCEPT_AGAIN = 0.1;

export class DrawnSitting {
  private readonly taken: Ranked[] = [];
  private readonly concepts = new Set<string>();
  private readonly levelsLeft: ReadonlyMap<string, number>;
  private readonly typesLeft: ReadonlyMap<string, number>;

  constructor(
    candidates: readonly Candidate[],
    private readonly bounds: SittingLimits,
  ) {
    this.levelsLeft = levelLimits(bounds);
    this.typesLeft = typeLimits(candidates, bounds.count);
  }

  /** Takes the best of these until `most` of them are taken, or none of the others may be asked. `limits`: which ones hold. */
  fill(ranked: readonly Ranked[], most: number, limits: Limits): void {
    const isFull = () => this.taken.length >= this.bounds.count;
    if (most === 0 || isFull()) return;
    let wanted = most - this.taken.filter((one) => ranked.includes(one)).length;
    while (wanted > 0 && !isFull() && this.takeBest(ranked, limits)) wanted -= 1;
  }

  /** The most valuable first. */
  entries(): BankEntry[] {
    return [...this.taken].sort((a, b) => b.score - a.score).map(({ entry }) => entry);
  }

  private takeBest(ranked: readonly Ranked[], limits: Limits): boolean {
    let best: Ranked | undefined;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const candidate of ranked) {
      const again = this.concepts.has(candidate.concept) ? Math.log(CONCEPT_AGAIN) : 0;
      if (candidate.score + again <= bestScore || !this.mayTake(candidate, limits)) continue;
      best = candidate;
      bestScore = candidate.score + again;
    }
    if (best === undefined) return false;
    this.taken.push(best);
    this.concepts.add(best.concept);
    return true;
  }

  private mayTake(candidate: Ranked, limits: Limits): boolean {
    const { entry, card } = candidate;
    const same = (of: (other: Ranked) => boolean) => this.taken.filter(of).length;
    if (this.taken.some((other) => other === candidate || !mayMeet(other.entry, entry))) return false;
    if (entry.type === 'open') return same((other) => other.entry.type === 'open') < this.bounds.open;
    if (limits === 'none') return true;
    const alike = same((other) => other.entry.type === entry.type);
    if (alike >= (this.typesLeft.get(entry.type) ?? 0)) return false;
    if (limits === 'types' || card !== undefined) return true;
    const fresh = same((other) => other.card === undefined && other.entry.level === entry.level);
    return fresh < (this.levelsLeft.get(entry.level) ?? 0);
  }
}

function levelLimits({ count, fitting }: SittingLimits): Map<string, number> {
  return new Map(
    LEVELS.map((level) => {
      const steps = fitting === null ? 0 : Math.abs(LEVELS.indexOf(level) - LEVELS.indexOf(fitting));
      return [level, fitting === null ? count : Math.ceil(count * (LEVEL_SHARES[steps] ?? 0))];
    }),
  );
}

function typeLimits(candidates: readonly Candidate[], count: number): Map<string, number> {
  const types = new Map<string, number>();
  for (const { entry } of candidates) types.set(entry.type, (types.get(entry.type) ?? 0) + 1);
  return new Map(
    [...types].map(([type, there]) => [type, Math.ceil((TYPE_MULTIPLE * count * there) / candidates.length)]),
  );
}
