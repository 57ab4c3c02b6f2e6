// Marks what was entered: an open answer by the person, with what was found in it beside; any other by its key.

import type { MarkedBy } from '../history/records.js';
import { type Suggestion, suggestedResponse, suggestionOf } from '../question/open-mark.js';
import type { Open } from '../question/question.js';
import { isResponseTo, type QuestionResponse } from '../question/response.js';
import type { AskView, Marking, Player } from './player.js';
import type { Sitting } from './sitting.js';

export interface MarkedResponse {
  response: QuestionResponse;
  markedBy: MarkedBy;
  suggested?: Suggestion;
}

/** The response as it is to be graded, marked by the person where it is an open answer. */
export async function markResponse(
  sitting: Sitting,
  view: AskView,
  response: QuestionResponse,
  player: Player,
): Promise<MarkedResponse> {
  const { question } = view;
  if (question.type !== 'open' || !isResponseTo('open', response)) return { response, markedBy: 'key' };
  const marking = await markingOf(sitting, view.item, question, response.text);
  const own = await player.selfMark(view, marking);
  // An answer given aloud has left nothing in which something could be found.
  const suggested = response.text === '' ? {} : { suggested: suggestionOf(marking.mark) };
  return { response: own, markedBy: 'self', ...suggested };
}

/** The same without a person: what is clear in an open answer counts for now, for a paper shows no rubric before its end. */
export async function markClear(
  sitting: Sitting,
  { question, item }: AskView,
  response: QuestionResponse,
): Promise<MarkedResponse> {
  if (question.type !== 'open' || !isResponseTo('open', response)) return { response, markedBy: 'key' };
  const mark = await sitting.world.markOpen(item, question, response.text);
  return {
    response: suggestedResponse(mark, response.text),
    markedBy: 'matcher',
    suggested: suggestionOf(mark),
  };
}

async function markingOf(sitting: Sitting, item: string, question: Open, text: string): Promise<Marking> {
  const { markOpen } = sitting.world;
  const mark = await markOpen(item, question, text);
  const model = await markOpen(item, question, question.modelAnswer);
  return { text, mark, model, suggestion: suggestedResponse(mark, text) };
}
