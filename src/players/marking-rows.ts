// An open answer's points and red flags as rows to mark: grouped by what was found, each with the sentence it was found in.

import { type AnswerGuard, isToLookAt, type OpenMark, type Span } from '../question/open-mark.js';
import type { Open } from '../question/question.js';
import type { OpenResponse } from '../question/response.js';
import { gradeOf } from '../question/type-rules.js';
import type { JudgeAddress } from '../session/judge-seat.js';
import type { Marking } from '../session/player.js';
import { trimNumber } from '../text/number.js';
import { safeLine } from '../text/safe.js';

/** said, to be looked at, not found; a red flag to be asked about, one that was not noticed. */
export type MarkingGroup = 'said' | 'look' | 'open' | 'careful' | 'quiet';

export interface MarkingRow {
  id: string;
  kind: 'point' | 'flag';
  /** From 1, in the order of the rubric or of the red flags. */
  number: number;
  group: MarkingGroup;
  /** Inline Markdown. */
  text: string;
  weight: number;
  /** The learner's own sentence that counts for it; null where there is none. */
  quote: string | null;
  /** What a judge says of it, in words; null where none was heard. */
  judged: string | null;
}

const ORDER: readonly MarkingGroup[] = ['said', 'look', 'open', 'careful', 'quiet'];

/** Rows in the order of the groups, and within them in that of the rubric. */
export function markingRows({ rubric, avoid = [] }: Open, marking: Marking): MarkingRow[] {
  const { text, mark } = marking;
  const points = rubric.map((point, at): MarkingRow => {
    const found = mark.points.find(({ id }) => id === point.id);
    const group =
      found === undefined || found.state === 'open' ? 'open' : isToLookAt(found) ? 'look' : 'said';
    const quote = group === 'open' ? null : quoted(text, found?.evidence);
    return {
      id: point.id,
      kind: 'point',
      number: at + 1,
      group,
      text: point.text,
      weight: point.weight,
      quote,
      judged: judgedWords(point.id, 'point', marking),
    };
  });
  const flags = avoid.map(({ id, text: said, weight = 1 }, at): MarkingRow => {
    const found = mark.flags.find((flag) => flag.id === id);
    const raised = found?.raised === true;
    const quote = raised ? quoted(text, found.evidence) : null;
    return {
      id,
      kind: 'flag',
      number: at + 1,
      group: raised ? 'careful' : 'quiet',
      text: said,
      weight,
      quote,
      judged: judgedWords(id, 'flag', marking),
    };
  });
  const rows = [...points, ...flags];
  return ORDER.flatMap((group) => rows.filter((row) => row.group === group));
}

const JUDGED = {
  point: { yes: 'said', partly: 'partly said', no: 'not said' },
  flag: { yes: 'said', partly: 'perhaps said', no: '' },
} as const;

/** `small:4b: said`; of a red flag only what it raises is told. */
function judgedWords(id: string, kind: MarkingRow['kind'], { opinion }: Marking): string | null {
  const met = opinion?.said.find((claim) => claim.id === id)?.met;
  const word = met === undefined ? '' : JUDGED[kind][met];
  return word === '' ? null : `${opinion?.by}: ${word}`;
}

/** What is said while a judge is asked. */
export function askingWords({ model, host }: JudgeAddress): string {
  return `Asking ${model} at ${host} for a second opinion on your answer, 60 s at most.`;
}

/** Before anything is sent to another machine for the first time. */
export function consentWords({ model, host }: JudgeAddress): string {
  return `A second opinion is configured: question, rubric and your answer would be sent to ${host} (model ${model}). You are asked once for this host.`;
}

/** The heading of a group; an answer given aloud was not looked through. */
export function groupTitle(group: MarkingGroup, spoken: boolean): string {
  if (spoken) return group === 'open' ? 'Which points did you make?' : 'Did you say any of these?';
  switch (group) {
    case 'said':
      return 'Said';
    case 'look':
      return 'Look yourself: is it said here?';
    case 'open':
      return 'Not found in your words';
    case 'careful':
      return 'Careful: did you say that …?';
    case 'quiet':
      return 'Other red flags, not noticed in your words';
  }
}

const GUARDED: Readonly<Record<AnswerGuard, string>> = {
  empty: 'There is too little here to look through, so nothing is ticked.',
  copied: 'This is taken from the question, so nothing is ticked.',
  recited: 'This reads like the wordings that are looked for, so nothing is ticked.',
  list: 'This reads like a list of key words, so nothing is ticked.',
  'off-topic': 'This reads like an answer to something else, so nothing is ticked.',
};

/** Why nothing is ticked beforehand; null where something may be, or nothing was typed. */
export function guardWords({ text, mark }: Marking): string | null {
  return text === '' || mark.guard === null ? null : GUARDED[mark.guard];
}

/** `2.5 of 4`: weights earned by these marks. */
export function creditWords(question: Open, response: OpenResponse): string {
  const total = question.rubric.reduce((sum, { weight }) => sum + weight, 0);
  return `${trimNumber(Math.round(gradeOf(question, response).credit * total * 100) / 100)} of ${trimNumber(total)}`;
}

/** The sentences of the model answer, each with the ids of the points that it makes. */
export function modelSentences({ modelAnswer }: Open, model: OpenMark): { text: string; points: string[] }[] {
  const cuts = [...modelAnswer.matchAll(/[^.!?\n]+(?:[.!?]+(?!\S)|[.!?]+(?=\S)[^.!?\n]*)*[.!?]*\s*/g)];
  return cuts.map(({ 0: text, index }) => ({
    text: text.trim(),
    points: model.points
      .filter(
        ({ state, evidence }) => state !== 'open' && evidence !== null && overlaps(evidence, index, text),
      )
      .map(({ id }) => id),
  }));
}

function overlaps({ start, end }: Span, from: number, { length }: string): boolean {
  return start < from + length && end > from;
}

function quoted(text: string, evidence: Span | null | undefined): string | null {
  if (!evidence) return null;
  const sentence = safeLine(text.slice(evidence.start, evidence.end));
  return sentence === '' ? null : sentence;
}
