// What the answers say, for an assistant: the same figures as stats, plan and report, as data.

import type { Summary } from '../../report/summary-shape.js';
import { type OpenedPool, openPool } from '../open-bank.js';
import { openHistory } from '../open-history.js';
import { openSettings } from '../open-settings.js';
import { lastReportOf, MINUTES_PER_DAY, questionTexts } from '../open-summary.js';
import type { Options } from '../options.js';
import { dateOfPlan } from '../plan-date.js';
import { summaryFor } from '../summary-of-history.js';
import type { World } from '../world.js';

export interface FiguresRequest {
  options: Options;
  /** YYYY-MM-DD; null: no plan is made. */
  interviewDate?: string | null;
  minutes?: number | undefined;
  /** The texts of missed questions are wanted. */
  withTexts?: boolean;
  /** One sitting alone: its id. */
  sitting?: string;
}

/** The summary of all answers within the filters. Failures: those of opening bank and history, of naming a sitting. */
export async function figuresOf(world: World, request: FiguresRequest): Promise<Summary> {
  const settings = openSettings(world);
  const opened = await openPool(world, settings, request.options);
  const history = openHistory(world);
  const found =
    request.sitting === undefined
      ? null
      : await sittingOf({ world, history, bank: opened.bank }, request.sitting);
  const filters = {
    since: null,
    until: null,
    topics: opened.filter.topics,
    sitting: found,
  };
  const summary = summaryFor({
    world,
    opened,
    history,
    filters,
    interviewDate: request.interviewDate ?? null,
    minutesPerDay: request.minutes ?? MINUTES_PER_DAY,
    level: settings.level,
    lastReport: lastReportOf(settings, world.now()),
    ...(request.withTexts ? { questionOf: questionTexts(world, opened) } : {}),
  });
  history.keep();
  return summary;
}

async function sittingOf(
  of: { world: World; history: ReturnType<typeof openHistory>; bank: OpenedPool['bank'] },
  name: string,
) {
  const { findInHistory } = await import('../find-in-history.js');
  const { header, id } = findInHistory(of, name);
  return { id, mode: header.mode, startedAt: header.startedAt };
}

/** Likeliest weak topics first, with what is known of each. */
export function weakTopics({ topics, weakest, scope }: Summary, most: number): object {
  return {
    answers: scope.answers,
    amongTheWeakest: weakest,
    topics: topics.slice(0, most).map((topic) => ({
      topic: topic.topic,
      title: topic.title,
      word: topic.word,
      chanceOfBeingWeak: topic.weakChance,
      chance: topic.chance,
      low: topic.low,
      high: topic.high,
      counted: topic.counted,
      enough: topic.enough,
      answersMissing: topic.answersMissing,
    })),
  };
}

/** The plan to the interview. Throws Failure `plan-needs-date` where neither call nor settings say when that is. */
export async function planFor(
  world: World,
  options: Options,
  date: string | undefined,
  minutes: number | undefined,
): Promise<object> {
  const interviewDate = dateOfPlan(date, openSettings(world).interviewDate, world.now());
  const { plan } = await figuresOf(world, { options, interviewDate, minutes });
  if (plan === null) throw new Error('a plan was asked for and none was made');
  return plan;
}
