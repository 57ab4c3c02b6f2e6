// Ways to spend a day's minutes: what other tools do, and what ours do.
import type { Attempt } from '../../src/learner/attempt.js';
import { masteryFrom, topicMastery } from '../../src/learner/mastery.js';
import { planToday } from '../../src/learner/plan.js';
import { practiceMix } from '../../src/learner/practice-mix.js';
import type { Next } from '../../src/learner/random.js';
import { type Card, dueCards, scheduleCards } from '../../src/learner/schedule.js';
import { ASSUMPTIONS, BANK, TOPICS } from './learner.js';

/** What a policy knows at the start of a day. */
export interface Morning {
  readonly attempts: readonly Attempt[];
  readonly now: number;
  readonly interview: number;
  readonly random: Next;
}

/** Items in the order in which they are asked until the minutes are used up. */
export interface DayPolicy {
  readonly name: string;
  order(morning: Morning): string[];
}

const random: DayPolicy = {
  name: 'random practice',
  order: ({ random }) =>
    shuffled(
      BANK.map(({ item }) => item),
      random,
    ),
};

/** Topics by share right so far, the lowest first (those never asked in front); within a topic missed and unseen ones first. */
const weakestFirst: DayPolicy = {
  name: 'weakest first',
  order({ attempts, random }) {
    const last = new Map(attempts.map((attempt) => [attempt.item, attempt.credit]));
    const share = (topic: string) => {
      const credits = attempts.filter((attempt) => attempt.topic === topic).map((attempt) => attempt.credit);
      return credits.length === 0 ? -1 : credits.reduce((a, b) => a + b, 0) / credits.length;
    };
    const shares = new Map(TOPICS.map((topic) => [topic, share(topic)]));
    const items = shuffled(BANK, random);
    return items
      .sort(
        (a, b) =>
          shares.get(a.topic)! - shares.get(b.topic)! || (last.get(a.item) ?? 0) - (last.get(b.item) ?? 0),
      )
      .map(({ item }) => item);
  },
};

/** Every due card before any new item: the usual rule of flashcard programs. */
const dueFirst: DayPolicy = {
  name: 'all due first, then new',
  order(morning) {
    const { due, fresh, rest } = dayLists(morning);
    return [...due, ...fresh, ...rest];
  },
};

/** Ours without a date: sittings that are half due, half new. */
const practice: DayPolicy = {
  name: 'our practice',
  order(morning) {
    const { due, fresh, rest } = dayLists(morning);
    const asked: string[] = [];
    // Ten to a sitting, one sitting after the other until the minutes are used up.
    for (let left = { due, fresh }; left.due.length + left.fresh.length > 0; ) {
      const sitting = new Set(practiceMix(left.due, left.fresh, 10));
      asked.push(...sitting);
      const open = (item: string) => !sitting.has(item);
      left = { due: left.due.filter(open), fresh: left.fresh.filter(open) };
    }
    return [...asked, ...rest];
  },
};

const plan: DayPolicy = {
  name: 'our plan to the date',
  order(morning) {
    const { cards, chances } = picture(morning);
    const unseen = shuffled(
      BANK.filter(({ item }) => !cards.has(item)),
      morning.random,
    );
    const topics = TOPICS.map((topic) => ({
      topic,
      unseen: unseen.filter((item) => item.topic === topic).length,
      chance: chances.get(topic)!,
    }));
    const day = planToday({
      ...ASSUMPTIONS,
      cards: [...cards.values()],
      topics,
      now: morning.now,
      interview: morning.interview,
    });
    const fresh = [...day!.newByTopic].flatMap(([topic, count]) =>
      unseen.filter((item) => item.topic === topic).slice(0, count),
    );
    return [...day!.reviewItems, ...fresh.map(({ item }) => item)];
  },
};

/** All of them, the baselines first. */
export const DAY_POLICIES: readonly DayPolicy[] = [random, weakestFirst, dueFirst, practice, plan];

function picture({ attempts, now }: Morning): { cards: Map<string, Card>; chances: Map<string, number> } {
  const mastery = topicMastery(masteryFrom(TOPICS, attempts), now);
  return {
    cards: scheduleCards(attempts),
    chances: new Map(mastery.map(({ topic, chance }) => [topic, chance])),
  };
}

/** Due items most urgent first; unseen ones by weakness, the weak topics taking turns; the others by due date. */
function dayLists(morning: Morning): { due: string[]; fresh: string[]; rest: string[] } {
  const { cards, chances } = picture(morning);
  const rounds = new Map<string, number>();
  const fresh = shuffled(
    BANK.filter(({ item }) => !cards.has(item)),
    morning.random,
  )
    .map(({ item, topic }) => {
      const round = rounds.get(topic) ?? 0;
      rounds.set(topic, round + 1);
      return { item, key: chances.get(topic)! + 0.05 * round };
    })
    .sort((a, b) => a.key - b.key);
  const rest = [...cards.values()].filter((card) => card.due > morning.now).sort((a, b) => a.due - b.due);
  const names = (list: readonly { readonly item: string }[]) => list.map(({ item }) => item);
  return { due: names(dueCards(cards.values(), morning.now)), fresh: names(fresh), rest: names(rest) };
}

function shuffled<T>(items: readonly T[], random: Next): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}
