// Source -> Summary: every figure of every report is made here, once.

import { byMark } from '../history/ledger/ledger.js';
import { DAY_MS } from '../learner/attempt.js';
import { beliefAt, type MasteryState, topicMastery } from '../learner/mastery.js';
import type { Evidence } from '../learner/replay.js';
import type { Card } from '../learner/schedule.js';
import { weakestCount } from '../learner/weak.js';
import type { Learnt } from '../session/choose/candidates.js';
import { todayOf } from '../session/today.js';
import { activityOf, timeSpent } from './activity.js';
import { calibrationOf } from './calibration.js';
import { asOfOf } from './chosen.js';
import { correctionsOf } from './corrections.js';
import { rememberDays } from './days.js';
import { masteryAt } from './mastery-over-time.js';
import { missedQuestions } from './missed.js';
import { openFigures } from './open-answers.js';
import { planOf } from './plan-summary.js';
import {
  ENOUGH_FOR_READINESS,
  readinessChance,
  readinessInterval,
  type TopicWeights,
  weightsOf,
} from './readiness.js';
import { reviewForecast } from './reviews.js';
import { scopeOf } from './scope.js';
import type { Source } from './source.js';
import type { StandingSource } from './standing-figures.js';
import {
  type Change,
  type Readiness,
  SUMMARY_VERSION,
  type Summary,
  type TopicSummary,
  type Week,
} from './summary-shape.js';
import type { ReportTally } from './tally.js';
import { type ToldSoFar, tellerOf } from './told.js';
import { strengthsOf, topicSummaries } from './topic-summaries.js';
import { weekSpans } from './weeks.js';

const WEEK_DAYS = 7;

/** The summary. Pure: the same source gives the same value. */
export function summarise(source: Source): Summary {
  const { entries, topics } = source.bank;
  const { step, begin } = tellerOf({
    topics: topics.map(({ slug }) => slug),
    today: todayOf(entries),
    filters: source.filters,
    dayOf: source.dayOf,
    asOf: asOfOf(source.filters, source.now),
  });
  const told = begin();
  for (const answer of [...source.answers].sort(byMark)) step(told, answer);
  return summaryOf(source, told);
}

/** The same of what has been told of the answers, under the source's filters. */
export function summaryOf(given: StandingSource, { upTo, tally }: ToldSoFar): Summary {
  const source = { ...given, dayOf: rememberDays(given.dayOf) };
  const { filters, now, dayOf, bank } = source;
  const asOf = asOfOf(filters, now);
  const slugs = bank.topics.map(({ slug }) => slug);
  const compare = comparisonOf(source, asOf);
  const spans = weekSpans(tally.days, asOf, dayOf);
  const states = statesAt(slugs, tally.evidence, [...spans.map(({ end }) => end), compare.since, asOf]);
  const state = states(asOf);
  const all = topicSummaries(source, { asOf, ...tally }, state);
  const wanted = (slug: string) => filters.topics.length === 0 || filters.topics.includes(slug);
  const topics = all.filter(({ topic }) => wanted(topic));
  const { shares = new Map(all.map(({ topic, questions }) => [topic, questions])) } = source;
  const weights = weightsOf(slugs.map((slug) => (wanted(slug) ? (shares.get(slug) ?? 0) : 0)));
  const { cards } = upTo.standing;
  const chosenCards = cardsOf(source, cards).filter((card) => wanted(card.topic));
  const trend = spans.map(
    ({ end, ...week }): Week => ({
      ...week,
      readiness: readinessChance(topicMastery(states(end), end), weights),
    }),
  );
  return {
    version: SUMMARY_VERSION,
    program: source.program,
    generatedAt: new Date(now).toISOString(),
    day: dayOf(now),
    scope: scopeOf(source, tally),
    readiness: readinessOf(state, asOf, weights, topics),
    change: changeOf(source, tally, compare, topics, weights, states(compare.since)),
    weakest: weakestCount(slugs.length),
    topics,
    ...missedQuestions(source, tally.items, topics, cards),
    strengths: strengthsOf(topics),
    trend,
    activity: activityOf(tally.days),
    calibration: calibrationOf(tally),
    time: timeSpent(tally),
    reviews: reviewForecast(chosenCards, tally.retention, asOf),
    plan: planOf(source, { cards, abilities: abilitiesOf(state, asOf) }, all, wanted),
    corrections: correctionsOf(source, tally),
    open: openFigures(source, tally.open),
  };
}

/** Of the questions in the bank that may be asked. */
function cardsOf({ bank, suspended }: StandingSource, cards: ReadonlyMap<string, Card>): Card[] {
  const known = new Set(bank.entries.map(({ key }) => key));
  return [...cards.values()].filter(({ item }) => known.has(item) && !suspended?.has(item));
}

/** States at the given instants, looked up by instant. */
function statesAt(
  slugs: readonly string[],
  counted: readonly Evidence[],
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
  let known: Pick<Readiness, 'low' | 'high'> | undefined;
  // Thousands of draws, which no page tells where too little was answered.
  const interval = () => {
    known ??= readinessInterval(beliefAt(state, asOf), weights);
    return known;
  };
  return {
    chance: readinessChance(topicMastery(state, asOf), weights),
    get low() {
      return interval().low;
    },
    get high() {
      return interval().high;
    },
    counted,
    enough: counted >= ENOUGH_FOR_READINESS,
  };
}

interface Comparison {
  since: number;
  comparedWith: Change['comparedWith'];
}

function comparisonOf({ lastReport }: StandingSource, asOf: number): Comparison {
  return lastReport !== null && lastReport < asOf
    ? { since: lastReport, comparedWith: 'last-report' }
    : { since: asOf - WEEK_DAYS * DAY_MS, comparedWith: 'a-week-ago' };
}

function changeOf(
  { dayOf }: StandingSource,
  { firstAt, instants, topicsOf }: ReportTally,
  { since, comparedWith }: Comparison,
  topics: readonly TopicSummary[],
  weights: TopicWeights,
  stateBefore: MasteryState,
): Change | null {
  if (firstAt === null || firstAt > since) return null;
  const mastery = topicMastery(stateBefore, since);
  const before = instants.findLastIndex((at) => at <= since) + 1;
  const touched = new Set(topicsOf.slice(before));
  const chanceBefore = new Map(mastery.map(({ topic, chance }) => [topic, chance]));
  return {
    since: new Date(since).toISOString(),
    sinceDay: dayOf(since),
    comparedWith,
    readinessBefore: readinessChance(mastery, weights),
    answers: instants.length - before,
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
