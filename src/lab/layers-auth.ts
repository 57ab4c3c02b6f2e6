// Who may ask: bearer tokens, API keys, OAuth client credentials with refresh.

import { createHash } from 'node:crypto';
import { readPairs } from '../question/request/http-request.js';
import { concerns } from './concerns.js';
import { header, json, type LabAnswer, type LabRequest, problem } from './lab-request.js';
import type { Layer } from './layer.js';

const bearerOf = (request: LabRequest) =>
  /^bearer +(\S+)$/i.exec(header(request, 'authorization') ?? '')?.[1];

const unauthorized = (detail: string, challenge: string, note: 'unauthorized' | 'expired' = 'unauthorized') =>
  problem(401, 'Unauthorized', detail, { headers: { 'WWW-Authenticate': challenge }, note });

export const bearer: Layer<'bearer'> =
  (behaviour, next, { values }) =>
  (asked) => {
    if (!concerns(behaviour, asked)) return next(asked);
    const token = bearerOf(asked.request);
    if (token === undefined) return unauthorized('Send the token in the Authorization header.', 'Bearer');
    return token === values.get('token')
      ? next(asked)
      : unauthorized('This token is not known.', 'Bearer error="invalid_token"');
  };

export const apiKey: Layer<'api-key'> =
  (behaviour, next, { values }) =>
  (asked) => {
    if (!concerns(behaviour, asked)) return next(asked);
    const key = header(asked.request, behaviour.header.toLowerCase());
    return key === values.get('api-key')
      ? next(asked)
      : unauthorized(`Send your key in the header ${behaviour.header}.`, 'ApiKey');
  };

/** Tokens one run of a lab gives out. */
const MOST_TOKENS = 1000;

const failed = (status: number, error: string, headers: Record<string, string> = {}) =>
  json(status, { error }, headers);

/** The answer to what is no form sent by POST; null: it is one. */
function notATokenForm(request: LabRequest): LabAnswer | null {
  if (request.method !== 'POST')
    return problem(405, 'Method Not Allowed', 'POST only.', { headers: { Allow: 'POST' } });
  return /^application\/x-www-form-urlencoded/i.test(header(request, 'content-type') ?? '')
    ? null
    : failed(400, 'invalid_request');
}

/** Who the client says it is: by HTTP Basic, else in the form (RFC 6749, 2.3.1). */
function clientOf(request: LabRequest, form: ReadonlyMap<string, string>) {
  const basic = /^basic +(\S+)$/i.exec(header(request, 'authorization') ?? '')?.[1];
  const [id, secret] =
    basic === undefined
      ? [form.get('client_id'), form.get('client_secret')]
      : Buffer.from(basic, 'base64').toString().split(':');
  return { id, secret };
}

/** Tokens of the client credentials grant (RFC 6749, 4.4 and 6); each is good for `uses` requests. */
export const oauth: Layer<'oauth'> = (behaviour, next, { values, seed }) => {
  const left = new Map<string, number>();
  const given = behaviour['refresh-token'];
  const refreshTokens = new Set<string>(given === undefined ? [] : [given]);
  let issued = 0;
  const makeToken = (kind: string) => {
    const hash = createHash('sha256').update(`${seed} ${kind} ${issued}`).digest('hex');
    return `${kind}-${hash.slice(0, 16)}`;
  };
  const issue = (): LabAnswer => {
    issued += 1;
    const access = makeToken('at');
    left.set(access, behaviour.uses ?? Number.POSITIVE_INFINITY);
    const body = { access_token: access, token_type: 'Bearer', expires_in: 3600 };
    if (behaviour.refresh !== 'true') return json(200, body, { 'Cache-Control': 'no-store' });
    const refresh = makeToken('rt');
    refreshTokens.add(refresh);
    return json(200, { ...body, refresh_token: refresh }, { 'Cache-Control': 'no-store' });
  };
  const tokenAnswer = (request: LabRequest): LabAnswer => {
    const misfit = notATokenForm(request);
    if (misfit !== null) return misfit;
    const form = new Map(readPairs(request.body ?? ''));
    const { id, secret } = clientOf(request, form);
    if (id !== values.get('client-id') || secret !== values.get('client-secret'))
      return failed(401, 'invalid_client', { 'WWW-Authenticate': 'Basic' });
    const grant = form.get('grant_type');
    if (issued >= MOST_TOKENS) return failed(429, 'too_many_tokens');
    if (grant === 'client_credentials') return issue();
    if (grant !== 'refresh_token') return failed(400, 'unsupported_grant_type');
    const token = form.get('refresh_token') ?? '';
    // A refresh token is good once.
    return refreshTokens.delete(token) ? issue() : failed(400, 'invalid_grant');
  };
  return (asked) => {
    if (asked.request.path === behaviour.path) return tokenAnswer(asked.request);
    if (!concerns(behaviour, asked)) return next(asked);
    const token = bearerOf(asked.request);
    const uses = token === undefined ? undefined : left.get(token);
    if (token === undefined || uses === undefined)
      return unauthorized(`Get a token from ${behaviour.path} first.`, 'Bearer');
    if (uses <= 0) return unauthorized('The token has expired.', 'Bearer error="invalid_token"', 'expired');
    left.set(token, uses - 1);
    return next(asked);
  };
};
