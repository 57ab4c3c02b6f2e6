// The hands-on questions of the built-in bank, with the folders of their files.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseQuestion } from '../../src/question/parse-question.js';
import type { Question, QuestionOf } from '../../src/question/question.js';
import type { QuestionType } from '../../src/question/vocabulary.js';

const BANK = fileURLToPath(new URL('../../questions/', import.meta.url));

export interface HandsOnItem<T extends QuestionType> {
  id: string;
  question: QuestionOf<T>;
  /** The same path with another ending lies beside it. */
  beside(ending: string): string;
}

let files: { path: string; text: string }[] | undefined;

/** Read once for all tests of a worker. */
function questionFiles(): { path: string; text: string }[] {
  files ??= readdirSync(BANK, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path, text: readFileSync(join(BANK, path), 'utf8') }));
  return files;
}

/** Every question of the type, read from its file. */
export function itemsOf<T extends QuestionType>(type: T): HandsOnItem<T>[] {
  return questionFiles().flatMap(({ path, text }) => {
    if (!new RegExp(`^type: ${type}$`, 'm').test(text)) return [];
    const id = basename(path, '.md');
    const { question } = parseQuestion(text, path, id);
    if (!isOf(question, type)) throw new Error(`${path} is no ${type}`);
    return [{ id, question, beside: (ending: string) => join(BANK, dirname(path), `${id}${ending}`) }];
  });
}

function isOf<T extends QuestionType>(question: Question | undefined, type: T): question is QuestionOf<T> {
  return question?.type === type;
}
