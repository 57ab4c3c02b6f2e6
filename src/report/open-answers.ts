// What the answers to open questions say: kinds of point left out, own marks against suggested ones, the best and the worst of each topic.

import type { RememberedAnswer } from '../history/remembered-answer.js';
import type { Open } from '../question/question.js';
import { pointKind } from '../session/point-kind.js';
import { plainLine } from '../text/plain.js';
import { safeLine } from '../text/safe.js';
import type { MarksCompared, OpenAnswers, OpenEnd } from './open-shape.js';
import { addOpenAnswer, isBetter, type OpenTally, type OpenWords, type TallyMark } from './open-tally.js';
import type { Source } from './source.js';
import { mondayOf } from './weeks.js';

/** Weight from which a point is a must-have. */
const MUST_FROM = 2;
const HALF = 0.5;
/** Characters of an answer that are told. */
const MOST_TOLD = 400;

interface Told {
  tally: OpenTally;
  question: Open;
}

/** Answers whose question is kept nowhere are left out; null where none is left. */
export function openAnswersOf(
  source: Omit<Source, 'answers'>,
  answers: readonly RememberedAnswer[],
): OpenAnswers | null {
  const open = new Map<string, OpenTally>();
  for (const answer of answers) addOpenAnswer(open, answer);
  return openFigures(source, open);
}

/** The same of what was kept of them. */
export function openFigures(
  source: Omit<Source, 'answers'>,
  open: ReadonlyMap<string, OpenTally>,
): OpenAnswers | null {
  const told = [...open.values()].flatMap((tally): Told[] => {
    const question = source.questionOf(tally);
    return question?.type === 'open' ? [{ tally, question }] : [];
  });
  if (told.length === 0) return null;
  const sum = (field: 'answers' | 'flagged') => told.reduce((all, { tally }) => all + tally[field], 0);
  return {
    answers: sum('answers'),
    kinds: kindsOf(told),
    flagged: sum('flagged'),
    marks: marksOf(told, source),
    topics: topicsOf(told, source),
  };
}

function kindsOf(told: readonly Told[]): OpenAnswers['kinds'] {
  const kinds = new Map<string, OpenAnswers['kinds'][number]>();
  for (const { question, tally } of told) {
    for (const point of question.rubric) {
      const kind = pointKind(point);
      const row = kinds.get(kind) ?? { kind, mustSaid: 0, mustLeft: 0, otherSaid: 0, otherLeft: 0 };
      const said = tally.said.get(point.id) ?? 0;
      const isMust = point.weight >= MUST_FROM;
      row[isMust ? 'mustSaid' : 'otherSaid'] += said;
      row[isMust ? 'mustLeft' : 'otherLeft'] += tally.answers - said;
      kinds.set(kind, row);
    }
  }
  return [...kinds.values()].sort(
    (a, b) => b.mustLeft - a.mustLeft || b.otherLeft - a.otherLeft || (a.kind < b.kind ? -1 : 1),
  );
}

/** All, half or nothing, whether or not it took a probe: a suggestion knows no probes. */
function saidOf({ met, half }: TallyMark, point: string): number {
  return met.includes(point) ? 1 : half.includes(point) ? HALF : 0;
}

/** Only what the learner marked, with a suggestion beside it. */
function marksOf(told: readonly Told[], { dayOf }: Pick<Source, 'dayOf'>): MarksCompared | null {
  const rows = told.flatMap(({ tally, question }) => {
    const weights = question.rubric.reduce((sum, { weight }) => sum + weight, 0);
    return tally.marks.map((mark) => {
      const earned = question.rubric.reduce((sum, { id, weight }) => sum + weight * saidOf(mark, id), 0);
      const own = weights === 0 ? 0 : earned / weights;
      return { at: mark.at, week: mondayOf(dayOf(mark.at)), own, suggested: mark.suggested };
    });
  });
  if (rows.length === 0) return null;
  rows.sort((a, b) => a.at - b.at);
  const weeks = groupWeeks(rows);
  return {
    ...meansOf(rows),
    weeks: [...weeks]
      .map(([week, own]) => ({ week, ...meansOf(own) }))
      .sort((a, b) => (a.week < b.week ? -1 : 1)),
  };
}

function groupWeeks<Row extends { week: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const weeks = new Map<string, Row[]>();
  for (const row of rows) {
    const own = weeks.get(row.week);
    if (own) own.push(row);
    else weeks.set(row.week, [row]);
  }
  return weeks;
}

function meansOf(rows: readonly { own: number; suggested: number }[]) {
  const mean = (field: 'own' | 'suggested') => rows.reduce((sum, row) => sum + row[field], 0) / rows.length;
  return { answers: rows.length, own: mean('own'), suggested: mean('suggested') };
}

/** In the order of the bank; only what was typed can be told. The later of two equal answers stands for both. */
function topicsOf(
  told: readonly Told[],
  { bank, dayOf }: Pick<Source, 'bank' | 'dayOf'>,
): OpenAnswers['topics'] {
  return bank.topics.flatMap(({ slug, title }) => {
    let best: End | null = null;
    let worst: End | null = null;
    for (const { tally, question } of told) {
      if (tally.topic !== slug || tally.best === null || tally.worst === null) continue;
      const { item } = tally;
      if (best === null || isBetter(tally.best, best.words)) best = { item, question, words: tally.best };
      if (worst === null || isBetter(worst.words, tally.worst))
        worst = { item, question, words: tally.worst };
    }
    if (best === null || worst === null) return [];
    const alike = worst.words.credit === best.words.credit;
    return [
      {
        topic: slug,
        title: safeLine(title),
        best: endOf(best, dayOf),
        worst: alike ? null : endOf(worst, dayOf),
      },
    ];
  });
}

interface End {
  item: string;
  question: Open;
  words: OpenWords;
}

function endOf({ item, question, words: { text, credit, at } }: End, dayOf: Source['dayOf']): OpenEnd {
  const words = safeLine(text.trim());
  const letters = [...words];
  return {
    item: safeLine(item),
    question: plainLine(question.stem),
    answer: letters.length <= MOST_TOLD ? words : `${letters.slice(0, MOST_TOLD).join('').trimEnd()} …`,
    credit,
    day: dayOf(at),
  };
}
