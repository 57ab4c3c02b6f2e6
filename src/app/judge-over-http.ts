// Asks a judge over HTTP. The only file that may fetch.

import type { Judge, JudgeSettings, NoJudgementReason } from '../grading/judge.js';
import { FORMAT_COUNT, judgeRequest } from '../grading/judge-request.js';
import { readJudgement } from '../grading/read-judgement.js';

const LONGEST_WAIT_MS = 60_000;
const MOST_BYTES = 200_000;

/** A judge at an OpenAI-compatible address. It never throws; whatever goes wrong is a reason. Redirects are not followed. */
export function judgeOverHttp(settings: JudgeSettings, waitMs = LONGEST_WAIT_MS): Judge {
  return async (question, answer, signal) => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(waitMs)]);
    try {
      for (let format = 0; ; format++) {
        const response = await post(settings, judgeRequest(settings.model, question, answer, format), limit);
        if (response.ok) {
          const reply = await textWithin(response, MOST_BYTES);
          return reply === null ? { kind: 'none', why: 'too-long' } : readJudgement(question, answer, reply);
        }
        await response.body?.cancel();
        // A server that does not know the form of reply is asked in a plainer one.
        if (response.status !== 400 || format + 1 >= FORMAT_COUNT)
          return { kind: 'none', why: reasonOfStatus(response.status) };
      }
    } catch (error) {
      return { kind: 'none', why: signal.aborted ? 'left-off' : reasonOfError(error) };
    }
  };
}

function post({ url, key }: JudgeSettings, body: string, signal: AbortSignal): Promise<Response> {
  return fetch(`${url}/chat/completions`, {
    method: 'POST',
    redirect: 'error',
    signal,
    headers: {
      'content-type': 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body,
  });
}

/** The body as text; null when it has more bytes than that. */
async function textWithin(response: Response, most: number): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if (response.body === null) return '';
  for await (const part of response.body) {
    length += part.length;
    if (length > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function reasonOfStatus(status: number): NoJudgementReason {
  if (status === 401 || status === 403) return 'refused';
  if (status === 404) return 'not-found';
  return status === 429 || status >= 500 ? 'busy' : 'bad-answer';
}

function reasonOfError(error: unknown): NoJudgementReason {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  return /redirect/i.test(`${message} ${cause instanceof Error ? cause.message : ''}`)
    ? 'redirected'
    : 'unreachable';
}
