// One file of a pack -> what its line and its place in the index are made from. What cannot be read is a problem of the file.

import { basename, join } from 'node:path';
import type { Exemplar } from '../question/exemplar.js';
import { parseExemplars } from '../question/parse-exemplars.js';
import { parseQuestion } from '../question/parse-question.js';
import { type Problem, problemAt } from '../question/problem.js';
import type { Question } from '../question/question.js';
import { fileLine } from './compiled-pack.js';
import { indexQuestion, stemLineOf } from './entry.js';
import type { KnownFile } from './pack-builder.js';
import { answersPath, type FoundFile, isAnswersPath, readTextFile } from './read-folder.js';

/** Where a file belongs to. */
export interface OfPack {
  folder: string;
  /** Id of the pack. */
  pack: string;
  draft: boolean;
}

/** Reads each file once. */
export function parsePackFile(ofPack: OfPack, found: FoundFile): KnownFile {
  const { question, exemplars, problems } = parseFile(ofPack, found);
  const { path, mtimeMs, size, answersStamp } = found;
  const entry = question ? indexQuestion(question, ofPack.pack, path) : null;
  return {
    file: { path, mtimeMs, size, answersStamp, entry, problems },
    line: question ? fileLine(question, exemplars) : null,
    stem: question?.stem ?? '',
    stemLine: question ? stemLineOf(question) : '',
  };
}

interface Parsed {
  question?: Question;
  exemplars: readonly Exemplar[];
  problems: Problem[];
}

function parseFile({ folder, draft }: OfPack, file: FoundFile): Parsed {
  const read = readPart(folder, file.path, file.regular);
  if ('problems' in read) return { exemplars: [], ...read };
  if (isAnswersPath(file.path))
    return { exemplars: [], problems: [problemAt('answers-orphan', { file: file.path })] };
  const parsed = parseQuestion(read.text, file.path, basename(file.path, '.md'), draft);
  if (parsed.question === undefined || file.answersStamp === '') return { exemplars: [], ...parsed };
  const answers = parseAnswers(folder, answersPath(file.path), parsed.question);
  return { ...parsed, exemplars: answers.exemplars, problems: [...parsed.problems, ...answers.problems] };
}

/** A question whose answers are broken is asked without them. */
function parseAnswers(folder: string, path: string, question: Question): Omit<Parsed, 'question'> {
  const read = readPart(folder, path, true);
  return { exemplars: [], ...('problems' in read ? read : parseExemplars(read.text, path, question)) };
}

function readPart(
  folder: string,
  path: string,
  regular: boolean,
): { text: string } | { problems: Problem[] } {
  if (!regular) return { problems: [problemAt('file-not-regular', { file: path })] };
  const read = readTextFile(join(folder, path));
  return 'text' in read
    ? read
    : { problems: [problemAt(read.code, { file: path }, { reason: read.reason, limit: 64 * 1024 })] };
}
