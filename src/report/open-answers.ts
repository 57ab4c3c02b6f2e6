// What the answers to open questions say: kinds of point left out, own marks against suggested ones, the best and the worst of each topic.

import type { RememberedAnswer } from '../history/remembered-answer.js';
import type { Open } from '../question/question.js';
import { isResponseTo, type OpenResponse } from '../question/response.js';
import { pointKind } from '../session/point-kind.js';
import { plainLine } from '../text/plain.js';
import { safeLine } from '../text/safe.js';
import type { MarksCompared, OpenAnswers, OpenEnd } from './open-shape.js';
import type { Source } from './source.js';
import { mondayOf } from './weeks.js';

/** Weight from which a point is a must-have. */
const MUST_FROM = 2;
const HALF = 0.5;
/** Characters of an answer that are told. */
const MOST_TOLD = 400;

interface Marked {
  answer: RememberedAnswer;
  question: Open;
  response: OpenResponse;
}

/** Answers whose question is kept nowhere are left out; null where none is left. */
export function openAnswersOf(source: Source, counted: readonly RememberedAnswer[]): OpenAnswers | null {
  const marked = counted.flatMap((answer): Marked[] => {
    if (answer.type !== 'open' || !isResponseTo('open', answer.response)) return [];
    const question = source.questionOf(answer);
    return question?.type === 'open' ? [{ answer, question, response: answer.response }] : [];
  });
  if (marked.length === 0) return null;
  return {
    answers: marked.length,
    kinds: kindsOf(marked),
    flagged: marked.filter(({ response }) => response.flags.length > 0).length,
    marks: marksOf(marked, source),
    topics: topicsOf(marked, source),
  };
}

function kindsOf(marked: readonly Marked[]): OpenAnswers['kinds'] {
  const kinds = new Map<string, OpenAnswers['kinds'][number]>();
  for (const { question, response } of marked) {
    for (const point of question.rubric) {
      const kind = pointKind(point);
      const row = kinds.get(kind) ?? { kind, mustSaid: 0, mustLeft: 0, otherSaid: 0, otherLeft: 0 };
      const said = saidOf(response, point.id) > 0;
      if (point.weight >= MUST_FROM) row[said ? 'mustSaid' : 'mustLeft'] += 1;
      else row[said ? 'otherSaid' : 'otherLeft'] += 1;
      kinds.set(kind, row);
    }
  }
  return [...kinds.values()].sort(
    (a, b) => b.mustLeft - a.mustLeft || b.otherLeft - a.otherLeft || (a.kind < b.kind ? -1 : 1),
  );
}

/** All, half or nothing, whether or not it took a probe: a suggestion knows no probes. */
function saidOf({ met, half = [] }: OpenResponse, point: string): number {
  return met.includes(point) ? 1 : half.includes(point) ? HALF : 0;
}

/** Only what the learner marked, with a suggestion beside it. */
function marksOf(marked: readonly Marked[], { dayOf }: Source): MarksCompared | null {
  const rows = marked.flatMap(({ answer, question, response }) => {
    if (answer.markedBy !== 'self' || answer.suggested === undefined) return [];
    const weights = question.rubric.reduce((sum, { weight }) => sum + weight, 0);
    const earned = question.rubric.reduce((sum, { id, weight }) => sum + weight * saidOf(response, id), 0);
    const own = weights === 0 ? 0 : earned / weights;
    return [{ week: mondayOf(dayOf(answer.at)), own, suggested: answer.suggested.credit }];
  });
  if (rows.length === 0) return null;
  const weeks = [...new Set(rows.map(({ week }) => week))].sort();
  return {
    ...meansOf(rows),
    weeks: weeks.map((week) => ({ week, ...meansOf(rows.filter((row) => row.week === week)) })),
  };
}

function meansOf(rows: readonly { own: number; suggested: number }[]) {
  const mean = (field: 'own' | 'suggested') => rows.reduce((sum, row) => sum + row[field], 0) / rows.length;
  return { answers: rows.length, own: mean('own'), suggested: mean('suggested') };
}

/** In the order of the bank; only what was typed can be told. The later of two equal answers stands for both. */
function topicsOf(marked: readonly Marked[], { bank, dayOf }: Source): OpenAnswers['topics'] {
  const typed = marked.filter(({ response }) => response.text.trim() !== '');
  return bank.topics.flatMap(({ slug, title }) => {
    const own = typed
      .filter(({ answer }) => answer.topic === slug)
      .sort((a, b) => b.answer.effectiveCredit - a.answer.effectiveCredit || b.answer.at - a.answer.at);
    const [best] = own;
    const last = own.at(-1);
    if (best === undefined || last === undefined) return [];
    const alike = last.answer.effectiveCredit === best.answer.effectiveCredit;
    const worst = alike ? null : endOf(last, dayOf);
    return [{ topic: slug, title: safeLine(title), best: endOf(best, dayOf), worst }];
  });
}

function endOf({ answer, question, response }: Marked, dayOf: Source['dayOf']): OpenEnd {
  const words = safeLine(response.text.trim());
  const letters = [...words];
  return {
    item: safeLine(answer.item),
    question: plainLine(question.stem),
    answer: letters.length <= MOST_TOLD ? words : `${letters.slice(0, MOST_TOLD).join('').trimEnd()} …`,
    credit: answer.effectiveCredit,
    day: dayOf(answer.at),
  };
}
