// What share of the bank a learner remembers, and would answer right, on a given day.
import { retrievability } from './forgetting.js';
import type { Card } from './schedule.js';

/** A topic of the bank as the forecast needs it. */
export interface TopicShare {
  readonly topic: string;
  /** Items of the topic never seen. */
  readonly unseen: number;
  /** Chance, [0, 1], to answer a new item of the topic right today (`TopicMastery.chance`). */
  readonly chance: number;
}

/** A share, [0, 1], today and on the day, with and without the plan. */
export interface ShareForecast {
  readonly today: number;
  readonly withPlan: number;
  readonly withoutPlan: number;
}

/** One topic on the day. */
export interface TopicForecast {
  readonly topic: string;
  readonly items: number;
  /** Items still unseen on the day. */
  readonly unseenLeft: number;
  /** Remembered share of all items of the topic: retrievability of the seen ones, an unseen one counts 0. */
  readonly remembered: ShareForecast;
  /** Share that would be answered right: remembered, or else known like any new item of the topic. */
  readonly ready: ShareForecast;
}

/** What a forecast is made from: the cards as they are, and as they will be when the plan is done. */
export interface ForecastInput {
  readonly topics: readonly TopicShare[];
  readonly before: readonly Card[];
  readonly after: readonly Card[];
  /** Instants, ms. */
  readonly now: number;
  readonly day: number;
}

/** The forecast per topic, in the order given, and over all items. Cards of topics not given are left out. */
export function forecast(input: ForecastInput): {
  topics: TopicForecast[];
  overall: Omit<TopicForecast, 'topic'>;
} {
  const before = byTopic(input.before);
  const after = byTopic(input.after);
  const topics = input.topics.map(({ topic, unseen, chance }) => {
    const cardsNow = before.get(topic) ?? [];
    const cardsThen = after.get(topic) ?? [];
    const items = cardsNow.length + unseen;
    const remembered = {
      today: rememberedShare(cardsNow, items, input.now),
      withPlan: rememberedShare(cardsThen, items, input.day),
      withoutPlan: rememberedShare(cardsNow, items, input.day),
    };
    return {
      topic,
      items,
      unseenLeft: items - cardsThen.length,
      remembered,
      ready: eachShare(remembered, (r) => r + (1 - r) * chance),
    };
  });
  return { topics, overall: overAll(topics) };
}

/**
 * Mean retrievability at `now` (ms) of `items` items, of which these cards have been seen; 0 when there is none. What was missed at its
 * last asking counts as not remembered until it is right once: FSRS has it at 100 % when its feedback has just been read.
 */
export function rememberedShare(cards: readonly Card[], items: number, now: number): number {
  const sum = cards.reduce((total, card) => total + (card.missed ? 0 : retrievability(card, now)), 0);
  return items === 0 ? 0 : sum / items;
}

function overAll(topics: readonly TopicForecast[]): Omit<TopicForecast, 'topic'> {
  const items = topics.reduce((sum, topic) => sum + topic.items, 0);
  const mean = (share: (topic: TopicForecast) => number) =>
    items === 0 ? 0 : topics.reduce((sum, topic) => sum + share(topic) * topic.items, 0) / items;
  const means = (of: 'remembered' | 'ready'): ShareForecast => ({
    today: mean((topic) => topic[of].today),
    withPlan: mean((topic) => topic[of].withPlan),
    withoutPlan: mean((topic) => topic[of].withoutPlan),
  });
  const unseenLeft = topics.reduce((sum, topic) => sum + topic.unseenLeft, 0);
  return { items, unseenLeft, remembered: means('remembered'), ready: means('ready') };
}

function eachShare(share: ShareForecast, change: (value: number) => number): ShareForecast {
  return {
    today: change(share.today),
    withPlan: change(share.withPlan),
    withoutPlan: change(share.withoutPlan),
  };
}

function byTopic(cards: readonly Card[]): Map<string, Card[]> {
  const groups = new Map<string, Card[]>();
  for (const card of cards) {
    const group = groups.get(card.topic);
    if (group) group.push(card);
    else groups.set(card.topic, [card]);
  }
  return groups;
}
