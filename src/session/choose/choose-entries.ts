// Which questions practice asks, and the plan with it: the most valuable ones, shared out over topics by the role's profile.

import type { BankEntry } from '../../bank/entry.js';
import { type RandomNumbers, randomStream } from '../../learner/random.js';
import { seedFrom } from '../shuffle.js';
import { type Aim, type Candidate, candidatesOf, fittingLevel, type Learnt } from './candidates.js';
import { DrawnSitting, type Ranked } from './drawn-sitting.js';
import { interleave, warmUp } from './interleave.js';
import { drawQuotas } from './topic-quotas.js';

export interface ChoiceRequest extends Aim {
  readonly seed: number;
  readonly count: number;
  /** What each topic weighs; see `poolOf`. */
  readonly shares: ReadonlyMap<string, number>;
  /** Only unseen items, or only due ones; null: all. */
  readonly only: 'new' | 'due' | null;
  /** Largest share of open questions, 0 to 1: each takes minutes. 1: they are asked like all others. */
  readonly openShare: number;
}

/** How strictly the more valuable item of a topic is asked first: chances are in proportion to value ^ this. */
const STRICTNESS = 5;

/** Every topic with a share is met within so many answers: five sittings of ten. */
const ALL_MET_WITHIN = 50;

/** Of the open questions that a sitting may have at most, so many are asked in the mean: 1 or 2 of ten. */
const OPEN_ASKED = 0.75;

/** A topic is worth the mean of its best so many items: two or three quick ones are soon asked. */
const BEST = 8;

/** At most `count` entries in the order of asking: the most valuable first, but topics and concepts apart. */
export function chooseEntries(
  entries: readonly BankEntry[],
  learnt: Learnt,
  request: ChoiceRequest,
): BankEntry[] {
  const next = randomStream(seedFrom(request.seed, 'choose'));
  const wanted = candidatesOf(entries, learnt, request).filter(({ card }) => isWanted(card, request));
  const ranked = rankByLot(wanted, next);
  const { count, openShare, level } = request;
  const rationed = openShare < 1;
  const most = rationed ? Math.ceil(openShare) * Math.max(1, Math.floor(count * openShare)) : count;
  const sitting = new DrawnSitting(wanted, {
    count,
    open: most,
    fitting: level === null ? fittingLevel(meanAbility([...ranked.keys()], learnt)) : null,
  });
  const quotas = topicQuotas(ranked, learnt, request, next);
  const opens = rationed ? openQuotas(ranked, quotas, most * OPEN_ASKED, next) : new Map<string, number>();
  // The profile goes before levels and types; what items that must not meet leave unfilled comes from anywhere.
  const topics = [...quotas].map(([topic, quota]) => {
    const own = ranked.get(topic) ?? [];
    const open = opens.get(topic) ?? 0;
    const others = rationed ? own.filter((one) => !isOpen(one)) : own;
    return { quota: quota - open, others, open, opens: open === 0 ? [] : own.filter(isOpen) };
  });
  for (const limits of ['all', 'types', 'none'] as const)
    for (const own of topics) {
      sitting.fill(own.opens, own.open, limits);
      sitting.fill(own.others, own.quota, limits);
    }
  sitting.fill([...ranked.values()].flat(), count, 'none');
  return warmUp(interleave(sitting.entries()));
}

const isOpen = ({ entry }: Candidate) => entry.type === 'open';

function isWanted(card: Candidate['card'], { only, now }: ChoiceRequest): boolean {
  if (only === 'new') return card === undefined;
  return only === null || (card !== undefined && card.due <= now);
}

/** By topic. The lot makes the chance of being first proportional to value ^ STRICTNESS (Gumbel 1954). */
function rankByLot(candidates: readonly Candidate[], next: RandomNumbers): Map<string, Ranked[]> {
  const ranked = new Map<string, Ranked[]>();
  for (const candidate of candidates) {
    const lot = -Math.log(-Math.log(Math.max(next(), 1e-12)));
    const { entry, card, concept, value, seconds } = candidate;
    // Named one by one: a copy of a thousand objects takes ten times as long.
    const one = { entry, card, concept, value, seconds, score: Math.log(value + 1e-12) + lot / STRICTNESS };
    const { topic } = entry;
    const own = ranked.get(topic);
    if (own) own.push(one);
    else ranked.set(topic, [one]);
  }
  return ranked;
}

