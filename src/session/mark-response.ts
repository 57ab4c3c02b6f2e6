// Marks what was entered: an open answer by the person, with what was found in it beside; any other by its key.

import type { MarkedBy, Talk } from '../history/records.js';
import { type Suggestion, suggestedResponse, suggestionOf } from '../question/open-mark.js';
import type { Open } from '../question/question.js';
import { isResponseTo, type QuestionResponse } from '../question/response.js';
import { lateIn, wholeText } from './converse.js';
import { hearJudge } from './hear-judge.js';
import type { HeardOpinion } from './judge-seat.js';
import type { AskView, Marking, Player } from './player.js';
import type { Sitting } from './sitting.js';

export interface MarkedResponse {
  response: QuestionResponse;
  markedBy: MarkedBy;
  suggested?: Suggestion;
  /** False: the mark says nothing about ability. */
  counts?: false;
}

/** The response as it is to be graded, marked by the person where it is an open answer. */
export async function markResponse(
  sitting: Sitting,
  view: AskView,
  response: QuestionResponse,
  player: Player,
  talk: Talk | null = null,
): Promise<MarkedResponse> {
  const { question } = view;
  if (question.type !== 'open' || !isResponseTo('open', response)) return { response, markedBy: 'key' };
  const said = talk ?? { text: response.text, probes: [] };
  const marking = await markingOf(sitting, player, view, question, said);
  const own = await player.selfMark(view, marking);
  // An answer given aloud has left nothing in which something could be found.
  const suggested = response.text === '' ? {} : { suggested: suggestionOf(marking.mark) };
  const { by, counts } = player.marker ?? { by: 'self', counts: true };
  return { response: own, markedBy: by, ...(counts ? {} : { counts }), ...suggested };
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

async function markingOf(
  sitting: Sitting,
  player: Player,
  view: AskView,
  question: Open,
  talk: Talk,
): Promise<Marking> {
  const { markOpen } = sitting.world;
  const { item } = view;
  const text = wholeText(talk);
  // Words taken from a probe say as little as words taken from the question.
  const shown = talk.probes.map((probe) => probe.question).join('\n');
  const found = await markOpen(item, question, text, shown === '' ? undefined : shown);
  const heard = await hearJudge(sitting, player, view, { question, text, mark: found });
  const { mark } = heard;
  const model = await markOpen(item, question, question.modelAnswer);
  const suggestion = suggestedResponse(mark, text);
  const marking: Marking = { text, mark, model, suggestion, ...besides(sitting, heard) };
  if (text === talk.text) return marking;
  const late = lateIn(talk, await markOpen(item, question, talk.text), mark);
  return late.length === 0 ? marking : { ...marking, suggestion: { ...suggestion, late } };
}

function besides(
  { world: { judge } }: Sitting,
  { said, notice }: HeardOpinion,
): Pick<Marking, 'opinion' | 'notice'> {
  return {
    ...(judge === undefined || said === null ? {} : { opinion: { by: judge.address.model, said } }),
    ...(notice === null ? {} : { notice }),
  };
}
