// Golden sittings as tables: questions, steps with instants, and what has to hold after each step. Read here, replayed in golden-sittings.test.ts.

import { MODE_RULES, type ModeName } from '../../src/history/modes.js';
import type { Confidence, SittingHeader } from '../../src/history/records.js';
import { contentHash, keyHash } from '../../src/question/identity.js';
import type { Question } from '../../src/question/question.js';
import type { QuestionResponse } from '../../src/question/response.js';
import { type Level, QUESTION_TYPES, type QuestionType } from '../../src/question/vocabulary.js';
import {
  cloze,
  lab,
  matching,
  multipleChoice,
  numeric,
  open,
  ordering,
  request,
  shortAnswer,
  singleChoice,
  spot,
  trueFalse,
} from '../support/questions.js';

/** One sitting. Instants are minutes and seconds since its start. */
export interface SittingTable {
  title: string;
  mode: ModeName;
  /** `name | type | level | topic | limit`; type may carry its size: `single-choice of 4`. */
  questions: string;
  /** Limit of a paper, as `10:00`. */
  paper?: string;
  negative?: boolean;
  confidence?: boolean;
  /**
   * `at | step` and any of these, which hold after the step; an empty cell says nothing, `-` says none:
   * `shown` the question on the screen; `left` the time left for it (else for the next one, or the paper); `next` what is asked next, `over` or
   * `time`; `queue` all questions in the order of asking; `credit` of the answer just given; `sheet` the answer sheet, `*` marks.
   * A question that came back is written `a'`, then `a''`.
   */
  steps: string;
  /** What the score has to be; figures written as the sums a reader would do. */
  score: {
    points: number;
    maxPoints: number;
    right: number;
    missed: string[];
    outcomes?: Record<string, string>;
    passed?: boolean | null;
    rounds?: Record<string, number | null>;
    elapsed?: string;
    certainty?: { marks: number; answers: number; brier: number } | null;
  };
}

export interface TableRow {
  at: number;
  step: string;
  expected: Record<string, string>;
}

export const START = Date.UTC(2026, 10, 20, 9);

/** `1:05` -> 65,000 ms. */
export function milliseconds(clock: string): number {
  const [minutes, seconds] = clock.split(':').map(Number) as [number, number];
  return (minutes * 60 + seconds) * 1000;
}

/** Rows of a table with `|` between cells; the first row names the columns. */
function readTable(text: string): Record<string, string>[] {
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])));
}

export function readSteps(table: SittingTable): TableRow[] {
  return readTable(table.steps).map(({ at = '', step = '', ...expected }) => ({
    at: START + milliseconds(at),
    step,
    expected,
  }));
}

export interface AskedQuestion {
  question: Question;
  limitMs: number | null;
}

export function readQuestions(table: SittingTable): AskedQuestion[] {
  return readTable(table.questions).map(
    ({ name = '', type = '', level = '', topic = 'topic', limit = '' }) => {
      const [kind, size] = type.split(' of ') as [QuestionType, string | undefined];
      if (!QUESTION_TYPES.includes(kind)) throw new Error(`no such type: ${type}`);
      const common = { id: name, level: level as Level, topic, concepts: [`concept-of-${name}`] };
      return {
        question: makeQuestion(kind, Number(size), common),
        limitMs: limit === '' ? null : milliseconds(limit),
      };
    },
  );
}

type Common = { id: string; level: Level; topic: string; concepts: string[] };

function makeQuestion(type: QuestionType, size: number, common: Common): Question {
  switch (type) {
    case 'single-choice':
      return singleChoice(size || 4, common);
    case 'multiple-choice':
      return multipleChoice(2, 2, common);
    case 'true-false':
      return trueFalse(true, common);
    case 'short-answer':
      return shortAnswer(['right'], [{ text: 'half', credit: 0.5 }], common);
    case 'numeric':
      return numeric(42, 0, common);
    case 'ordering':
      return ordering(size || 4, common);
    case 'matching':
      return matching(3, 1, common);
    case 'request':
      return request(common);
    case 'spot':
      return spot(2, size || 6, common);
    case 'cloze':
      return cloze(common);
    case 'lab':
      return lab(common);
    case 'open':
      return open(common);
  }
}

/** The header of a table's sitting. */
export function headerOf(
  table: Pick<SittingTable, 'mode' | 'paper' | 'negative' | 'confidence'>,
  asked: readonly AskedQuestion[],
): SittingHeader {
  return {
    id: 'sitting',
    mode: table.mode,
    seed: 1,
    startedAt: START,
    title: 'everything',
    plan: asked.map(({ question, limitMs }) => ({
      item: `core/${question.id}`,
      contentHash: contentHash(question),
      keyHash: keyHash(question),
      topic: question.topic,
      concept: question.concepts[0] as string,
      level: question.level,
      type: question.type,
      order: [],
      limitMs,
    })),
    paperMs: table.paper === undefined ? null : milliseconds(table.paper),
    most: asked.length,
    passMark: MODE_RULES[table.mode].passMark,
    confidence: table.confidence ?? false,
    negative: table.negative ?? false,
    withOpen: false,
    spoken: false,
  };
}

/** `right-1 wrong-2` for several ids, `true`, a figure, or `main second !slip` for an open answer. */
export function readResponse(type: QuestionType, given: string): QuestionResponse {
  const words = given.split(/\s+/).filter((word) => word !== '');
  switch (type) {
    case 'true-false':
      return given === 'true';
    case 'multiple-choice':
    case 'ordering':
      return words;
    case 'matching':
      return Object.fromEntries(words.map((word) => word.split('=') as [string, string]));
    case 'open':
      return {
        text: '',
        met: words.filter((word) => !word.startsWith('!')),
        flags: words.filter((word) => word.startsWith('!')).map((word) => word.slice(1)),
      };
    default:
      return given;
  }
}

/** `right (sure)` -> the answer and the stated confidence. */
export function cutConfidence(given: string): { given: string; confidence: Confidence | null } {
  const match = /^(.*?)\s*\((guess|likely|sure)\)$/.exec(given);
  return match
    ? { given: match[1] as string, confidence: match[2] as Confidence }
    : { given, confidence: null };
}
