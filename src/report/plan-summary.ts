// The plan to the interview as a report tells it.

import { DAY_MS } from '../learner/attempt.js';
import { type PlanDay, planUntil, REACHED } from '../learner/plan.js';
import type { Card } from '../learner/schedule.js';
import type { Source } from './source.js';
import type { PlanSummary, TopicSummary } from './summary-shape.js';

/** `cards`: of questions in the bank; `topics`: all topics of the bank. */
export function planSummary(
  source: Pick<Source, 'now' | 'dayOf' | 'minutesPerDay'>,
  interview: number,
  cards: readonly Card[],
  topics: readonly Pick<TopicSummary, 'topic' | 'title' | 'unseen' | 'chance' | 'questions'>[],
): PlanSummary {
  const { now, dayOf, minutesPerDay } = source;
  const withQuestions = topics.filter(({ questions }) => questions > 0);
  const plan = planUntil({ cards, topics: withQuestions, now, interview, minutesPerDay });
  const titles = new Map(topics.map(({ topic, title }) => [topic, title]));
  return {
    interview: dayOf(interview),
    daysLeft: Math.max(0, Math.ceil((interview - now) / DAY_MS)),
    minutesPerDay,
    days: plan.days.map((day) => dayOfPlan(day, dayOf)),
    topics: plan.topics.map(({ topic, items, unseenLeft, remembered, ready }) => ({
      topic,
      title: titles.get(topic) ?? topic,
      questions: items,
      unseenLeft,
      remembered,
      ready,
    })),
    remembered: plan.overall.remembered,
    ready: plan.overall.ready,
    unseenLeft: plan.unseenLeft,
    reached: REACHED,
    outOfReach: [...plan.outOfReach],
  };
}

function dayOfPlan(day: PlanDay, dayOf: Source['dayOf']): PlanSummary['days'][number] {
  return {
    day: dayOf(day.at),
    minutes: Math.round(day.minutes * 10) / 10,
    reviews: day.reviews,
    newQuestions: day.newItems,
    newByTopic: [...day.newByTopic]
      .map(([topic, count]) => ({ topic, count }))
      .sort((a, b) => b.count - a.count || (a.topic < b.topic ? -1 : 1)),
  };
}
