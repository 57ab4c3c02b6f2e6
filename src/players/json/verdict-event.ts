// A verdict as data for a program.

import type { QuestionResponse } from '../../question/response.js';
import { isResponseTo } from '../../question/response.js';
import { rightResponseOf } from '../../question/type-rules.js';
import type { AskView, Verdict } from '../../session/player.js';
import { withSideNames } from './question-event.js';

/** The body of the `verdict` event: what a program is told of an answer. */
export function verdictEvent({
  view,
  answer,
  grade,
  points,
  maxPoints,
  returns,
  mayOverride,
  overridden,
  remark,
  standing,
}: Verdict): object {
  const { question } = view;
  return {
    entry: view.entry,
    item: view.item,
    outcome: answer.outcome,
    credit: overridden ? points / maxPoints : answer.credit,
    points,
    maxPoints,
    hinted: answer.hinted,
    elapsedMs: answer.elapsedMs,
    response: told(answer.response, view),
    right: told(rightResponseOf(question), view),
    ...(grade?.close === undefined ? {} : { close: grade.close }),
    ...(remark === null ? {} : { remark }),
    ...('choices' in question
      ? { whys: Object.fromEntries(question.choices.map(({ id, why }) => [id, why])) }
      : {}),
    explanation: question.explanation,
    sources: question.sources,
    returns,
    mayOverride,
    overridden,
    ...(standing.length === 0 ? {} : { standing }),
  };
}

function told(response: QuestionResponse | null, view: AskView): QuestionResponse | null {
  return view.question.type === 'matching' && isResponseTo('matching', response)
    ? withSideNames(response, view)
    : response;
}
