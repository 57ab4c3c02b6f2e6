// What to do each day until the interview, and what that will change: the day-by-day plan.
import { DAY_MS } from './attempt.js';
import { forecast, type TopicForecast, type TopicShare } from './forecast.js';
import { type Card, retrievability, reviewAt } from './schedule.js';

/** What a plan is made from. Instants are ms since epoch. */
export interface PlanInput {
  readonly cards: readonly Card[];
  /** Every topic of the bank: its items never seen, and the chance [0, 1] to answer a new one right today. */
  readonly topics: readonly TopicShare[];
  readonly now: number;
  readonly interview: number;
  /** Default 20. */
  readonly minutesPerDay?: number;
  /** Time a review and a new item take, feedback read; default 45 and 90 seconds. */
  readonly secondsPerReview?: number;
  readonly secondsPerNew?: number;
}

/** One day's work. */
export interface PlanDay {
  /** Start of the day, ms: `now` plus whole days of 24 hours. */
  readonly at: number;
  readonly reviews: number;
  readonly newItems: number;
  readonly minutes: number;
  /** Those of the reviews that are of items seen by now, the most worthwhile first (on the first day: all). */
  readonly reviewItems: readonly string[];
  /** How many new items per topic. */
  readonly newByTopic: ReadonlyMap<string, number>;
}

/** A plan; `days` is empty when the interview is over. */
export interface Plan {
  readonly days: readonly PlanDay[];
  readonly topics: readonly TopicForecast[];
  /** The same over all items of the bank. */
  readonly overall: Omit<TopicForecast, 'topic'>;
  /** Items that stay unseen although the plan is followed. */
  readonly unseenLeft: number;
  /** Topics whose readiness stays below `REACHED` even with the plan, the furthest away first. */
  readonly outOfReach: readonly string[];
}

/** A topic is reached when this share of its items would be answered right on the day. */
export const REACHED = 0.8;

/** Longest plan, days: beyond it the first days of a plan no longer depend on the date. */
const LONGEST_PLAN_DAYS = 366;

/**
 * The plan that spends each day's minutes where they add most to the share of questions answered right on the day of
 * the interview (greedy by gain per second). Deterministic: expected misses are spread evenly instead of drawn.
 */
export function planUntil(input: PlanInput): Plan {
  const learner = new PlannedLearner(input);
  const dayCount = Math.min(
    LONGEST_PLAN_DAYS,
    Math.max(0, Math.ceil((input.interview - input.now) / DAY_MS)),
  );
  const days = Array.from({ length: dayCount }, (_, day) => learner.spendDay(input.now + day * DAY_MS));
  const { topics, overall } = forecast({
    topics: input.topics,
    before: input.cards,
    after: learner.cards(),
    now: input.now,
    day: Math.max(input.now, input.interview),
  });
  return {
    days,
    topics,
    overall,
    unseenLeft: overall.unseenLeft,
    outOfReach: topics
      .filter((topic) => topic.items > 0 && topic.ready.withPlan < REACHED)
      .sort((a, b) => a.ready.withPlan - b.ready.withPlan || (a.topic < b.topic ? -1 : 1))
      .map((topic) => topic.topic),
  };
}

/** The first day of the plan alone, what to do now; undefined when the interview is over. */
export function planToday(input: PlanInput): PlanDay | undefined {
  return input.interview > input.now ? new PlannedLearner(input).spendDay(input.now) : undefined;
}

interface Option {
  readonly gainPerSecond: number;
  readonly seconds: number;
  readonly topic: string;
  /** The card to review; without one the option is a new item of the topic. */
  readonly card?: Card;
}

/** The learner as the plan imagines them: cards that move on as the planned work is done. */
class PlannedLearner {
  private readonly byItem: Map<string, Card>;
  private readonly seenNow: ReadonlySet<string>;
  private readonly unseen: Map<string, number>;
  private readonly chance: Map<string, number>;
  private readonly seconds: { day: number; review: number; fresh: number };
  private missesOwed = 0;

