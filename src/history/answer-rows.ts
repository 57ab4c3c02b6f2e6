// A person's sittings -> flat rows, oldest first, one at a time. Pure.

import { createHash } from 'node:crypto';
import type { QuestionResponse } from '../question/response.js';
import { TYPE_TRAITS } from '../question/type-traits.js';
import type { AnswerRow } from './answer-row.js';
import type { RememberedAnswer } from './remembered-answer.js';
import type { Sitting } from './sittings.js';

export interface RowsRequest {
  person: string;
  team: string | null;
  /** ms; null: all. */
  since: number | null;
  /** Items the person has flagged. */
  flagged: ReadonlySet<string>;
  /** What was typed, too. */
  withResponses: boolean;
}

interface Asked {
  answer: RememberedAnswer;
  app: string;
}

/** Answers replaced later in the same paper are left out. `first` looks at the whole history, whatever `since` says. */
export function* answerRows(sittings: readonly Sitting[], request: RowsRequest): Generator<AnswerRow> {
  const seen = new Set<string>();
  for (const { answer, app } of inOrder(sittings)) {
    const first = !seen.has(answer.item);
    if (answer.outcome === 'answered' || answer.outcome === 'skipped') seen.add(answer.item);
    if (request.since !== null && answer.at < request.since) continue;
    yield rowOf(answer, app, first, request);
  }
}

function inOrder(sittings: readonly Sitting[]): Asked[] {
  const asked = sittings.flatMap(({ answers, segments }) =>
    answers.filter((answer) => !answer.superseded).map((answer) => ({ answer, app: segments[0]?.app ?? '' })),
  );
  return asked.sort((a, b) => a.answer.at - b.answer.at || (a.answer.id < b.answer.id ? -1 : 1));
}

function rowOf(answer: RememberedAnswer, app: string, first: boolean, request: RowsRequest): AnswerRow {
  return {
    answer_id: digest(answer.id),
    person: request.person,
    team: request.team,
    answered_at: new Date(answer.at).toISOString(),
    mode: answer.mode,
    // Ids of sittings hold the machine's.
    sitting: digest(answer.sitting),
    item: answer.item,
    topic: answer.topic,
    concept: answer.concept,
    level: answer.level,
    type: answer.type,
    key_hash: answer.effectiveKeyHash,
    first,
    round: answer.round,
    outcome: answer.outcome,
    credit: answer.effectiveCredit,
    guess: answer.guess,
    hinted: answer.hinted,
    confidence: answer.confidence,
    elapsed_ms: Math.round(answer.elapsedMs),
    marked_by: answer.markedBy,
    overridden: answer.overridden,
    flagged: request.flagged.has(answer.item),
    chosen: chosenIn(answer),
    app,
    ...(request.withResponses ? { response: answer.response } : {}),
  };
}

const digest = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 20);

/** Options and lines are picked; everything else holds words of the person's own, or an order. */
function chosenIn({ type, response }: Pick<RememberedAnswer, 'type' | 'response'>): string[] | null {
  if (response === null) return null;
  return TYPE_TRAITS[type].picks ? [picked(response)].flat() : null;
}

function picked(response: QuestionResponse): string | string[] {
  if (Array.isArray(response)) return response.map(String);
  return String(response);
}
