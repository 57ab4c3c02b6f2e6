// Answers that take more lines than one: the blanks of a cloze, a command that goes on, a message or a text up to its full stop.

import { blanksInOrder } from '../../question/cloze-pieces.js';
import type { Cloze } from '../../question/question.js';
import { isCurl, readRequest, wantsMore } from '../../question/request/read-request.js';
import { requestProblemMessage } from '../../question/request/request-problems.js';
import { MOST_TYPED, type QuestionResponse } from '../../question/response.js';
import type { QuestionType } from '../../question/vocabulary.js';
import type { AskView } from '../../session/player.js';

interface Reading {
  /** null: the input has ended; late: the time is up. */
  next(): Promise<string | null | 'late'>;
  say(...lines: readonly string[]): void;
}

/** Undefined: it could not be understood, which has been said; the question stays open. */
type ReadMore = (
  first: string,
  view: AskView,
  reading: Reading,
) => Promise<QuestionResponse | 'late' | undefined>;

/** By type, for those that need it. The first line is as typed. */
export const MORE_LINES: Partial<Record<QuestionType, ReadMore>> = {
  request: readLongRequest,
  cloze: readBlanks,
  open: readOpen,
};

async function readOpen(first: string, _view: AskView, { next }: Reading) {
  const typed = [first.trim().replace(/^::/, ':')];
  for (;;) {
    const line = await next();
    if (line === 'late') return 'late';
    if (line === null || line.trim() === '.') break;
    typed.push(line);
  }
  return { text: typed.join('\n').trim().slice(0, MOST_TYPED), met: [], flags: [] };
}

async function readLongRequest(first: string, _view: AskView, { next, say }: Reading) {
  const lines = [first.replace(/^\s*::/, ':')];
  const typed = () => lines.join('\n');
  while (isCurl(first) ? wantsMore(typed()) : true) {
    const line = await next();
    if (line === 'late') return 'late';
    if (line === null || line.trim() === '.') break;
    lines.push(line);
  }
  const text = typed().trim().slice(0, MOST_TYPED);
  const { problem } = readRequest(text);
  if (problem === undefined) return text;
  say(requestProblemMessage(problem));
  return undefined;
}

async function readBlanks(first: string, view: AskView, { next, say }: Reading) {
  const blanks = blanksInOrder(view.question as Cloze);
  const texts = [first];
  while (texts.length < blanks.length) {
    say(`Blank ${texts.length + 1} of ${blanks.length}:`);
    const line = await next();
    if (line === 'late') return 'late';
    if (line === null) break;
    texts.push(line);
  }
  return Object.fromEntries(
    blanks.flatMap(({ id }, index) => {
      const text = (texts[index] ?? '').trim().replace(/^::/, ':').slice(0, MOST_TYPED);
      return text === '' ? [] : [[id, text]];
    }),
  );
}
