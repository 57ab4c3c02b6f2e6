// The sentences of a report. Every format says them with these functions, so none can say another figure.

import { spanInWords } from '../text/duration.js';
import { counted, percent } from '../text/number.js';
import type {
  Change,
  MissedQuestion,
  PlanSummary,
  Readiness,
  Scope,
  Summary,
  TopicSummary,
} from './summary-shape.js';

/** `21 to 52 %`. */
export function percentRange(low: number, high: number): string {
  return `${Math.round(low * 100)} to ${percent(high)}`;
}

/** `1,234`. */
export function groupedNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 answer`, `1,234 answers`. */
export function groupedCount(count: number, noun: string): string {
  return counted(count, noun).replace(/^\d+/, groupedNumber(count));
}

/** What the report is about, in a line. */
export function scopeWords({ scope, topics }: Summary): string {
  const { answers, questions, sittings, firstDay, lastDay, sitting } = scope;
  if (answers === 0)
    return isFiltered(scope) ? 'Nothing was answered in this span.' : 'Nothing answered yet.';
  const span = firstDay === lastDay ? `on ${firstDay}` : `from ${firstDay} to ${lastDay}`;
  const about =
    scope.topics.length === 0
      ? ''
      : ` about ${topics
          .map(({ title }) => title)
          .sort()
          .join(', ')}`;
  const where = sitting
    ? `in the ${sitting.mode} of ${sitting.day}`
    : `in ${groupedCount(sittings, 'sitting')} ${span}`;
  return `${groupedCount(answers, 'answer')} to ${groupedCount(questions, 'question')}${about} ${where}`;
}

/** True where filters leave answers out. */
export function isFiltered({ since, until, topics, sitting }: Scope): boolean {
  return since !== null || until !== null || topics.length > 0 || sitting !== null;
}

/** The headline. */
export function readinessWords({ enough, chance, low, high, counted: answers }: Readiness): string {
  if (!enough)
    return `Not enough answers yet to say how ready you are: ${counted(answers, 'answer')} counted, ten are needed.`;
  return `A new question of middling difficulty is answered right with a chance of ${percent(chance)} (80 % interval ${percentRange(low, high)}).`;
}

/** What changed. */
export function changeWords(change: Change, readiness: Readiness): string {
  const since =
    change.comparedWith === 'last-report'
      ? `Since the last report (${change.sinceDay})`
      : `Since a week ago (${change.sinceDay})`;
  if (change.answers === 0) return `${since} nothing was answered.`;
  return `${since}: from ${percent(change.readinessBefore)} to ${percent(readiness.chance)}, after ${groupedCount(change.answers, 'answer')}.`;
}

/** What is said once of all told topics, where the answers cannot tell them apart. */
export function tiedWords(told: readonly TopicSummary[], weakest: number): string {
  const unsure = told.filter(({ enough, word }) => enough && word === 'cannot tell').length;
  const tied = told.some((topic) => topic.tied) ? ' Topics with the same number are tied.' : '';
  return unsure < 2
    ? tied.trim()
    : `The answers cannot tell yet which topics are the weakest ${countWord(weakest)}: the shares below say how likely each is one of them.${tied}`;
}

const countWord = (count: number) => ['one', 'two', 'three'][count - 1] ?? String(count);

/** `very likely among the weakest three (84 %)`; what is missing where too little is known. */
export function weakWords(topic: TopicSummary, weakest: number): string {
  const { word, weakChance, enough } = topic;
  const which = `among the weakest ${countWord(weakest)}`;
  if (!enough) return `${missingWords(topic)} (${percent(weakChance)} ${which})`;
  return `${word === 'cannot tell' ? 'perhaps' : word} ${which} (${percent(weakChance)})`;
}

/** `9 answers counted, 6 missed, last on 2026-11-18`. */
export function evidenceWords({ counted: answers, misses, lastDay }: TopicSummary): string {
  if (answers === 0) return 'no answer counted yet';
  return `${counted(answers, 'answer')} counted, ${misses} missed, last on ${lastDay}`;
}

/** What is said where no topic is told as weak. */
export function noneWeakWords(topics: readonly TopicSummary[]): string {
  return topics.some(({ counted: answers }) => answers > 0)
    ? 'No topic stands out as weak.'
    : 'No answer counts for mastery yet.';
}

/** What is missing for a sound statement. */
function missingWords({ answersMissing, tooFewUnseen, unseen }: TopicSummary): string {
  const more = `not enough answers yet, ${counted(answersMissing, 'more is', 'more are')} needed`;
  return tooFewUnseen ? `${more}; the pack has only ${counted(unseen, 'unseen question')} left` : more;
}

/** What was done with a missed question. */
export function answeredWords({ answered, outcome }: MissedQuestion): string {
  if (answered !== null) return answered;
  return outcome === 'skipped' ? 'skipped' : 'nothing was entered';
}

/** `missed 2 of 3 times, last on 2026-11-18`. */
export function missWords({ misses, asked, lastDay, leech }: MissedQuestion): string {
  const often =
    asked === 1 ? `missed on ${lastDay}` : `missed ${misses} of ${asked} times, last on ${lastDay}`;
  return leech ? `${often}; read its source before it is asked again` : often;
}

/** Time per answer, in sentences. */
export function timeWords({ time, scope }: Summary): string {
  if (time.medianMs === null) return 'No answer was timed.';
  if (scope.answers === 1) return `The one answer took ${spanInWords(time.medianMs)}. Time is never scored.`;
  const part = (name: string, value: number | null) =>
    value === null ? [] : [`${spanInWords(value)} ${name}`];
  const parts = [
    ...part('where it was right', time.medianRightMs),
    ...part('where it was missed', time.medianMissedMs),
  ].join(', ');
  return `Half of the ${groupedCount(scope.answers, 'answer')} took less than ${spanInWords(time.medianMs)} (${parts}); ${spanInWords(time.totalMs)} in all. Time is never scored.`;
}

/** Where the plan leads. */
export function planWords(plan: PlanSummary): string {
  const { daysLeft, interview, minutesPerDay, remembered, ready, unseenLeft } = plan;
  if (daysLeft === 0) return `The interview date ${interview} has come: nothing is left to plan.`;
  return (
    `${counted(daysLeft, 'day')} to the interview on ${interview}, ${minutesPerDay} minutes a day. ` +
    `On the day, ${percent(remembered.withPlan)} of all questions are remembered with the plan, ${percent(remembered.withoutPlan)} without (today ${percent(remembered.today)}); ` +
    `${percent(ready.withPlan)} would be answered right, without it ${percent(ready.withoutPlan)}. ` +
    `${unseenLeft === 0 ? 'Every question will have been seen.' : `${groupedCount(unseenLeft, 'question')} will still be unseen.`}`
  );
}

/** What the plan cannot do. */
export function reachWords({ outOfReach, reached, topics, daysLeft }: PlanSummary): string {
  if (daysLeft === 0) return '';
  if (outOfReach.length === 0) return `Every topic can be brought to ${percent(reached)} answered right.`;
  const titles = new Map(topics.map(({ topic, title }) => [topic, title]));
  const named = outOfReach.slice(0, 5).map((topic) => titles.get(topic) ?? topic);
  const more = outOfReach.length > named.length ? ` and ${outOfReach.length - named.length} more` : '';
  const all =
    outOfReach.length === topics.length
      ? 'None of the topics'
      : `${counted(outOfReach.length, 'topic')} of ${topics.length}`;
  return outOfReach.length === topics.length
    ? `${all} can be brought to ${percent(reached)} answered right in this time; the furthest away: ${named.join(', ')}.`
    : `${all} cannot be brought to ${percent(reached)} answered right in this time: ${named.join(', ')}${more}.`;
}

/** Overrides, regrades and changed keys, one sentence each; empty where there are none. */
export function correctionWords({ corrections }: Summary): string[] {
  const { overridden, creditAdded, regraded, outdated } = corrections;
  const was = (count: number) => (count === 1 ? 'was' : 'were');
  return [
    ...(overridden > 0
      ? [
          `${counted(overridden, 'verdict')} ${was(overridden)} overridden with "I was right", which added ${counted(Math.round(creditAdded * 10) / 10, 'point of credit', 'points of credit')}; the figures here believe it.`,
        ]
      : []),
    ...(regraded > 0
      ? [`${counted(regraded, 'answer')} ${was(regraded)} graded again after a key was corrected.`]
      : []),
    ...(outdated > 0
      ? [
          `${counted(outdated, 'answer')} ${was(outdated)} given to a key that has changed since and ${outdated === 1 ? 'does' : 'do'} not count for mastery (api-quiz history regrade).`,
        ]
      : []),
  ];
}

/** What the figures mean, in one honest paragraph. */
export function meaningWords({ readiness, scope }: Summary): string {
  const share =
    scope.answers === 0
      ? ''
      : ` Answers that count for it: ${groupedNumber(readiness.counted)} of ${groupedNumber(scope.answers)}.`;
  return (
    'The chance of a topic is the estimated chance to answer a new question of middling difficulty right today, without options to guess from. ' +
    'It is fed by the first answer to each question, and by a repeat only once it is likely forgotten: questions known by heart say nothing about new ones.' +
    share +
    ' The truth lies inside an 80 % interval four times out of five, if the questions resemble those of your interview, which no tool can know. ' +
    'Close topics are told as tied. Treat the order as advice on where to start, not as a mark.'
  );
}

/** What an empty report says: where to begin, or that the filters leave nothing. */
export function emptyWords(scope: Scope): string {
  return isFiltered(scope)
    ? 'Nothing was answered in this span: leave a filter out, or practise.'
    : 'Nothing answered yet, so there is nothing to report. Ten questions are enough for a first look.';
}

/** How well stated confidence fits. */
export function brierWords({ brier, answers }: NonNullable<Summary['calibration']>): string {
  return `Brier score ${brier.toFixed(2)} over ${counted(answers, 'answer')} with stated confidence (0 is best, always saying 50 % gives 0.25).`;
}

/** `flagged on 2026-11-18: core/one, "unclear"`. */
export function flagWords({ item, note, day }: Summary['corrections']['flags'][number]): string {
  return `flagged on ${day}: ${item}${note === '' ? '' : `, "${note}"`}`;
}
