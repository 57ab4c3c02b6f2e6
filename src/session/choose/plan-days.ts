// What to do each day until the interview, and what that changes: practice as it would go, day by day.

import type { BankEntry } from '../../bank/entry.js';
import { practiceSeconds } from '../../learner/answer-time.js';
import { DAY_MS } from '../../learner/attempt.js';
import { forecast, type TopicForecast, type TopicShare } from '../../learner/forecast.js';
import { retrievability } from '../../learner/forgetting.js';
import { knownBefore, knownSince, UNKNOWN_ABILITY } from '../../learner/item-value.js';
import { type Card, reviewAt } from '../../learner/schedule.js';
import { seedFrom } from '../shuffle.js';
import type { Learnt } from './candidates.js';
import { type ChoiceRequest, chooseEntries } from './choose-entries.js';

export interface PlanRequest extends Omit<ChoiceRequest, 'count' | 'only' | 'interview'> {
  /** Instant, ms. */
  readonly interview: number;
  readonly minutesPerDay: number;
}

/** One day's work. */
export interface PlanDay {
  /** Start of the day, ms: `now` plus whole days of 24 hours. */
  readonly at: number;
  readonly minutes: number;
  /** What is asked, by `pack/id` in the order of asking. On the first day: what `practice` asks with the same seed. */
  readonly items: readonly string[];
  readonly reviews: number;
  readonly newItems: number;
  /** How many new items per topic. */
  readonly newByTopic: ReadonlyMap<string, number>;
}

/** A plan; `days` is empty when the interview is over. */
export interface Plan {
  readonly days: readonly PlanDay[];
  readonly topics: readonly TopicForecast[];
  /** The same over all items of the pool. */
  readonly overall: Omit<TopicForecast, 'topic'>;
  /** Items that stay unseen although the plan is followed. */
  readonly unseenLeft: number;
  /** Topics whose readiness stays below `REACHED` even with the plan, the furthest away first. */
  readonly outOfReach: readonly string[];
}

/** A topic is reached when this share of its items would be answered right on the day. */
export const REACHED = 0.8;

/** Questions of a sitting of `practice`; the first day is planned sitting by sitting. */
const SITTING = 10;

/** Longest plan, days: beyond it the first days of a plan no longer depend on the date. */
const LONGEST_PLAN_DAYS = 366;

/** The plan; `topics`: every topic of the pool, its items never seen and the chance to answer a new one. Deterministic by the seed. */
export function planDays(
  entries: readonly BankEntry[],
  learnt: Learnt,
  topics: readonly TopicShare[],
  request: PlanRequest,
): Plan {
  const { now, interview } = request;
  const learner = new PlannedLearner(entries, learnt, request);
  const dayCount = Math.min(LONGEST_PLAN_DAYS, Math.max(0, Math.ceil((interview - now) / DAY_MS)));
  const days = Array.from({ length: dayCount }, (_, day) => learner.spendDay(day));
  const day = Math.max(now, interview);
  const before = entries.flatMap(({ key }) => learnt.cards.get(key) ?? []);
  const foretold = forecast({ topics, before, after: learner.cards(), now, day });
  return {
    days,
    ...foretold,
    unseenLeft: foretold.overall.unseenLeft,
    outOfReach: foretold.topics
      .filter((topic) => topic.items > 0 && topic.ready.withPlan < REACHED)
      .sort((a, b) => a.ready.withPlan - b.ready.withPlan || (a.topic < b.topic ? -1 : 1))
      .map((topic) => topic.topic),
  };
}

/** The learner as the plan imagines them: cards that move on as the planned work is done. */
class PlannedLearner {
  private readonly byItem: Map<string, Card>;
  private missesOwed = 0;
  /** Questions that filled the day before. */
  private usual = SITTING;

  constructor(
    private readonly entries: readonly BankEntry[],
    private readonly learnt: Learnt,
    private readonly request: PlanRequest,
  ) {
    this.byItem = new Map(learnt.cards);
  }

  cards(): Card[] {
    return this.entries.flatMap(({ key }) => this.byItem.get(key) ?? []);
  }

  spendDay(day: number): PlanDay {
    const at = this.request.now + day * DAY_MS;
    const budget = 60 * this.request.minutesPerDay;
    const items: string[] = [];
    const newByTopic = new Map<string, number>();
    let spent = 0;
    for (let sitting = 0, full = false; !full; sitting += 1) {
      const chosen = this.choose(day, sitting, at).filter(({ key }) => !items.includes(key));
      full = chosen.length === 0;
      for (const entry of chosen) {
        const card = this.byItem.get(entry.key);
        const seconds = practiceSeconds(entry.type, card !== undefined);
        full = spent + seconds > budget;
        if (full) break;
        spent += seconds;
        items.push(entry.key);
        if (card === undefined) newByTopic.set(entry.topic, (newByTopic.get(entry.topic) ?? 0) + 1);
        this.answer(entry, card, at);
      }
    }
    this.usual = Math.max(SITTING, items.length);
    const newItems = [...newByTopic.values()].reduce((sum, count) => sum + count, 0);
    return { at, minutes: spent / 60, items, reviews: items.length - newItems, newItems, newByTopic };
  }

  /** The first day goes sitting by sitting as it will be asked; a later one is near enough in one. */
  private choose(day: number, sitting: number, at: number): BankEntry[] {
    const { seed } = this.request;
    return chooseEntries(
      this.entries,
      { cards: this.byItem, abilities: this.learnt.abilities },
      {
        ...this.request,
        now: at,
        seed: day === 0 && sitting === 0 ? seed : seedFrom(seed, day, sitting),
        count: day === 0 ? SITTING : this.usual,
        only: null,
      },
    );
  }

  /** Error diffusion: an answer is a miss whenever the expected misses so far have added up to another one. */
  private answer(entry: BankEntry, card: Card | undefined, at: number): void {
    const before = knownBefore(this.learnt.abilities.get(entry.topic) ?? UNKNOWN_ABILITY, entry);
    const known = card ? knownSince(before, card) : before;
    const recall = card ? retrievability(card, at) : 0;
    this.missesOwed += (1 - known) * (1 - recall);
    const missed = this.missesOwed >= 0.5;
    if (missed) this.missesOwed -= 1;
    const identity = { item: entry.key, concept: entry.concepts[0] ?? '', topic: entry.topic };
    this.byItem.set(entry.key, reviewAt(card, identity, missed ? 'again' : 'good', at));
  }
}
