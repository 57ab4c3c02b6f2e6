// Which questions to ask: due reviews first (at most half), then unseen ones by weakness, then what was seen longest ago.

import type { BankEntry } from '../../bank/entry.js';
import { practiceMix } from '../../learner/practice-mix.js';
import { randomStream } from '../../learner/random.js';
import { type Card, retrievability } from '../../learner/schedule.js';
import { LEVELS, type Level } from '../../question/vocabulary.js';
import { seedFrom } from '../shuffle.js';

/** What the history says, as far as choosing needs it. */
export interface Learnt {
  /** By `pack/id`; an item without a card has never been answered. */
  cards: ReadonlyMap<string, Card>;
  /** Chance, 0 to 1, to answer a new intermediate item of the topic; missing: unknown. */
  chances: ReadonlyMap<string, number>;
}

export interface ChoiceRequest {
  now: number;
  seed: number;
  count: number;
  /** The level the person aims at; null: the one that fits what is known of each topic. */
  level: Level | null;
  /** Only unseen items, or only due ones; null: all. */
  only: 'new' | 'due' | null;
  /** Largest share of open questions, 0 to 1: each takes minutes. */
  openShare: number;
}

/** At most `count` entries in the order of asking: topics interleaved, one concept's items apart. */
export function chooseEntries(
  entries: readonly BankEntry[],
  learnt: Learnt,
  request: ChoiceRequest,
): BankEntry[] {
  const { now, count, only } = request;
  const recall = (entry: BankEntry) => retrievability(learnt.cards.get(entry.key) as Card, now);
  const seen = entries.filter((entry) => learnt.cards.has(entry.key));
  const isDue = (entry: BankEntry) => (learnt.cards.get(entry.key) as Card).due <= now;
  const byRecall = (a: BankEntry, b: BankEntry) => recall(a) - recall(b) || (a.key < b.key ? -1 : 1);
  const quota = openQuota(count, request.openShare);
  const everyDue = only === 'new' ? [] : quota(seen.filter(isDue).sort(byRecall));
  const unseenWanted = Math.max(count - everyDue.length, Math.floor(count / 2));
  const everyUnseen =
    only === 'due'
      ? []
      : sampleUnseen(
          entries.filter((entry) => !learnt.cards.has(entry.key)),
          learnt,
          { ...request, count: unseenWanted },
          quota,
        );
  const mix = practiceMix(everyDue, everyUnseen, count);
  const due = mix.filter((entry) => learnt.cards.has(entry.key));
  const unseen = mix.slice(due.length);
  const missing = count - mix.length;
  const rest =
    only === null ? quota(seen.filter((entry) => !isDue(entry)).sort(byRecall)).slice(0, missing) : [];
  const first = interleave(due);
  return [...first, ...interleave([...unseen, ...rest], first.at(-1))];
}

/** A filter that lets open questions through until their share of the sitting is used up. */
function openQuota(count: number, share: number): (entries: readonly BankEntry[]) => BankEntry[] {
  let left = share >= 1 ? Number.POSITIVE_INFINITY : share <= 0 ? 0 : Math.max(1, Math.floor(count * share));
  return (entries) =>
    entries.filter((entry) => {
      if (entry.type !== 'open') return true;
      left -= 1;
      return left >= 0;
    });
}

/** Share of its weight that an entry keeps each time its topic is chosen, and once its main concept is. */
const TOPIC_AGAIN = 0.15;
const CONCEPT_AGAIN = 0.1;

/** Weighted sampling without replacement: weak topics more often, the fitting level more often, neither topic nor concept again soon. */
function sampleUnseen(
  unseen: readonly BankEntry[],
  learnt: Learnt,
  request: ChoiceRequest,
  quota: (entries: readonly BankEntry[]) => BankEntry[],
): BankEntry[] {
  const next = randomStream(seedFrom(request.seed, 'choose'));
  const perTopic = new Map<string, number>();
  for (const { topic } of unseen) perTopic.set(topic, (perTopic.get(topic) ?? 0) + 1);
  const weights = unseen.map(({ topic, level }) => {
    const chance = learnt.chances.get(topic) ?? 0.5;
    const weakness = Math.min(0.85, Math.max(0.15, 1 - chance)) ** 2;
    return (weakness * levelWeight(level, request.level, chance)) / (perTopic.get(topic) as number);
  });
  const chosen: BankEntry[] = [];
  for (let left = unseen.length; left > 0 && chosen.length < request.count; left -= 1) {
    const drawn = drawWeighted(weights, next());
    const entry = unseen[drawn] as BankEntry;
    weights[drawn] = 0;
    if (quota([entry]).length === 0) continue;
    chosen.push(entry);
    unseen.forEach(({ topic, concepts }, index) => {
      if (topic === entry.topic) weights[index] = (weights[index] as number) * TOPIC_AGAIN;
      if (concepts[0] === entry.concepts[0]) weights[index] = (weights[index] as number) * CONCEPT_AGAIN;
    });
  }
  return chosen;
}

/** A place, each as likely as its weight; places of weight 0 are never drawn. `at`: from 0 up to 1. */
function drawWeighted(weights: readonly number[], at: number): number {
  let left = at * weights.reduce((sum, weight) => sum + weight, 0);
  let last = 0;
  for (const [index, weight] of weights.entries()) {
    if (weight === 0) continue;
    last = index;
    left -= weight;
    if (left < 0) break;
  }
  return last;
}

const LEVEL_FIT = [1, 0.35, 0.1];

function levelWeight(level: Level, wanted: Level | null, chance: number): number {
  const fitting = wanted ?? (chance > 0.75 ? 'advanced' : chance < 0.4 ? 'foundation' : 'intermediate');
  return LEVEL_FIT[Math.abs(LEVELS.indexOf(level) - LEVELS.indexOf(fitting))] as number;
}

/** The same entries with no two neighbours of one topic where that can be avoided, and of one concept if possible; otherwise in their order. */
export function interleave(entries: readonly BankEntry[], before?: BankEntry): BankEntry[] {
  const left = [...entries];
  const mixed: BankEntry[] = [];
  let last = before;
  while (left.length > 0) {
    [last] = left.splice(indexApart(left, last), 1) as [BankEntry];
    mixed.push(last);
  }
  return mixed;
}

/** The first that differs from the last in topic and, if possible, in concept. A topic with more than half of what is left has to come now. */
function indexApart(left: readonly BankEntry[], last: BankEntry | undefined): number {
  const counts = new Map<string, number>();
  for (const { topic } of left) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const pressing = [...counts].find(
    ([topic, count]) => topic !== last?.topic && 2 * count > left.length,
  )?.[0];
  const fits = ({ topic }: BankEntry) =>
    pressing === undefined ? topic !== last?.topic : topic === pressing;
  const otherConcept = ({ concepts }: BankEntry) => concepts[0] !== last?.concepts[0];
  const choices = [(entry: BankEntry) => fits(entry) && otherConcept(entry), fits, otherConcept];
  return Math.max(0, choices.map((choice) => left.findIndex(choice)).find((index) => index >= 0) ?? 0);
}
