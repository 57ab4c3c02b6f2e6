// Foreign text read as the importer reads it: what became questions, what was told, what was refused.

import { type FittedQuestion, fitFile } from '../../src/exchange/fit-file.js';
import { READ_FORMATS, type ReadFormat } from '../../src/exchange/formats.js';
import type { Question } from '../../src/question/question.js';

export interface Reading {
  questions: Question[];
  fitted: FittedQuestion[];
  /** `line code detail` of each piece that was refused. */
  refused: string[];
  /** Codes of what was told, each once. */
  notes: string[];
}

export async function read(
  format: ReadFormat,
  content: string | Uint8Array,
  name = 'sample',
): Promise<Reading> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await (await READ_FORMATS[format].reader())({ name, bytes });
  const { questions, refused } = fitFile(result, {}, name, { of: () => undefined, isTaken: () => false });
  return {
    questions: questions.map(({ question }) => question),
    fitted: questions,
    refused: refused.map(({ line, note }) =>
      [line, note.code, note.detail].filter((part) => part !== undefined).join(' '),
    ),
    notes: [...new Set(questions.flatMap(({ notes }) => notes.map(({ code }) => code)))],
  };
}

/** The parts of a question that say what is asked and what is right, without what every test would repeat. */
export function asked(question: Question): Record<string, unknown> {
  const { id, stem, type, topic, tags, explanation, hint } = question;
  const kept = { id, topic, tags, explanation, hint };
  const said = Object.entries(kept).filter(
    ([, value]) => value !== undefined && value !== '' && String(value) !== '',
  );
  const own = Object.entries(question).filter(([name]) =>
    [
      'choices',
      'answer',
      'answers',
      'partial',
      'tolerance',
      'unit',
      'items',
      'pairs',
      'distractors',
      'rubric',
      'modelAnswer',
      'shuffle',
    ].includes(name),
  );
  return { ...Object.fromEntries(said), type, stem, ...Object.fromEntries(own) };
}
