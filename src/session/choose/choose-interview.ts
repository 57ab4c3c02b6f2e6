// The course of an interview: a warm-up, then deeper, a behavioural question, and what the candidate asks in turn.

import type { BankEntry } from '../../bank/entry.js';
import { randomStream } from '../../learner/random.js';
import { LEVELS, type Role } from '../../question/vocabulary.js';
import { seedFrom, shuffle } from '../shuffle.js';
import { keepApart } from './apart.js';
import { interleave } from './interleave.js';

const BEHAVIOUR = 'interview-behaviour';
const ASKING_BACK = ['questions-about-systems', 'questions-about-growth'];

/**
 * Open questions in the order of an interview: foundation first, then up the levels; at the end a behavioural one and, when
 * `count` allows, "what would you ask us?". Items for `role` in particular come first, then those never answered (`fresh`).
 * A topic that has more than half of the shares, as an advert may give it, leads: it is asked before any other.
 */
export function chooseInterview(
  entries: readonly BankEntry[],
  fresh: (entry: BankEntry) => boolean,
  count: number,
  seed: number,
  role: Role | null,
  shares: ReadonlyMap<string, number>,
): BankEntry[] {
  const lead = leadOf(shares);
  const rank = (entry: BankEntry) =>
    (entry.topic === lead ? 4 : 0) +
    (role !== null && entry.roles.includes(role) ? 2 : 0) +
    Number(fresh(entry));
  const open = keepApart(
    shuffle(
      entries.filter((entry) => entry.type === 'open'),
      randomStream(seedFrom(seed, 'interview')),
    ).sort((a, b) => rank(b) - rank(a)),
  );
  const isAskingBack = (entry: BankEntry) => ASKING_BACK.includes(entry.concepts[0] ?? '');
  const asking = open.filter(isAskingBack).slice(0, count >= 3 ? 1 : 0);
  const story = open
    .filter((entry) => entry.topic === BEHAVIOUR && !isAskingBack(entry))
    .slice(0, count >= 2 ? 1 : 0);
  const technical = open.filter((entry) => entry.topic !== BEHAVIOUR);
  const wanted = count - asking.length - story.length;
  const main = spread(technical, wanted, lead).sort(
    (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level),
  );
  const fill = open.filter((entry) => ![...main, ...story, ...asking].includes(entry));
  return [...interleaveWithinLevels(main), ...fill.slice(0, wanted - main.length), ...story, ...asking];
}

function leadOf(shares: ReadonlyMap<string, number>): string | null {
  const all = [...shares.values()].reduce((sum, share) => sum + share, 0);
  return [...shares].find(([, share]) => share > all / 2)?.[0] ?? null;
}

/** A warm-up, from the topic that leads if one does, and no topic twice where there are enough. */
function spread(entries: readonly BankEntry[], count: number, lead: string | null): BankEntry[] {
  const chosen: BankEntry[] = [];
  const warmUp = entries.find(
    ({ level, topic }) => level === 'foundation' && (lead === null || topic === lead),
  );
  if (warmUp && count > 0) chosen.push(warmUp);
  const rounds = [...entries];
  while (chosen.length < count) {
    const fresh = rounds.filter((entry) => !chosen.includes(entry));
    if (fresh.length === 0) break;
    const used = new Set(chosen.map((entry) => entry.topic));
    chosen.push(fresh.find((entry) => !used.has(entry.topic)) ?? (fresh[0] as BankEntry));
  }
  return chosen;
}

function interleaveWithinLevels(entries: readonly BankEntry[]): BankEntry[] {
  return LEVELS.flatMap((level) => interleave(entries.filter((entry) => entry.level === level)));
}
