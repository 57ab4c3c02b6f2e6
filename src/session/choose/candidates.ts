// What may be asked, and what asking it is worth: the value of an item on the interview day per second it takes.

import type { BankEntry } from '../../bank/entry.js';
import { practiceSeconds } from '../../learner/answer-time.js';
import {
  askingGain,
  interviewDay,
  knownBefore,
  knownSince,
  type TopicAbility,
  UNKNOWN_ABILITY,
} from '../../learner/item-value.js';
import type { Card } from '../../learner/schedule.js';
import { LEVELS, type Level } from '../../question/vocabulary.js';
import { familyOf } from './apart.js';

/** What the history says, as far as choosing needs it. */
export interface Learnt {
  /** By `pack/id`; an item without a card has never been answered. */
  readonly cards: ReadonlyMap<string, Card>;
  /** By topic; missing: unknown. */
  readonly abilities: ReadonlyMap<string, TopicAbility>;
}

export interface Aim {
  /** Instants, ms; `interview` null: none is set. */
  readonly now: number;
  readonly interview: number | null;
  /** The level the person leans to; null: the one that fits what the answers say. */
  readonly level: Level | null;
}

/** An entry that may be asked now. */
export interface Candidate {
  readonly entry: BankEntry;
  /** The last answer it stands for: its own, or that of the item it is a variant of. */
  readonly card: Card | undefined;
  /** Its main one. */
  readonly concept: string;
  /** Expected gain, [0, 1], on the day, per second. */
  readonly value: number;
  readonly seconds: number;
}

/**
 * Share of what asking an item teaches that its concept's other items get too, assumed: the explanation of one helps with the next.
 * bench/learning shows what it changes.
 */
const TEACHING = 0.15;

/** Weight of an unseen item whose level is none, one, two steps from the one leaned to. */
const LEANING = [1, 0.35, 0.1];

/**
 * One candidate per family of variants: its unseen item, or, where the last answer was a miss, the variant asked longest ago. Every
 * question of the bank comes by here at each start, mostly before the compiler has had a look at it: nothing is named or looked up twice.
 */
export function candidatesOf(entries: readonly BankEntry[], learnt: Learnt, aim: Aim): Candidate[] {
  const { cards } = learnt;
  const families = familiesIn(entries);
  const valued = valueBy(entries, learnt, aim);
  const candidates: Candidate[] = [];
  for (const entry of entries) {
    const family = families.get(entry);
    if (family === undefined) candidates.push(valued(entry, cardOf(entry, cards)));
    else if (family[0] === entry) candidates.push(standIn(family, cards, valued));
  }
  return candidates;
}

const cardOf = (entry: BankEntry, cards: Learnt['cards']) =>
  cards.size === 0 ? undefined : cards.get(entry.key);

type Valued = (entry: BankEntry, card: Card | undefined) => Candidate;

function valueBy(entries: readonly BankEntry[], { cards, abilities }: Learnt, aim: Aim): Valued {
  const met = meetings(entries, cards);
  const beforeOf = knownBeforeIn(abilities);
  const span = { now: aim.now, day: interviewDay(aim.now, aim.interview) };
  return (entry, card) => {
    const concept = entry.concepts[0] ?? '';
    const before = beforeOf(entry);
    const siblings = met.get(concept) ?? NO_MEETINGS;
    // What its concept's other items have taught already need not be taught again; what it teaches them comes on top.
    const known = card ? knownSince(before, card) : 1 - (1 - before) * (1 - TEACHING) ** siblings.met;
    const gain = isRecent(card, aim.now) ? 0 : askingGain(card, known, span);
    const others = card ? 0 : Math.max(0, siblings.all - siblings.met - 1);
    const leaning = card ? 1 : leaningWeight(entry.level, aim.level);
    const seconds = practiceSeconds(entry.type, card !== undefined);
    const value = (gain * (1 + TEACHING * others) * leaning) / seconds;
    return { entry, card, concept, seconds, value: Math.max(0, value) };
  };
}

/** The families of more than one, by each of their members: nearly all items are alone. */
function familiesIn(entries: readonly BankEntry[]): Map<BankEntry, readonly BankEntry[]> {
  const originals = new Set<string>();
  for (const { variantOf } of entries) if (variantOf !== undefined) originals.add(variantOf);
  const members = entries.filter(({ id, variantOf }) => variantOf !== undefined || originals.has(id));
  const byName = new Map<string, BankEntry[]>();
  for (const entry of members) {
    const name = familyOf(entry);
    byName.set(name, [...(byName.get(name) ?? []), entry]);
  }
  return new Map([...byName.values()].flatMap((family) => family.map((entry) => [entry, family] as const)));
}

/** See `knownBefore`: one figure for all items of a topic and level whose own difficulty nobody knows. */
function knownBeforeIn(abilities: Learnt['abilities']): (entry: BankEntry) => number {
  const figures = new Map<string, Map<Level, number>>();
  return (entry) => {
    const { topic, level } = entry;
    if (entry.difficulty !== undefined) return knownBefore(abilities.get(topic) ?? UNKNOWN_ABILITY, entry);
    let ofTopic = figures.get(topic);
    if (ofTopic === undefined) {
      ofTopic = new Map();
      figures.set(topic, ofTopic);
    }
    let figure = ofTopic.get(level);
    if (figure === undefined) {
      figure = knownBefore(abilities.get(topic) ?? UNKNOWN_ABILITY, entry);
      ofTopic.set(level, figure);
    }
    return figure;
  };
}

/** What was answered this short a time ago is not asked again before everything else; a drill is for that. */
const RECENT_MS = 8 * 3_600_000;

const isRecent = (card: Card | undefined, now: number) =>
  card !== undefined && now - card.lastReview < RECENT_MS;

const NO_MEETINGS = { met: 0, all: 1 };

/** Who stands for a family: after a miss a variant of what was missed, the least recently asked; else what was asked last. */
function standIn(family: readonly BankEntry[], cards: Learnt['cards'], valued: Valued): Candidate {
  const [first] = family as [BankEntry];
  const askedAt = (entry: BankEntry) => cardOf(entry, cards)?.lastReview ?? Number.NEGATIVE_INFINITY;
  const byAge = [...family].sort((a, b) => askedAt(a) - askedAt(b));
  const latest = byAge.at(-1) as BankEntry;
  const card = cardOf(latest, cards);
  return valued(card?.missed ? (byAge[0] as BankEntry) : card ? latest : first, card);
}

/** Items of each concept: all of them, and those met. */
function meetings(
  entries: readonly BankEntry[],
  cards: ReadonlyMap<string, Card>,
): Map<string, { met: number; all: number }> {
  const counts = new Map<string, { met: number; all: number }>();
  for (const entry of entries) {
    const concept = entry.concepts[0] ?? '';
    let count = counts.get(concept);
    if (count === undefined) {
      count = { met: 0, all: 0 };
      counts.set(concept, count);
    }
    count.all += 1;
    if (cardOf(entry, cards) !== undefined) count.met += 1;
  }
  return counts;
}

/** The level whose items are about as hard as a learner of this ability (logits) can manage. */
export function fittingLevel(ability: number): Level {
  return ability > 0.7 ? 'advanced' : ability < -0.7 ? 'foundation' : 'intermediate';
}

function leaningWeight(level: Level, wanted: Level | null): number {
  return wanted === null ? 1 : (LEANING[Math.abs(LEVELS.indexOf(level) - LEVELS.indexOf(wanted))] ?? 0);
}
