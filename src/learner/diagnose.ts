// Which item a diagnosis asks next, and when it stops: a pure policy over what is believed so far.
import type { QuestionType } from '../question/vocabulary.js';
import { diagnosisSeconds, isTyped } from './answer-time.js';
import { type Belief, topicAbility } from './belief.js';
import { type DiagnosisProfile, turnOf } from './first-looks.js';
import { beliefAt, type MasteryState } from './mastery.js';
import { type RandomNumbers, randomStream } from './random.js';
import { DISCRIMINATION, type ItemShape, responseCurve } from './response-model.js';
import { weakestCount } from './weak.js';

/** An item that may be asked: not yet seen by this learner. */
export interface DiagnosisItem extends ItemShape {
  readonly item: string;
  readonly topic: string;
  readonly concept: string;
  readonly type: QuestionType;
}

/** A question that has been asked in this diagnosis. */
export type AskedItem = Pick<DiagnosisItem, 'topic' | 'type'>;

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

export interface DiagnosisOptions {
  /** Instant, ms. */
  readonly now: number;
  readonly seed: number;
  readonly count?: number;
  /** What each topic weighs in the role's interviews, summing to 1; left out: all alike. */
  readonly shares?: ReadonlyMap<string, number>;
}

/**
 * The next step. `left` are the items not seen yet (those of unknown topics are ignored), `asked` the questions already asked in this
 * diagnosis, in their order; the seed decides between items of equal worth.
 */
export function nextDiagnosis(
  state: MasteryState,
  left: readonly DiagnosisItem[],
  asked: readonly AskedItem[],
  { now, seed, count = DIAGNOSIS_COUNT, shares }: DiagnosisOptions,
): DiagnosisStep {
  if (asked.length >= count) return { kind: 'stop', why: 'count reached' };
  const random = randomStream(seed + asked.length);
  const choice = chooseItem(
    { belief: beliefAt(state, now), topics: state.topics, left, asked, profile: shares && { shares, seed } },
    random,
  );
  if (!choice) return { kind: 'stop', why: 'nothing left to ask' };
  if (!choice.firstLook && choice.gain < SETTLED_GAIN) return { kind: 'stop', why: 'ranking settled' };
  return { kind: 'ask', item: choice.item, why: choice.firstLook ? 'first look' : 'ranking open' };
}

/** An item to ask, and what it promises. */
export interface DiagnosisChoice<Item> {
  readonly item: Item;
  /** Of its topic, logits; see `rankingGain`. */
  readonly gain: number;
  readonly firstLook: boolean;
}

type Askable = ItemShape & AskedItem;

export interface DiagnosisSituation<Item> {
  readonly belief: Belief;
  readonly topics: readonly string[];
  readonly left: readonly Item[];
  readonly asked: readonly AskedItem[];
  readonly profile?: DiagnosisProfile | undefined;
}

/**
 * The item to ask next. First looks: as many as there are topics; without a profile every topic once, by gain, with it the
 * topic whose turn it is (see `turnOf`). Then the topic whose next answers promise most for the ranking, weighed by its
 * share, per second. In the topic the item with most information per second; equals by lot. Undefined when no known topic
 * has an item left.
 */
export function chooseItem<Item extends Askable>(
  { belief, topics, left, asked, profile }: DiagnosisSituation<Item>,
  random: RandomNumbers,
): DiagnosisChoice<Item> | undefined {
  const abilities = topics.map((_, index) => topicAbility(belief, index));
  const line = weakLine(abilities.map(({ mean }) => mean));
  const best = bestItems(topics, allowedItems(left, asked), abilities, random);
  const there = topics.filter((_, index) => best[index]);
  const shareOf = (topic: string) => profile?.shares.get(topic) ?? (profile ? 0 : 1 / topics.length);
  const total = there.reduce((sum, topic) => sum + shareOf(topic), 0);
  // Relative to equal shares: 1 where all weigh alike.
  const weightOf = (topic: string) => (total > 0 ? (shareOf(topic) / total) * there.length : 1);
  const firstLook = asked.length < there.length;
  const looked = firstLook && profile ? turnOf(topics, there, profile, asked.length) : undefined;
  const met = new Set(firstLook && !profile ? asked.map(({ topic }) => topic) : []);
  let choice: (DiagnosisChoice<Item> & { readonly worth: number }) | undefined;
  let ties = 0;
  topics.forEach((topic, index) => {
    const candidate = best[index];
    if (!candidate || met.has(topic) || (looked !== undefined && looked !== topic)) return;
    const { mean, variance } = abilities[index]!;
    const gain = rankingGain(variance, Math.abs(mean - line), candidate.information);
    const worth = (gain * weightOf(topic)) / diagnosisSeconds(candidate.item.type);
    ties = choice && Math.abs(worth - choice.worth) < 1e-11 ? ties + 1 : 1;
    const better = !choice || worth > choice.worth + 1e-11;
    if (better || (ties > 1 && random() * ties < 1))
      choice = { item: candidate.item, gain, worth, firstLook };
  });
  return choice;
}

/** Of one type at most so many in a row; typed answers at most this share of all. */
const SAME_IN_A_ROW = 2;
const TYPED_SHARE = 1 / 3;

/** What may be asked without wearing people out; all of them where nothing else is left. */
function allowedItems<Item extends AskedItem>(
  left: readonly Item[],
  asked: readonly AskedItem[],
): readonly Item[] {
  const lately = asked.slice(-SAME_IN_A_ROW).map(({ type }) => type);
  const worn = lately.length === SAME_IN_A_ROW && new Set(lately).size === 1 ? lately[0] : undefined;
  const typed = asked.filter(({ type }) => isTyped(type)).length;
  const mayType = typed + 1 <= TYPED_SHARE * (asked.length + 1);
  const allowed = left.filter(({ type }) => type !== worn && (mayType || !isTyped(type)));
  return allowed.length > 0 ? allowed : left;
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

/** An item, and the information an answer to it gives. */
interface Best<Item> {
  item: Item;
  information: number;
  perSecond: number;
  ties: number;
}

/** Per topic the item with most information per second at its estimated ability, equal ones by lot; undefined where none is left. */
function bestItems<Item extends Askable>(
  topics: readonly string[],
  left: readonly Item[],
  abilities: readonly { readonly mean: number }[],
  random: RandomNumbers,
): (Best<Item> | undefined)[] {
  const indexOf = new Map(topics.map((topic, index) => [topic, index]));
  const best: (Best<Item> | undefined)[] = topics.map(() => undefined);
  for (const item of left) {
    const index = indexOf.get(item.topic);
    if (index === undefined) continue;
    const information = itemInformation(item, abilities[index]!.mean);
    const perSecond = information / diagnosisSeconds(item.type);
    const rival = best[index];
    if (!rival || perSecond > rival.perSecond + 1e-11)
      best[index] = { item, information, perSecond, ties: 1 };
    else if (perSecond > rival.perSecond - 1e-11) {
      rival.ties += 1;
      if (random() * rival.ties < 1) rival.item = item;
    }
  }
  return best;
}
