// What a report keeps of the answers it is about: sums, and the few things told of single answers. One left fold, oldest first.

import { MISS_BELOW } from '../history/modes.js';
import { CONFIDENCES, type Confidence } from '../history/records.js';
import type { RememberedAnswer } from '../history/remembered-answer.js';
import type { Attempt } from '../learner/attempt.js';
import { type Evidence, replayAttempt } from '../learner/replay.js';
import type { Card } from '../learner/schedule.js';
import { STATED_CHANCE } from '../session/score.js';
import { isCounted, isWithin } from './chosen.js';
import { addToDay, type DayTally, rememberDays } from './days.js';
import { addOpenAnswer, type OpenTally } from './open-tally.js';
import { addRepeat, type RetentionTally } from './reviews.js';
import type { Filters } from './source.js';

/** Sums over answers that were answered or skipped. */
export interface TopicTally {
  answers: number;
  credit: number;
  elapsedMs: number;
}

/** Of one item. */
export interface ItemTally {
  last: LastAnswer;
  asked: number;
  misses: number;
  /** Answers by the key they were last graded by. */
  keys: Map<string, number>;
}

export type LastAnswer = Pick<
  RememberedAnswer,
  'item' | 'contentHash' | 'topic' | 'level' | 'type' | 'outcome' | 'response' | 'effectiveCredit' | 'at'
>;

/** Changed in place by `tallyAnswer`. */
export interface ReportTally {
  /** Instant (ms) of the first answer, untouched expiries included; null: there is none. */
  firstAt: number | null;
  /** Instants and topics of the answers, oldest first; of `times` each the ms it took, those not missed and those missed. */
  readonly instants: number[];
  readonly topicsOf: string[];
  readonly times: { readonly right: number[]; readonly missed: number[] };
  totalMs: number;
  readonly sittings: Set<string>;
  readonly topics: Map<string, TopicTally>;
  readonly items: Map<string, ItemTally>;
  readonly days: Map<string, DayTally>;
  readonly stated: Record<Confidence, { answers: number; credit: number }>;
  /** Sum of squared distances between stated chance and credit. */
  squares: number;
  overridden: number;
  creditAdded: number;
  regraded: number;
  readonly open: Map<string, OpenTally>;
  readonly retention: RetentionTally[];
  /** Attempts that count for mastery. */
  readonly evidence: Evidence[];
  /** Questions ever asked, whatever the filters say. */
  readonly seen: Set<string>;
}

export function noTally(): ReportTally {
  const none = () => ({ answers: 0, credit: 0 });
  return {
    firstAt: null,
    instants: [],
    topicsOf: [],
    times: { right: [], missed: [] },
    totalMs: 0,
    sittings: new Set(),
    topics: new Map(),
    items: new Map(),
    days: new Map(),
    stated: Object.fromEntries(CONFIDENCES.map((word) => [word, none()])) as ReportTally['stated'],
    squares: 0,
    overridden: 0,
    creditAdded: 0,
    regraded: 0,
    open: new Map(),
    retention: [],
    evidence: [],
    seen: new Set(),
  };
}

/** What the answers are told by. */
export interface Telling {
  filters: Filters;
  /** The learner's calendar day of an instant, YYYY-MM-DD. */
  dayOf(instant: number): string;
}

/** One answer more; `attempt`: what the learner model was told of it, where it was; `card`: of its item, before it. */
export type Tallier = (
  tally: ReportTally,
  answer: RememberedAnswer,
  attempt: Attempt | undefined,
  card: Card | undefined,
) => void;

/** Answers the filters leave out do not count, but have been seen. */
export function tallierOf(telling: Telling): Tallier {
  const { filters } = telling;
  const dayOf = rememberDays(telling.dayOf);
  const isWanted = (topic: string) => filters.topics.length === 0 || filters.topics.includes(topic);
  return (tally, answer, attempt, card) => {
    tally.seen.add(answer.item);
    const within = isWithin(answer, filters);
    if (attempt !== undefined) {
      const told = replayAttempt(card, within ? attempt : { ...attempt, countsForMastery: false });
      if (told.counted) tally.evidence.push(told.counted);
      const { repeat } = told;
      if (repeat && repeat.at >= (filters.since ?? Number.NEGATIVE_INFINITY) && isWanted(repeat.topic))
        addRepeat(tally.retention, repeat);
    }
    if (!within || !isWanted(answer.topic)) return;
    tally.firstAt ??= answer.at;
    if (isCounted(answer)) count(tally, answer, dayOf);
  };
}

function count(tally: ReportTally, answer: RememberedAnswer, dayOf: Telling['dayOf']): void {
  const { at, topic, effectiveCredit: credit, elapsedMs } = answer;
  tally.instants.push(at);
  tally.topicsOf.push(topic);
  tally.times[credit < MISS_BELOW ? 'missed' : 'right'].push(elapsedMs);
  tally.totalMs += elapsedMs;
  tally.sittings.add(answer.sitting);
  const sums = tally.topics.get(topic) ?? { answers: 0, credit: 0, elapsedMs: 0 };
  sums.answers += 1;
  sums.credit += credit;
  sums.elapsedMs += elapsedMs;
  tally.topics.set(topic, sums);
  addToDay(tally.days, answer, dayOf);
  countItem(tally.items, answer);
  countStated(tally, answer);
  if (answer.overridden) {
    tally.overridden += 1;
    tally.creditAdded += credit - answer.credit;
  }
  if (answer.regraded) tally.regraded += 1;
  addOpenAnswer(tally.open, answer);
}

function countItem(items: ReportTally['items'], answer: RememberedAnswer): void {
  const miss = answer.effectiveCredit < MISS_BELOW ? 1 : 0;
  const known = items.get(answer.item);
  const { effectiveKeyHash: key } = answer;
  if (known === undefined) {
    items.set(answer.item, { last: answer, asked: 1, misses: miss, keys: new Map([[key, 1]]) });
    return;
  }
  known.last = answer;
  known.asked += 1;
  known.misses += miss;
  known.keys.set(key, (known.keys.get(key) ?? 0) + 1);
}

/** What is kept of it: what was answered is told of misses only. */
export function lastOf(answer: LastAnswer): LastAnswer {
  const { item, contentHash, topic, level, type, outcome, effectiveCredit, at } = answer;
  const response = effectiveCredit < MISS_BELOW ? answer.response : null;
  return { item, contentHash, topic, level, type, outcome, response, effectiveCredit, at };
}

function countStated(tally: ReportTally, { confidence, outcome, effectiveCredit }: RememberedAnswer): void {
  if (confidence === null || outcome !== 'answered') return;
  const word = tally.stated[confidence];
  word.answers += 1;
  word.credit += effectiveCredit;
  tally.squares += (STATED_CHANCE[confidence] - effectiveCredit) ** 2;
}
