// An open answer to be marked, as data for a program, and its mark from one.

import type { Open } from '../../question/question.js';
import { isResponseTo, type OpenResponse } from '../../question/response.js';
import type { Marking } from '../../session/player.js';
import { safeLine } from '../../text/safe.js';
import { guardWords, type MarkingRow, markingRows, modelSentences } from '../marking-rows.js';
import type { JsonConversation } from './json-conversation.js';
import type { Message } from './json-messages.js';
import type { Refusal } from './refusals.js';

/** What the program says of an answer; what was suggested where it says something else, or no more. */
export async function markByMessages(
  entry: number,
  question: Open,
  marking: Marking,
  { send, next, fail, hold }: JsonConversation,
): Promise<OpenResponse> {
  const { suggestion } = marking;
  send('mark', { entry, ...markEvent(question, marking) });
  for (;;) {
    const message = await next();
    if (message === null || message === 'late') return suggestion;
    if (message.action !== 'mark') {
      hold(message);
      return suggestion;
    }
    const marked = markedByMessage(message, question, suggestion);
    if ('response' in marked) return marked.response;
    fail(marked.code, marked.refused);
  }
}

/** Points and red flags in the order of the rubric, each with what was found and the sentence it was found in. */
export function markEvent(question: Open, marking: Marking): object {
  const rows = markingRows(question, marking);
  const told = (kind: MarkingRow['kind']) =>
    rows
      .filter((row) => row.kind === kind)
      .sort((a, b) => a.number - b.number)
      .map(({ id, text, weight, group, quote }) => ({ id, text, weight, group, quote }));
  const guard = guardWords(marking);
  return {
    rubric: told('point'),
    avoid: told('flag'),
    suggestion: marking.suggestion,
    ...(guard === null ? {} : { guard }),
    ...(marking.opinion === undefined ? {} : { opinion: marking.opinion }),
    ...(marking.notice === undefined ? {} : { notice: marking.notice }),
    model: modelSentences(question, marking.model),
  };
}

/** What a program says of the answer; what it leaves out stays as suggested. */
export function markedByMessage(
  message: Message,
  question: Open,
  suggestion: OpenResponse,
): { response: OpenResponse } | Refusal {
  const { met, flags } = suggestion;
  const response: unknown = {
    ...suggestion,
    met: message.met ?? met,
    flags: message.flags ?? flags,
    ...(message.half === undefined ? {} : { half: message.half }),
  };
  if (!isResponseTo('open', response))
    return { code: 'mark-malformed', refused: '"met", "half" and "flags" are lists of ids.' };
  const known = new Set([...question.rubric, ...(question.avoid ?? [])].map(({ id }) => id));
  const unknown = [...response.met, ...(response.half ?? []), ...response.flags].find((id) => !known.has(id));
  return unknown === undefined
    ? { response }
    : { code: 'mark-unknown', refused: `There is no point or red flag "${safeLine(unknown)}".` };
}
