// The port to a judge: a language model that the person runs or pays, asked for a second opinion on an open answer. Off unless configured.

import type { Open } from '../question/question.js';
import type { JudgedClaim } from '../session/judge-seat.js';

export interface Judgement {
  kind: 'judged';
  points: JudgedClaim[];
  flags: JudgedClaim[];
}

/** Why there is no judgement. */
export type NoJudgementReason =
  | 'unreachable'
  | 'timeout'
  | 'left-off'
  | 'refused'
  | 'not-found'
  | 'busy'
  | 'redirected'
  | 'too-long'
  | 'bad-answer';

export interface NoJudgement {
  kind: 'none';
  why: NoJudgementReason;
}

export type Judge = (question: Open, answer: string, signal: AbortSignal) => Promise<Judgement | NoJudgement>;

export interface JudgeSettings {
  /** An OpenAI-compatible base, `http://localhost:11434/v1`, without a slash at its end. */
  url: string;
  /** Of the URL, with the port. */
  host: string;
  model: string;
  /** Never in a file, never logged, never told. */
  key: string | null;
  /** The answers stay on this machine: no consent is needed. */
  local: boolean;
}

export type JudgeConfiguration =
  | { kind: 'off' }
  | { kind: 'wrong'; reason: 'url-malformed' | 'model-missing' }
  | { kind: 'on'; settings: JudgeSettings };

/**
 * What the environment says of a judge: `API_QUIZ_JUDGE_URL`, `API_QUIZ_JUDGE_MODEL`, `API_QUIZ_JUDGE_KEY`. `OPENAI_*` is
 * deliberately not read: a quiz sends nothing by surprise.
 */
export function judgeConfiguration(env: Readonly<Record<string, string | undefined>>): JudgeConfiguration {
  const { API_QUIZ_JUDGE_URL: given = '', API_QUIZ_JUDGE_MODEL: model = '', API_QUIZ_JUDGE_KEY: key } = env;
  if (given.trim() === '') return { kind: 'off' };
  const url = URL.canParse(given.trim()) ? new URL(given.trim()) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return { kind: 'wrong', reason: 'url-malformed' };
  if (model.trim() === '') return { kind: 'wrong', reason: 'model-missing' };
  const settings: JudgeSettings = {
    url: `${url.origin}${url.pathname}`.replace(/\/+$/, ''),
    host: url.host,
    model: model.trim(),
    key: key === undefined || key === '' ? null : key,
    local: isLoopback(url.hostname),
  };
  return { kind: 'on', settings };
}

/** Names and addresses of this machine (RFC 6761, section 6.3; RFC 6890): nothing sent there leaves it. */
function isLoopback(hostname: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