  constructor(private readonly input: PlanInput) {
    this.byItem = new Map(input.cards.map((card) => [card.item, card]));
    this.seenNow = new Set(this.byItem.keys());
    this.unseen = new Map(input.topics.map(({ topic, unseen }) => [topic, unseen]));
    this.chance = new Map(input.topics.map(({ topic, chance }) => [topic, chance]));
    this.seconds = {
      day: 60 * (input.minutesPerDay ?? 20),
      review: input.secondsPerReview ?? 45,
      fresh: input.secondsPerNew ?? 90,
    };
  }

  cards(): Card[] {
    return [...this.byItem.values()];
  }

  spendDay(at: number): PlanDay {
    const options = [...this.reviewOptions(at), ...this.newOptions(at)].sort(byGain);
    const reviewItems: string[] = [];
    const newByTopic = new Map<string, number>();
    let spent = 0;
    let reviews = 0;
    for (const option of options) {
      if (spent + option.seconds > this.seconds.day) continue;
      spent += option.seconds;
      if (option.card) {
        reviews++;
        if (this.seenNow.has(option.card.item)) reviewItems.push(option.card.item);
        this.answer(option.card, option.card, retrievability(option.card, at), at);
      } else {
        newByTopic.set(option.topic, (newByTopic.get(option.topic) ?? 0) + 1);
        this.meetNew(option.topic, at);
      }
    }
    const newItems = [...newByTopic.values()].reduce((sum, count) => sum + count, 0);
    return { at, reviews, newItems, minutes: spent / 60, reviewItems, newByTopic };
  }

  /** Reviewing an item pays by what it adds to its retrievability on the day, as far as the topic does not carry it anyway. */
  private reviewOptions(at: number): Option[] {
    const { interview } = this.input;
    const seconds = this.seconds.review;
    return this.cards().map((card) => {
      const chanceNow = retrievability(card, at);
      const gain = this.expectedThen(card, card, chanceNow, at) - retrievability(card, interview);
      return { card, topic: card.topic, seconds, gainPerSecond: (gain * this.need(card.topic)) / seconds };
    });
  }

  private newOptions(at: number): Option[] {
    const seconds = this.seconds.fresh;
    return [...this.unseen].flatMap(([topic, left]) => {
      const gain = this.expectedThen(undefined, placeholder(topic, 0), this.chance.get(topic) ?? 0, at);
      const option = { topic, seconds, gainPerSecond: (gain * this.need(topic)) / seconds };
      const affordable = Math.min(left, Math.floor(this.seconds.day / seconds));
      return Array.from({ length: affordable }, () => option);
    });
  }

  /** Expected retrievability on the day of the interview after an answer now that is right with this chance. */
  private expectedThen(card: Card | undefined, item: Identity, chanceNow: number, at: number): number {
    const then = (grade: 'good' | 'again') =>
      retrievability(reviewAt(card, item, grade, at), this.input.interview);
    return chanceNow * then('good') + (1 - chanceNow) * then('again');
  }

  private need(topic: string): number {
    return 1 - (this.chance.get(topic) ?? 0);
  }

  private meetNew(topic: string, at: number): void {
    const left = this.unseen.get(topic) ?? 0;
    this.unseen.set(topic, left - 1);
    this.answer(undefined, placeholder(topic, left), this.chance.get(topic) ?? 0, at);
  }

  /** Error diffusion: an answer is a miss whenever the expected misses so far have added up to another one. */
  private answer(card: Card | undefined, item: Identity, chanceNow: number, at: number): void {
    this.missesOwed += 1 - chanceNow;
    const missed = this.missesOwed >= 0.5;
    if (missed) this.missesOwed -= 1;
    this.byItem.set(item.item, reviewAt(card, item, missed ? 'again' : 'good', at));
  }
}

type Identity = Pick<Card, 'item' | 'concept' | 'topic'>;

/** An unseen item that has no name yet; a space keeps it apart from every real id. */
function placeholder(topic: string, number: number): Identity {
  return { item: `${topic} ${number}`, concept: '', topic };
}

function byGain(a: Option, b: Option): number {
  return (
    b.gainPerSecond - a.gainPerSecond ||
    compareText(a.topic, b.topic) ||
    compareText(a.card?.item, b.card?.item)
  );
}

function compareText(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