/** Questions per topic: in proportion to share x value; those never met get in time what they need. */
function topicQuotas(
  ranked: ReadonlyMap<string, Ranked[]>,
  { cards }: Learnt,
  { count, shares }: ChoiceRequest,
  next: RandomNumbers,
): Map<string, number> {
  const met = new Set([...cards.values()].map(({ topic }) => topic));
  const unmet = [...ranked.keys()].filter((topic) => !met.has(topic) && (shares.get(topic) ?? 0) > 0);
  const owed = Math.ceil((unmet.length * count) / Math.max(count, ALL_MET_WITHIN - cards.size));
  const firsts = drawQuotas(
    shares,
    new Map(unmet.map((topic) => [topic, 1])),
    Math.min(Math.ceil(count / 2), owed),
    next,
  );
  const taken = (topic: string) => firsts.get(topic) ?? 0;
  const chosen = [...firsts.values()].reduce((sum, quota) => sum + quota, 0);
  const weights = nearShares(shares, new Map([...ranked].map(([topic, own]) => [topic, worth(own)])));
  const there = new Map([...ranked].map(([topic, own]) => [topic, own.length - taken(topic)]));
  const quotas = drawQuotas(weights, there, count - chosen, next);
  return new Map([...ranked.keys()].map((topic) => [topic, taken(topic) + (quotas.get(topic) ?? 0)]));
}

/**
 * How far a topic's part may go from its share for the value of its items; rounding and lots take it a little further. What is a
 * quarter or more of all was asked for by name: there the value alone decides.
 */
const LEEWAY = 0.07;
const NAMED = 0.25;

/** Shares x worth, summing to about 1, none further from its share than the leeway. */
function nearShares(
  shares: ReadonlyMap<string, number>,
  worths: ReadonlyMap<string, number>,
): Map<string, number> {
  const shareOf = (topic: string) => shares.get(topic) ?? 0;
  const all = [...worths].reduce((sum, [topic]) => sum + shareOf(topic), 0);
  const total = [...worths].reduce((sum, [topic, value]) => sum + shareOf(topic) * value, 0);
  return new Map(
    [...worths].map(([topic, value]) => {
      const share = all > 0 ? shareOf(topic) / all : 0;
      const leeway = share >= NAMED ? 1 : LEEWAY;
      const weight = total > 0 ? (shareOf(topic) * value) / total : 0;
      return [topic, Math.min(share + leeway, Math.max(share - leeway, weight))];
    }),
  );
}

function worth(own: readonly Candidate[]): number {
  const best = Float64Array.from(own, ({ value }) => value)
    .sort()
    .subarray(-BEST);
  return best.reduceRight((sum, value) => sum + value, 0) / best.length;
}

/** Of each topic's quota, how many are open: `wanted` in the mean, where the topics have open ones. */
function openQuotas(
  ranked: ReadonlyMap<string, Ranked[]>,
  quotas: ReadonlyMap<string, number>,
  wanted: number,
  next: RandomNumbers,
): Map<string, number> {
  const opens = new Map([...ranked].map(([topic, own]) => [topic, own.filter(isOpen).length]));
  const shares = new Map(
    [...ranked].map(([topic, own]) => [
      topic,
      ((quotas.get(topic) ?? 0) * (opens.get(topic) ?? 0)) / own.length,
    ]),
  );
  const there = new Map([...opens].map(([topic, open]) => [topic, Math.min(open, quotas.get(topic) ?? 0)]));
  return drawQuotas(shares, there, Math.floor(wanted + next()), next);
}

/** Mean ability (logits) over these topics: those that may be asked. */
function meanAbility(topics: readonly string[], { abilities }: Learnt): number {
  const sum = topics.reduce((total, topic) => total + (abilities.get(topic)?.ability ?? 0), 0);
  return topics.length === 0 ? 0 : sum / topics.length;
}
