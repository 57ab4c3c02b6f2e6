// Source -> Summary: every figure of every report is made here, once.

import { DAY_MS } from '../learner/attempt.js';
import { beliefAt, type MasteryState, topicMastery } from '../learner/mastery.js';
import { type Replay, replayAttempts } from '../learner/replay.js';
import { weakestCount } from '../learner/weak.js';
import type { Learnt } from '../session/choose/candidates.js';
import { activityOf, timeSpent } from './activity.js';
import { calibrationOf } from './calibration.js';
import { type Chosen, chooseAnswers, scopeOf } from './chosen.js';
import { correctionsOf } from './corrections.js';
import { rememberDays, tallyDays } from './days.js';
import { masteryAt } from './mastery-over-time.js';
import { missedQuestions } from './missed.js';
import { openAnswersOf } from './open-answers.js';
import { planOf } from './plan-summary.js';
import {
  ENOUGH_FOR_READINESS,
  readinessChance,
  readinessInterval,
  type TopicWeights,
  weightsOf,
} from './readiness.js';
import { reviewForecast } from './reviews.js';
import type { Source } from './source.js';
import {
  type Change,
  type Readiness,
  SUMMARY_VERSION,
  type Summary,
  type TopicSummary,
  type Week,
} from './summary-shape.js';
import { strengthsOf, topicSummaries } from './topic-summaries.js';
import { weekSpans } from './weeks.js';

const WEEK_DAYS = 7;

/** The summary. Pure: the same source gives the same value. */
export function summarise(given: Source): Summary {
  const source = { ...given, dayOf: rememberDays(given.dayOf) };
  const { filters, now, dayOf } = source;
  const chosen = chooseAnswers(source);
  const replay = replayAttempts(chosen.attempts);
  const slugs = source.bank.topics.map(({ slug }) => slug);
  const compare = comparisonOf(source, chosen.asOf);
  const days = tallyDays(chosen.counted, dayOf);
  const spans = weekSpans(days, chosen.asOf, dayOf);
  const states = statesAt(slugs, replay, [...spans.map(({ end }) => end), compare.since, chosen.asOf]);
  const state = states(chosen.asOf);
  const all = topicSummaries(source, chosen, state);
  const wanted = (slug: string) => filters.topics.length === 0 || filters.topics.includes(slug);
  const topics = all.filter(({ topic }) => wanted(topic));
  const { shares = new Map(all.map(({ topic, questions }) => [topic, questions])) } = source;
  const weights = weightsOf(slugs.map((slug) => (wanted(slug) ? (shares.get(slug) ?? 0) : 0)));
  const cards = [...replay.cards.values()].filter((card) => chosen.keys.has(card.item));
  const chosenCards = cards.filter((card) => wanted(card.topic) && !source.suspended?.has(card.item));
  const since = filters.since ?? Number.NEGATIVE_INFINITY;
  return {
    version: SUMMARY_VERSION,
    program: source.program,
    generatedAt: new Date(now).toISOString(),
    day: dayOf(now),
    scope: scopeOf(source, chosen),
    readiness: readinessOf(state, chosen.asOf, weights, topics),
    change: changeOf(source, chosen, compare, topics, weights, states(compare.since)),
    weakest: weakestCount(slugs.length),
    topics,
    ...missedQuestions(source, chosen.counted, topics, replay.cards),
    strengths: strengthsOf(topics),
    trend: spans.map(
      ({ end, ...week }): Week => ({
        ...week,
        readiness: readinessChance(topicMastery(states(end), end), weights),
      }),
    ),
    activity: activityOf(days),
    calibration: calibrationOf(chosen.counted),
    time: timeSpent(chosen.counted),
    reviews: reviewForecast(
      chosenCards,
      replay.repeats.filter(({ at, topic }) => at >= since && wanted(topic)),
      chosen.asOf,
    ),
    plan: planOf(source, { cards: replay.cards, abilities: abilitiesOf(state, chosen.asOf) }, all, wanted),
    corrections: correctionsOf(source, chosen),
    open: openAnswersOf(source, chosen.counted),
  };
}

/** States at the given instants, looked up by instant. */
function statesAt(
  slugs: readonly string[],
  { counted }: Replay,
  instants: readonly number[],
): (instant: number) => MasteryState {
  const ordered = [...new Set(instants)].sort((a, b) => a - b);
  const states = masteryAt(slugs, counted, ordered);
  return (instant) => states[ordered.indexOf(instant)]!;
}

function readinessOf(
  state: MasteryState,
  asOf: number,
  weights: TopicWeights,
  topics: readonly TopicSummary[],
): Readiness {
  const counted = topics.reduce((sum, topic) => sum + topic.counted, 0);
  return {
    chance: readinessChance(topicMastery(state, asOf), weights),
    ...readinessInterval(beliefAt(state, asOf), weights),
    counted,
    enough: counted >= ENOUGH_FOR_READINESS,
  };
}

interface Comparison {
  since: number;
  comparedWith: Change['comparedWith'];
}

function comparisonOf({ lastReport }: Source, asOf: number): Comparison {
  return lastReport !== null && lastReport < asOf
    ? { since: lastReport, comparedWith: 'last-report' }
    : { since: asOf - WEEK_DAYS * DAY_MS, comparedWith: 'a-week-ago' };
}

function changeOf(
  { dayOf }: Source,
  { answers, counted }: Chosen,
  { since, comparedWith }: Comparison,
  topics: readonly TopicSummary[],
  weights: TopicWeights,
  before: MasteryState,
): Change | null {
  if (!answers.some(({ at }) => at <= since)) return null;
  const mastery = topicMastery(before, since);
  const fresh = counted.filter(({ at }) => at > since);
  const touched = new Set(fresh.map(({ topic }) => topic));
  const chanceBefore = new Map(mastery.map(({ topic, chance }) => [topic, chance]));
  return {
    since: new Date(since).toISOString(),
    sinceDay: dayOf(since),
    comparedWith,
    readinessBefore: readinessChance(mastery, weights),
    answers: fresh.length,
    topics: topics
      .filter(({ topic }) => touched.has(topic))
      .map(({ topic, title, chance }) => ({
        topic,
        title,
        before: chanceBefore.get(topic) ?? chance,
        now: chance,
      }))
      .sort(
        (a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before) || (a.topic < b.topic ? -1 : 1),
      ),
  };
}

function abilitiesOf(state: MasteryState, asOf: number): Learnt['abilities'] {
  return new Map(topicMastery(state, asOf).map((row) => [row.topic, row]));
}
