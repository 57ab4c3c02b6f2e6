// The plan to the interview as a report tells it.

import type { BankEntry } from '../bank/entry.js';
import { DAY_MS } from '../learner/attempt.js';
import type { Learnt } from '../session/choose/candidates.js';
import { type PlanDay, planDays, REACHED } from '../session/choose/plan-days.js';
import type { Source } from './source.js';
import type { PlanSummary, TopicSummary } from './summary-shape.js';

/** Largest share of open questions in `practice`. */
const OPEN_SHARE = 0.2;

/** Only about today: a report that ends earlier, or is about one sitting, has no plan. */
export function planOf(
  source: Omit<Source, 'answers'>,
  learnt: Learnt,
  all: readonly TopicSummary[],
  wanted: (slug: string) => boolean,
): PlanSummary | null {
  const { interview, filters, now } = source;
  if (interview === null || filters.sitting !== null || (filters.until !== null && filters.until < now))
    return null;
  const isAsked = ({ key }: { key: string }) => !source.suspended?.has(key);
  const [asked, suspended] = parted(
    source.bank.entries.filter(({ topic }) => wanted(topic)),
    isAsked,
  );
  const topics = all
    .filter(({ topic }) => wanted(topic))
    .map((summary) => {
      const own = suspended.filter(({ topic }) => topic === summary.topic);
      const unseen = own.filter(({ key }) => !learnt.cards.has(key)).length;
      return { ...summary, questions: summary.questions - own.length, unseen: summary.unseen - unseen };
    });
  return planSummary(source, interview, learnt, asked, topics);
}

/** Those of which it is true, and the others. */
function parted<Member>(
  members: readonly Member[],
  isTrue: (member: Member) => boolean,
): [Member[], Member[]] {
  return [members.filter(isTrue), members.filter((member) => !isTrue(member))];
}

/** `learnt`: what the answers say; `entries`: the questions it is about; `topics`: all topics of the bank. */
function planSummary(
  source: Pick<Source, 'now' | 'dayOf' | 'minutesPerDay' | 'shares' | 'level' | 'practice'>,
  interview: number,
  learnt: Learnt,
  entries: readonly BankEntry[],
  topics: readonly Pick<TopicSummary, 'topic' | 'title' | 'unseen' | 'chance' | 'questions'>[],
): PlanSummary {
  const { now, dayOf, minutesPerDay, level = null, practice } = source;
  const withQuestions = topics.filter(({ questions }) => questions > 0);
  const equal = 1 / withQuestions.length;
  const plan = planDays(entries, practice?.learnt() ?? learnt, withQuestions, {
    now,
    interview,
    minutesPerDay,
    level,
    shares: source.shares ?? new Map(withQuestions.map(({ topic }) => [topic, equal])),
    openShare: OPEN_SHARE,
    seed: practice?.seed ?? 1,
  });
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
    items: [...day.items],
    newByTopic: [...day.newByTopic]
      .map(([topic, count]) => ({ topic, count }))
      .sort((a, b) => b.count - a.count || (a.topic < b.topic ? -1 : 1)),
  };
}
