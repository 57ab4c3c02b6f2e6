// The few figures that need no answer looked at again: the plan, and the line for a shell's prompt. The same as in a summary.

import { topicMastery } from '../learner/mastery.js';
import type { Recollection } from '../session/recollection.js';
import { planOf } from './plan-summary.js';
import { ENOUGH_FOR_READINESS, readinessChance, weightsOf } from './readiness.js';
import type { BriefFigures } from './render-stats.js';
import type { Source } from './source.js';
import type { PlanSummary, TopicSummary } from './summary-shape.js';
import { topicSummaries } from './topic-summaries.js';

/** What a source says besides its answers; its filters choose topics and nothing else. */
export type StandingSource = Omit<Source, 'answers'>;

/** True where the answers that were folded are those a summary at `now` (ms) is made from. */
export function speaksOf({ lastAt }: Recollection, now: number): boolean {
  return lastAt === null || lastAt <= now;
}

/** As `briefLine` tells them. */
export function briefFigures(source: StandingSource, recollection: Recollection): BriefFigures {
  const { bank, now, filters } = source;
  const { standing } = recollection;
  const all = topicsOf(source, recollection);
  const wanted = (slug: string) => filters.topics.length === 0 || filters.topics.includes(slug);
  const topics = all.filter(({ topic }) => wanted(topic));
  const { shares = new Map(all.map(({ topic, questions }) => [topic, questions])) } = source;
  const weights = weightsOf(bank.topics.map(({ slug }) => (wanted(slug) ? (shares.get(slug) ?? 0) : 0)));
  const known = new Set(bank.entries.map(({ key }) => key));
  const cards = [...standing.cards.values()].filter(
    ({ item, topic }) => known.has(item) && wanted(topic) && !source.suspended?.has(item),
  );
  return {
    readiness: {
      chance: readinessChance(topicMastery(standing.mastery, now), weights),
      enough: topics.reduce((sum, { counted }) => sum + counted, 0) >= ENOUGH_FOR_READINESS,
    },
    reviews: { dueNow: cards.filter(({ due }) => due <= now).length },
    topics,
  };
}

/** The plan to the interview; null when none is set. */
export function planFigures(source: StandingSource, recollection: Recollection): PlanSummary | null {
  const { filters, now } = source;
  const { cards, mastery } = recollection.standing;
  const abilities = new Map(topicMastery(mastery, now).map((row) => [row.topic, row]));
  const wanted = (slug: string) => filters.topics.length === 0 || filters.topics.includes(slug);
  return planOf(source, { cards, abilities }, topicsOf(source, recollection), wanted);
}

/** Without what was answered when: counts, credit and time of the answers themselves are 0. */
function topicsOf(source: StandingSource, { items, standing }: Recollection): TopicSummary[] {
  return topicSummaries(source, { asOf: source.now, topics: new Map(), seen: items }, standing.mastery);
}
