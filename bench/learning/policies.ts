// Ways to spend a day's minutes: what other tools do, and what ours does.
import { topicMastery } from '../../src/learner/mastery.js';
import type { RandomNumbers } from '../../src/learner/random.js';
import { dueCards } from '../../src/learner/schedule.js';
import type { Standing } from '../../src/learner/standing.js';
import { chooseEntries } from '../../src/session/choose/choose-entries.js';
import { BANK, TOPICS } from './learner.js';

/** What a policy knows at the start of a sitting. */
export interface Moment {
  readonly standing: Standing;
  /** Share right so far by topic; credit of the last answer by item. */
  readonly right: ReadonlyMap<string, { answers: number; credit: number }>;
  readonly last: ReadonlyMap<string, number>;
  readonly now: number;
  readonly interview: number;
  readonly random: RandomNumbers;
}

/** Items in the order in which they are asked; asked again when they are used up and minutes are left. */
export interface Policy {
  readonly name: string;
  order(moment: Moment): string[];
}

const random: Policy = {
  name: 'random practice',
  order: ({ random }) =>
    shuffled(
      BANK.map(({ key }) => key),
      random,
    ),
};

/** Topics by share right so far, the lowest first (those never asked in front); within a topic missed and unseen ones first. */
const weakestFirst: Policy = {
  name: 'weakest first',
  order({ right, last, random }) {
    const share = (topic: string) => {
      const tally = right.get(topic);
      return tally ? tally.credit / tally.answers : -1;
    };
    const shares = new Map(TOPICS.map((topic) => [topic, share(topic)]));
    return shuffled(BANK, random)
      .sort(
        (a, b) =>
          shares.get(a.topic)! - shares.get(b.topic)! || (last.get(a.key) ?? 0) - (last.get(b.key) ?? 0),
      )
      .map(({ key }) => key);
  },
};

/** Every due card before any new item: the usual rule of flashcard programs. New ones by weakness, the weak topics taking turns. */
const dueFirst: Policy = {
  name: 'all due first, then new',
  order({ standing, now, random }) {
    const { cards } = standing;
    const chances = new Map(topicMastery(standing.mastery, now).map(({ topic, chance }) => [topic, chance]));
    const rounds = new Map<string, number>();
    const fresh = shuffled(
      BANK.filter(({ key }) => !cards.has(key)),
      random,
    )
      .map(({ key, topic }) => {
        const round = rounds.get(topic) ?? 0;
        rounds.set(topic, round + 1);
        return { key, rank: chances.get(topic)! + 0.05 * round };
      })
      .sort((a, b) => a.rank - b.rank);
    const rest = [...cards.values()].filter((card) => card.due > now).sort((a, b) => a.due - b.due);
    return [
      ...dueCards(cards.values(), now).map(({ item }) => item),
      ...fresh.map(({ key }) => key),
      ...rest.map(({ item }) => item),
    ];
  },
};

const SHARES = new Map(TOPICS.map((topic) => [topic, 1 / TOPICS.length]));

/** What `practice` does, ten to a sitting: the program's own choice. */
function ours(name: string, withDate: boolean): Policy {
  return {
    name,
    order({ standing, now, interview, random }) {
      const abilities = new Map(topicMastery(standing.mastery, now).map((row) => [row.topic, row]));
      return chooseEntries(
        BANK,
        { cards: standing.cards, abilities },
        {
          now,
          interview: withDate ? interview : null,
          level: null,
          seed: Math.floor(random() * 2 ** 31),
          count: 10,
          shares: SHARES,
          only: null,
          openShare: 1,
        },
      ).map(({ key }) => key);
    },
  };
}

/** All of them, the baselines first. */
export const POLICIES: readonly Policy[] = [
  random,
  weakestFirst,
  dueFirst,
  ours('our practice, no date set', false),
  ours('our practice to the date', true),
];

function shuffled<T>(items: readonly T[], random: RandomNumbers): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}
