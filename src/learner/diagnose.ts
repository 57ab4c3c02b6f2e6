// Which item a diagnosis asks next, and when it stops: a pure policy over what is believed so far.
import { type Belief, topicAbility } from './belief.js';
import { beliefAt, type MasteryState } from './mastery.js';
import { type Next, randomStream } from './random.js';
import { DISCRIMINATION, type ItemShape, responseCurve } from './response-model.js';
import { weakestCount } from './weak.js';

/** An item that may be asked: not yet seen by this learner. */
export interface DiagnosisItem extends ItemShape {
  readonly item: string;
  readonly topic: string;
  readonly concept: string;
}

/** The next step of a diagnosis. */
export type DiagnosisStep =
  | { readonly kind: 'ask'; readonly item: DiagnosisItem; readonly why: 'first look' | 'ranking open' }
  | { readonly kind: 'stop'; readonly why: 'count reached' | 'nothing left to ask' | 'ranking settled' };

/** Questions of a diagnosis unless the learner says otherwise. */
export const DIAGNOSIS_COUNT = 36;

/** Answers one looks ahead: a single one rarely changes a ranking, so its worth is judged as part of a few. */
const LOOKAHEAD = 8;

/**
 * The ranking is settled when no topic's next answers are expected to gain this much (logits; see `rankingGain`). In
 * bench/diagnosis sittings stopped by it name the weak topics as well as those that went on to 72 answers. With a dozen
 * topics it takes more than 36 answers to get there.
 */
export const SETTLED_GAIN = 0.04;

/**
 * The next step. `left` are the items not seen yet (those of unknown topics are ignored), `askedTopics` the topics of
 * the questions already asked in this diagnosis; `now` in ms; the seed decides between items of equal worth.
 */
export function nextDiagnosis(
  state: MasteryState,
  left: readonly DiagnosisItem[],
  askedTopics: readonly string[],
  options: { readonly now: number; readonly seed: number; readonly count?: number },
): DiagnosisStep {
  if (askedTopics.length >= (options.count ?? DIAGNOSIS_COUNT)) return { kind: 'stop', why: 'count reached' };
  const belief = beliefAt(state, options.now);
  const random = randomStream(options.seed + askedTopics.length);
  const choice = chooseItem(belief, state.topics, left, new Set(askedTopics), random);
  if (!choice) return { kind: 'stop', why: 'nothing left to ask' };
  if (!choice.firstLook && choice.gain < SETTLED_GAIN) return { kind: 'stop', why: 'ranking settled' };
  return { kind: 'ask', item: choice.item, why: choice.firstLook ? 'first look' : 'ranking open' };
}

/** An item to ask, and what it promises. */
export interface DiagnosisChoice<Item> {
  readonly item: Item;
  readonly gain: number;
  readonly firstLook: boolean;
}

/**
 * The item to ask next: of the topics not asked yet while there are any, then of all, the one whose answers promise
 * most for the ranking; in it the most informative item. Equals by lot. Undefined when no known topic has an item left.
 */
export function chooseItem<Item extends ItemShape & { readonly topic: string }>(
  belief: Belief,
  topics: readonly string[],
  left: readonly Item[],
  asked: ReadonlySet<string>,
  random: Next,
): DiagnosisChoice<Item> | undefined {
  const abilities = topics.map((_, index) => topicAbility(belief, index));
  const line = weakLine(abilities.map(({ mean }) => mean));
  const best = bestItems(topics, left, abilities, random);
  const firstLook = topics.some((topic, index) => best[index] && !asked.has(topic));
  let choice: DiagnosisChoice<Item> | undefined;
  let ties = 0;
  topics.forEach((topic, index) => {
    const candidate = best[index];
    if (!candidate || (firstLook && asked.has(topic))) return;
    const { mean, variance } = abilities[index]!;
    const gain = rankingGain(variance, Math.abs(mean - line), candidate.information);
    ties = choice && Math.abs(gain - choice.gain) < 1e-9 ? ties + 1 : 1;
    const better = !choice || gain > choice.gain + 1e-9;
    if (better || (ties > 1 && random() * ties < 1)) choice = { item: candidate.item, gain, firstLook };
  });
  return choice;
}

/** Ability halfway between the last of the weakest topics and the first of the others. */
function weakLine(means: readonly number[]): number {
  const sorted = [...means].sort((a, b) => a - b);
  const weakest = weakestCount(sorted.length);
  return (sorted[weakest - 1]! + (sorted[weakest] ?? sorted[weakest - 1]!)) / 2;
}

/**
 * What `LOOKAHEAD` answers with this information (per squared logit, each) are expected to gain, in logits, by moving a
 * topic of this variance across the line at this distance: s phi(d/s) - d Phi(-d/s) with s the SD by which they will
 * move its mean (the knowledge gradient of Frazier, Powell & Dayanik 2008 with a linear loss). Beats the straddle rule
 * of learner-model.md by a little in every world of bench/diagnosis.
 */
export function rankingGain(variance: number, distance: number, information: number): number {
  const precision = LOOKAHEAD * information;
  const s = variance * Math.sqrt(precision / (1 + precision * variance));
  if (s === 0) return 0;
  const z = distance / s;
  return s * Math.exp((-z * z) / 2) * 0.3989422804014327 - distance * upperTail(z);
}

/** Chance that a standard normal exceeds z >= 0 (Abramowitz & Stegun 26.2.17, error below 7.5e-8). */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return Math.exp((-z * z) / 2) * 0.3989422804014327 * series;
}

/** Fisher information (per squared logit) of an answer to an item about an ability (Birnbaum 1968, with guessing and slips). */
export function itemInformation(item: ItemShape, ability: number): number {
  const { difficulty, floor, rise } = responseCurve(item);
  const q = 1 / (1 + Math.exp(-DISCRIMINATION * (ability - difficulty)));
  const p = floor + rise * q;
  const slope = rise * DISCRIMINATION * q * (1 - q);
  return (slope * slope) / (p * (1 - p));
}

/** Per topic the most informative item left at its estimated ability, equal ones by lot; undefined where none is left. */
function bestItems<Item extends ItemShape & { readonly topic: string }>(
  topics: readonly string[],
  left: readonly Item[],
  abilities: readonly { readonly mean: number }[],
  random: Next,
): ({ item: Item; information: number; ties: number } | undefined)[] {
  const indexOf = new Map(topics.map((topic, index) => [topic, index]));
  const best: ({ item: Item; information: number; ties: number } | undefined)[] = topics.map(() => undefined);
  for (const item of left) {
    const index = indexOf.get(item.topic);
    if (index === undefined) continue;
    const information = itemInformation(item, abilities[index]!.mean);
    const rival = best[index];
    if (!rival || information > rival.information + 1e-9) best[index] = { item, information, ties: 1 };
    else if (information > rival.information - 1e-9) {
      rival.ties += 1;
      if (random() * rival.ties < 1) rival.item = item;
    }
  }
  return best;
}
