// api-quiz drill: chosen topics until they are right; misses come back.

import type { Command } from '../app/command.js';
import { refuseExclusions } from '../app/exclusions.js';
import { findSitting, itemsAskedIn } from '../app/find-sitting.js';
import { learntFrom, weakestTopics } from '../app/learnt.js';
import { againOf, openScene, openShareOf, seedOf, sittingChoices } from '../app/open-scene.js';
import { valuesIn } from '../app/option-rows.js';
import { FILTER_OPTIONS, type Options, SITTING_OPTIONS } from '../app/options.js';
import { startSitting } from '../app/run-sitting.js';
import type { OpenScene } from '../app/scene.js';
import { sinceInstant } from '../app/since.js';
import type { BankEntry } from '../bank/entry.js';
import { filterEntries, filterInWords, NO_FILTER } from '../bank/filter.js';
import type { RememberedAnswer } from '../history/remembered-answer.js';
import type { Sitting } from '../history/sittings.js';
import { chooseEntries, interleave } from '../session/choose/choose-entries.js';
import { MISS_BELOW, MODE_RULES } from '../session/modes.js';
import { Failure } from '../text/failure.js';

/** Topics that --weak drills. */
const WEAK_TOPICS = 3;

export const drill: Command = {
  arguments: [{ name: '[topic...]', text: 'topics; all when left out' }],
  options: [
    ...FILTER_OPTIONS,
    'weak',
    'missed',
    { option: 'since', text: 'with --missed: only misses of this span (7d, 12h, 2w) or since this day' },
    'missedOf',
    ...SITTING_OPTIONS,
  ],
  examples: [
    'api-quiz drill graphql status-codes-errors --level advanced',
    'api-quiz drill --weak',
    'api-quiz drill --missed --since 7d',
  ],
  async run(world, topics, options) {
    const named = Array.isArray(options.topic) ? options.topic : [];
    const asked = { ...options, topic: [...named, ...topics.flatMap(valuesIn)] };
    refuseExclusions(asked);
    const scene = await openScene(world, asked);
    const again = againOf(scene, options);
    if (again)
      return startSitting(scene, again.chosen, {
        mode: 'drill',
        seed: again.seed,
        title: again.title,
        ...sittingChoices(scene),
      });
    const seed = seedOf(world, options);
    // A span without --missed can mean nothing else.
    const missed = options.missed === true || options.missedOf !== undefined || options.since !== undefined;
    const { entries, title } = poolOf(scene, options, missed);
    const count = options.count ?? (missed ? Math.min(entries.length, 30) : MODE_RULES.drill.count);
    const request = {
      now: world.now(),
      seed,
      count,
      level: null,
      only: null,
      openShare: missed ? 1 : openShareOf(scene, count),
    };
    const chosen = missed
      ? interleave(entries.slice(0, count))
      : chooseEntries(entries, learntFrom(scene.history, scene.bank, world.now()), request);
    if (chosen.length === 0) throw new Failure(missed ? 'nothing-missed' : 'nothing-matches');
    return startSitting(scene, chosen, { mode: 'drill', seed, title, ...sittingChoices(scene) });
  },
};

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
    const sitting = findSitting(history.sittings, options.missedOf);
    entries = missedIn(sitting, entries);
    titles.push(`missed in ${sitting.id.slice(0, 15)}`);
  } else if (missed) {
    const since = typeof options.since === 'string' ? sinceInstant(options.since, world.now()) : null;
    entries = missedLast(history.answers, entries, since);
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

/** What was missed when it was last asked, the latest first; since an instant (ms), or ever. */
function missedLast(
  answers: readonly RememberedAnswer[],
  entries: readonly BankEntry[],
  since: number | null,
): BankEntry[] {
  const last = new Map<string, RememberedAnswer>();
  for (const answer of answers) {
    // A second terminal's answers stand behind those of the first: the instant decides.
    if (answer.outcome !== 'expired' && answer.at >= (last.get(answer.item)?.at ?? answer.at))
      last.set(answer.item, answer);
  }
  return entries
    .filter((entry) => {
      const answer = last.get(entry.key);
      return (
        answer !== undefined && answer.effectiveCredit < MISS_BELOW && (since === null || answer.at >= since)
      );
    })
    .sort((a, b) => (last.get(b.key)?.at ?? 0) - (last.get(a.key)?.at ?? 0));
}
