// A verdict as data for a program.

import type { Request } from '../../question/question.js';
import { compareRequest } from '../../question/request/compare-request.js';
import { requestProblemMessage } from '../../question/request/request-problems.js';
import type { QuestionResponse } from '../../question/response.js';
import { isResponseTo } from '../../question/response.js';
import { rightResponseOf } from '../../question/type-rules.js';
import type { Verdict } from '../../session/player.js';
import { othersSaid } from '../others-said.js';
import { byBlankName, toldResponse } from './opaque-names.js';

/** The body of the `verdict` event: what a program is told of an answer. */
export function verdictEvent({
  others,
  view,
  answer,
  grade,
  points,
  maxPoints,
  returns,
  mayOverride,
  overridden,
  handedIn,
  remark,
  standing,
}: Verdict): object {
  const { question } = view;
  const said = othersSaid({ view, others });
  return {
    entry: view.entry,
    item: view.item,
    outcome: answer.outcome,
    credit: overridden ? points / maxPoints : answer.credit,
    points,
    maxPoints,
    hinted: answer.hinted,
    elapsedMs: answer.elapsedMs,
    response: toldResponse(answer.response, view),
    right: toldResponse(rightResponseOf(question), view),
    ...(grade?.close === undefined ? {} : { close: grade.close }),
    ...(remark === null ? {} : { remark }),
    ...('choices' in question
      ? { whys: Object.fromEntries(question.choices.map(({ id, why }) => [id, why])) }
      : {}),
    ...(question.type === 'request' ? requestDifference(question, answer.response) : {}),
    ...(question.type === 'spot' ? { flaws: question.flaws, sound: question.sound ?? [] } : {}),
    ...(question.type === 'cloze' ? { whys: byBlankName(question, ({ why }) => why ?? '') } : {}),
    ...(said.length === 0 ? {} : { others: said }),
    explanation: question.explanation,
    sources: question.sources,
    returns,
    mayOverride,
    overridden,
    ...(handedIn ? { handedIn } : {}),
    ...(standing.length === 0 ? {} : { standing }),
  };
}

/** Part by part what was right, what was sent, what should not be there; or why it could not be read. */
function requestDifference(question: Request, response: QuestionResponse | null): object {
  if (!isResponseTo('request', response)) return {};
  const compared = compareRequest(question, response);
  if ('problem' in compared) return { unreadable: requestProblemMessage(compared.problem) };
  return {
    parts: compared.parts.map(({ id, right, sent, why }) => ({ id, right, sent, why })),
    forbidden: compared.raised.map(({ id, sent, why }) => ({ id, sent, why })),
    surplus: compared.surplus,
  };
}
