// All that one foreign file gives: questions with their file text, what was lost, what was refused. Each question is parsed as it will be read.

import { parseQuestion } from '../question/parse-question.js';
import { problemMessage } from '../question/problem-line.js';
import type { Question } from '../question/question.js';
import { renderQuestion } from '../question/render-question.js';
import type { ForeignQuestion, ForeignRefusal, ReadResult } from './foreign-question.js';
import type { Note } from './notes.js';
import { foreignKey, type ImportDefaults, idOf, toQuestion } from './to-question.js';

export interface FittedQuestion {
  /** Who it is in its source. */
  key: string;
  line: number;
  part?: string | undefined;
  question: Question;
  text: string;
  notes: readonly Note[];
}

export interface FittedFile {
  questions: FittedQuestion[];
  refused: ForeignRefusal[];
}

/** Ids that are known already, by foreign key, and those that are taken. */
export interface KnownIds {
  of(key: string): string | undefined;
  isTaken(id: string): boolean;
}

/** Questions in the order of the file; an id that is taken gets a number behind it. What has no id of its own is known within its file. */
export function fitFile(
  read: ReadResult,
  defaults: ImportDefaults,
  fileName: string,
  known: KnownIds,
): FittedFile {
  const questions: FittedQuestion[] = [];
  const refused: ForeignRefusal[] = [...read.refused];
  const keys = new Map<string, number>();
  const given = new Set<string>();
  for (const foreign of read.questions) {
    const name = foreign.id ? foreign.id : `${fileName}/${foreignKey(foreign)}`;
    const times = (keys.get(name) ?? 0) + 1;
    keys.set(name, times);
    // The second of one name is told apart by its place among them.
    const key = times === 1 ? name : `${name}#${times}`;
    const id =
      known.of(key) ?? freeId(idOf(foreign), (candidate) => given.has(candidate) || known.isTaken(candidate));
    const fitted = fitOne(foreign, id, key, defaults);
    if ('note' in fitted) refused.push(fitted);
    else {
      given.add(id);
      questions.push(fitted);
    }
  }
  return { questions, refused: refused.sort((a, b) => a.line - b.line) };
}

function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  let id = wanted;
  for (let next = 2; isTaken(id); next += 1) id = `${wanted.slice(0, 74).replace(/-+$/, '')}-${next}`;
  return id;
}

function fitOne(
  foreign: ForeignQuestion,
  id: string,
  key: string,
  defaults: ImportDefaults,
): FittedQuestion | ForeignRefusal {
  const { line, part, name } = foreign;
  const where = { line, ...(part === undefined ? {} : { part }) };
  const fitted = toQuestion(foreign, id, defaults);
  if ('refused' in fitted) return { ...where, name, note: fitted.refused };
  const text = renderQuestion(fitted.question);
  const { question, problems } = parseQuestion(text, `${id}.md`, id, true);
  if (question === undefined) {
    const first = problems.find(({ severity }) => severity === 'error');
    const detail = first === undefined ? 'unknown' : problemMessage(first);
    return { ...where, name: name ?? foreign.stem.slice(0, 60), note: { code: 'not-valid', detail } };
  }
  return { ...where, key, question, text, notes: fitted.notes };
}
