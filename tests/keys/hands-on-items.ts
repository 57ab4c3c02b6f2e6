// The hands-on questions of the built-in bank, with the folders of their files.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseQuestion } from '../../src/question/parse-question.js';
import type { Question, QuestionOf } from '../../src/question/question.js';
import type { QuestionType } from '../../src/question/vocabulary.js';
import { SHIPPED } from '../support/run.js';
import { shippedBank } from '../support/shipped-bank.js';

export interface HandsOnItem<T extends QuestionType> {
  id: string;
  question: QuestionOf<T>;
  /** The same path with another ending lies beside it. */
  beside(ending: string): string;
}

/** Every question of the type, read from its file. */
export function itemsOf<T extends QuestionType>(type: T): HandsOnItem<T>[] {
  const own = shippedBank().entries.filter((entry) => entry.type === type);
  return own.map(({ id, file }) => {
    const { question } = parseQuestion(readFileSync(join(SHIPPED.folder, file), 'utf8'), file, id);
    if (!isOf(question, type)) throw new Error(`${file} is no ${type}`);
    return { id, question, beside: (ending) => join(SHIPPED.folder, dirname(file), `${id}${ending}`) };
  });
}

function isOf<T extends QuestionType>(question: Question | undefined, type: T): question is QuestionOf<T> {
  return question?.type === type;
}
