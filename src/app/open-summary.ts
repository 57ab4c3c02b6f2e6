// The summary as the verbs need it that tell what the answers say: history, bank, settings and filters -> Summary.

import { createHash } from 'node:crypto';
import { type Filter, filterEntries } from '../bank/filter.js';
import { loadItem } from '../history/items.js';
import type { Settings } from '../history/setting-rows.js';
import type { Question } from '../question/question.js';
import { type Filters, NO_FILTERS, type Source } from '../report/source.js';
import { type StandingSource, speaksOf } from '../report/standing-figures.js';
import { todaysSeed } from '../session/choose/todays-seed.js';
import type { Recollection } from '../session/recollection.js';
import { localDay } from '../text/duration.js';
import { startOfDay } from '../text/instant.js';
import { learntFrom } from './learnt.js';
import type { OpenedBank, OpenedPool } from './open-bank.js';
import type { OpenedHistory } from './open-history.js';
import type { Within } from './recall/recall.js';
import type { World } from './world.js';

export interface SummaryRequest {
  world: World;
  opened: OpenedPool;
  history: OpenedHistory;
  filters?: Filters;
  /** YYYY-MM-DD; null: no plan is made. */
  interviewDate?: string | null;
  minutesPerDay?: number;
  level?: Settings['level'];
  lastReport?: number | null;
  /** What each topic weighs, where an advert says so; left out: what it weighs for the roles. */
  shares?: ReadonlyMap<string, number>;
  /** Where questions come from; left out where none is told. */
  questionOf?: Source['questionOf'];
}

export const MINUTES_PER_DAY = 20;

/** Everything a summary is made from but the answers. */
export function standingSourceOf(request: SummaryRequest): StandingSource {
  const { world, opened, history, level } = request;
  const shares = request.shares ?? (opened.roles.length === 0 ? undefined : opened.shares);
  return {
    flags: history.recall(opened.bank).flags,
    suspended: history.recall(opened.bank).suspended,
    bank: {
      topics: opened.bank.topics,
      entries: questionsOf(opened),
    },
    ...(shares === undefined ? {} : { shares }),
    filters: request.filters ?? NO_FILTERS,
    now: world.now(),
    questionOf: request.questionOf ?? (() => undefined),
    dayOf: localDay,
    lastReport: request.lastReport ?? null,
    interview: request.interviewDate ? startOfDay(request.interviewDate) : null,
    ...(level === undefined ? {} : { level }),
    practice: {
      learnt: () => learntFrom(history, opened.bank, world.now()),
      seed: todaysSeed(world.now(), history.recall(opened.bank).recollection.answered),
    },
    minutesPerDay: request.minutesPerDay ?? MINUTES_PER_DAY,
    program: `api-quiz ${world.version}`,
  };
}

/** The instant (ms) of the last report on an earlier day than today; null when there was none. */
export function lastReportOf({ reportDays = [] }: Settings, now: number): number | null {
  const today = localDay(now);
  const before = reportDays.filter((day) => day < today).at(-1);
  return before === undefined ? null : startOfDay(before);
}

/** A topic filter alone leaves all answers in: mastery is estimated from all topics. */
const narrowsQuestions = (filter: Filter) =>
  Object.entries(filter).some(([name, values]) => name !== 'topics' && values.length > 0);

/** The questions that figures are about: the pool, whole where only topics are chosen. */
function questionsOf({ bank, filter, roles }: OpenedPool) {
  return filterEntries(bank.entries, {
    ...filter,
    topics: narrowsQuestions(filter) ? filter.topics : [],
    roles,
  });
}

/** Answers to questions that are gone stay where only the role narrows: nobody knows that they were for another one. Undefined: all. */
export function withinOf(opened: OpenedPool): Within | undefined {
  const narrows = narrowsQuestions(opened.filter);
  if (!narrows && opened.roles.length === 0) return undefined;
  const within = new Set(questionsOf(opened).map((entry) => entry.key));
  const known = new Set(opened.bank.entries.map((entry) => entry.key));
  return {
    name: createHash('sha256')
      .update(JSON.stringify([narrows, [...within].sort(), narrows ? [] : [...known].sort()]))
      .digest('hex'),
    has: (item) => within.has(item) || (!narrows && !known.has(item)),
  };
}

/** What the answers come to, without any of them looked at again; undefined where later ones than `now` are among them. */
export function standingOf({ world, opened, history }: SummaryRequest): Recollection | undefined {
  const { recollection } = history.recall(opened.bank, withinOf(opened));
  return speaksOf(recollection, world.now()) ? recollection : undefined;
}

/** Questions kept in memory at most: a report over a long history must not hold every text it ever asked. */
const MOST_KEPT = 1000;

/** The question as it was asked, else as it is today; undefined when it is nowhere. */
export function questionTexts(world: World, { bank }: OpenedBank): Source['questionOf'] {
  const byContent = new Map(bank.entries.map((entry) => [entry.contentHash, entry]));
  const byKey = new Map(bank.entries.map((entry) => [entry.key, entry]));
  const kept = new Map<string, Question | undefined>();
  return ({ item, contentHash }) => {
    if (kept.has(contentHash)) return kept.get(contentHash);
    const entry = byContent.get(contentHash);
    const question = entry
      ? bank.question(entry)
      : (loadItem(world.home, contentHash).value ?? currentOf(byKey.get(item)));
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
    kept.set(contentHash, question);
    return question;
  };
  function currentOf(entry: (typeof bank.entries)[number] | undefined): Question | undefined {
    return entry && bank.question(entry);
  }
}
