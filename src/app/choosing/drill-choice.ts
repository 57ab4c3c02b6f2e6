// The questions of a drill: those of an earlier sitting, chosen topics, the weakest ones, or what was missed.

import type { BankEntry } from '../../bank/entry.js';
import { filterEntries, filterInWords, NO_FILTER } from '../../bank/filter.js';
import { MISS_BELOW, MODE_RULES } from '../../history/modes.js';
import type { Sitting } from '../../history/sittings.js';
import { familyOf, keepApart } from '../../session/choose/apart.js';
import { chooseEntries } from '../../session/choose/choose-entries.js';
import { interleave } from '../../session/choose/interleave.js';
import type { ItemMemory, Recollection } from '../../session/recollection.js';
import { Failure } from '../../text/failure.js';
import { findInHistory } from '../find-in-history.js';
import { itemsAskedIn } from '../find-sitting.js';
import { interviewOf, learntFrom, weakestTopics } from '../learnt.js';
import { againOf, openShareOf, seedOf } from '../open-scene.js';
import type { Options } from '../options.js';
import type { OpenScene } from '../scene.js';
import { sinceInstant } from '../since.js';
import type { ChosenQuestions } from './practice-choice.js';

/** Topics that --weak drills. */
const WEAK_TOPICS = 3;

/** Failures: `nothing-missed`, `nothing-matches`, `nothing-known-yet`, `again-gone`, those of naming a sitting. */
export function chooseDrill(scene: OpenScene, options: Options): ChosenQuestions {
  const again = againOf(scene, options);
  if (again !== undefined) return again;
  const { world } = scene;
  const seed = seedOf(world, options);
  // A span without --missed can mean nothing else.
  const missed = options.missed === true || options.missedOf !== undefined || options.since !== undefined;
  const { entries, title } = poolOf(scene, options, missed);
  const count = options.count ?? (missed ? Math.min(entries.length, 30) : MODE_RULES.drill.count);
  const request = {
    now: world.now(),
    seed,
    count,
    interview: interviewOf(scene.settings),
    shares: scene.shares,
    level: null,
    only: null,
    openShare: missed ? 1 : openShareOf(scene, count),
  };
  const chosen = missed
    ? interleave(keepApart(entries).slice(0, count))
    : chooseEntries(entries, learntFrom(scene.history, scene.bank, world.now()), request);
  if (chosen.length === 0) throw new Failure(missed ? 'nothing-missed' : 'nothing-matches');
  return { chosen, seed, title };
}

/** What the drill is about: the filter, narrowed by --weak, --missed-of and --missed, each by itself or together. */
function poolOf(
  scene: OpenScene,
  options: Options,
  missed: boolean,
): { entries: BankEntry[]; title: string } {
  const { filter, history, bank, world } = scene;
  const titles = [filterInWords(filter)];
  let entries = scene.entries;
  if (options.weak) {
    const topics = weakestTopics(history, bank, world.now(), WEAK_TOPICS);
    if (topics.length === 0) throw new Failure('nothing-known-yet');
    entries = filterEntries(entries, { ...NO_FILTER, topics });
    titles.push(topics.join(', '));
  }
  if (typeof options.missedOf === 'string') {
    const sitting = findInHistory(scene, options.missedOf);
    entries = missedIn(sitting, entries);
    titles.push(`missed in ${sitting.id.slice(0, 15)}`);
  } else if (missed) {
    const since = typeof options.since === 'string' ? sinceInstant(options.since, world.now()) : null;
    entries = missedLast(history.recall(bank).recollection, entries, since, bank.entries);
    titles.push('missed');
  }
  return { entries, title: titles.filter(Boolean).join(', ') };
}

/** What a sitting asked, or a paper never got to, and was not answered right in it. */
function missedIn(sitting: Sitting, entries: readonly BankEntry[]): BankEntry[] {
  const right = new Set(
    sitting.answers
      .filter((answer) => !answer.superseded && answer.effectiveCredit >= MISS_BELOW)
      .map((answer) => answer.item),
  );
  const asked = new Set(itemsAskedIn(sitting));
  return entries.filter((entry) => asked.has(entry.key) && !right.has(entry.key));
}

/**
 * What was missed when it was last asked, the latest first; since an instant (ms), or ever. What has variants returns as the one asked
 * longest ago; one of them answered right since is enough. `all`: every entry of the bank.
 */
function missedLast(
  { items }: Recollection,
  entries: readonly BankEntry[],
  since: number | null,
  all: readonly BankEntry[],
): BankEntry[] {
  const families = new Map(all.map((entry) => [entry.key, familyOf(entry)]));
  const last = new Map<string, NonNullable<ItemMemory['last']>>();
  for (const [item, memory] of items) {
    const family = families.get(item);
    if (family === undefined || memory.last === null) continue;
    if (memory.last.at >= (last.get(family)?.at ?? memory.last.at)) last.set(family, memory.last);
  }
  const missed = entries.filter((entry) => {
    const answer = last.get(familyOf(entry));
    return answer !== undefined && answer.credit < MISS_BELOW && (since === null || answer.at >= since);
  });
  const lastOf = (entry: BankEntry) => last.get(familyOf(entry))?.at ?? 0;
  const ownLast = ({ key }: BankEntry) => items.get(key)?.last?.at ?? 0;
  return missed.sort((a, b) => lastOf(b) - lastOf(a) || ownLast(a) - ownLast(b));
}
