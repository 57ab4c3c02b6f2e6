// A request against the key of its question, part by part, and the credit that follows.

import type { Request } from '../question.js';
import type { HttpRequest, RequestProblem } from './http-request.js';
import { readRequest } from './read-request.js';
import { type RequestTest, subjectOf, type Tried, tryTest } from './request-test.js';
import { fieldNames } from './same-meaning.js';

/** Highest credit of a request that would do something else: another method, host or path. */
export const ASTRAY_CREDIT = 0.3;
/** What each thing costs that nobody asked for, in weights of a part. */
export const SURPLUS_COST = 0.5;

export interface PartVerdict extends Tried {
  id: string;
  why: string;
  weight: number;
}

export interface RequestComparison {
  parts: PartVerdict[];
  /** Forbidden parts that are there; `sent` says what. */
  raised: PartVerdict[];
  /** What was sent and neither asked for nor harmless: `query limit`, `header x-debug`. */
  surplus: string[];
  credit: number;
}

/** The comparison, or why the text cannot be read. */
export function compareRequest(
  question: Pick<Request, 'answer' | 'also' | 'parts' | 'forbidden' | 'free'>,
  typed: string,
): RequestComparison | { problem: RequestProblem } {
  const reading = readRequest(typed);
  if (reading.problem !== undefined) return { problem: reading.problem };
  const { request } = reading;
  const { parts, forbidden = [] } = question;
  const verdicts = parts.map(({ id, why, weight = 1, any, ...own }): PartVerdict => {
    const tried = (any ?? [own]).map((test) => tryTest(test, request));
    const best = tried.find(({ right }) => right) ?? tried.find(({ sent }) => sent !== '') ?? tried[0]!;
    return { id, why, weight, ...best, astray: tried.every(({ astray }) => astray) };
  });
  const raised = forbidden.flatMap(({ id, why, weight = 1, ...test }): PartVerdict[] => {
    const tried = tryTest(test, request);
    return tried.right ? [{ id, why, weight, ...tried }] : [];
  });
  const surplus = surplusOf(question, request);
  return { parts: verdicts, raised, surplus, credit: creditOf(verdicts, raised, surplus.length) };
}

function creditOf(parts: readonly PartVerdict[], raised: readonly PartVerdict[], surplus: number): number {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const right = parts.reduce((sum, part) => sum + (part.right ? part.weight : 0), 0);
  const lost = raised.reduce((sum, { weight }) => sum + weight, 0) + surplus * SURPLUS_COST;
  const credit = Math.min(1, Math.max(0, (right - lost) / Math.max(total, Number.MIN_VALUE)));
  return parts.some(({ astray }) => astray) ? Math.min(credit, ASTRAY_CREDIT) : credit;
}

/** Headers that a client adds by itself, or that say how and not what: a browser's twenty are among them. */
const HARMLESS = new Set(
  `accept accept-charset accept-encoding accept-language access-control-request-headers access-control-request-method
  cache-control connection content-length content-type cookie date dnt expect from host keep-alive origin pragma priority
  referer te traceparent tracestate baggage transfer-encoding upgrade-insecure-requests user-agent via x-request-id
  x-requested-with x-correlation-id`.split(/\s+/),
);
const isHarmless = (name: string) => HARMLESS.has(name) || name.startsWith('sec-');

/** Query parameters, headers, fields and bodies that no part, alternative, forbidden part or right answer knows. */
function surplusOf(
  { answer, also = [], parts, forbidden = [], free = [] }: Parameters<typeof compareRequest>[0],
  request: HttpRequest,
): string[] {
  const tests: RequestTest[] = [...parts.flatMap((part) => part.any ?? [part]), ...forbidden, ...free];
  const keys = [answer, ...also].flatMap((text) => readRequest(text).request ?? []);
  const named = (subject: 'query' | 'header' | 'field') =>
    new Set(tests.flatMap((test) => test[subject]?.toLowerCase().replace(/^\/([^/]*).*$/, '$1') ?? []));
  const fresh = (
    names: readonly string[],
    known: ReadonlySet<string>,
    ofKey: (key: HttpRequest) => string[],
  ) => {
    const inKeys = new Set(keys.flatMap(ofKey).map((name) => name.toLowerCase()));
    return [...new Set(names)].filter(
      (name) => !known.has(name.toLowerCase()) && !inKeys.has(name.toLowerCase()),
    );
  };
  const queryNames = ({ query }: HttpRequest) => query.map(([name]) => name);
  const headerNames = ({ headers }: HttpRequest) =>
    headers.map(([name]) => name).filter((name) => !isHarmless(name));
  const hasBody = (one: HttpRequest) => one.body !== null || one.multipart !== null;
  const wantsWholeBody = tests.some((test) => subjectOf(test) === 'body');
  const wantsBody =
    keys.some(hasBody) || tests.some(({ field, body }) => field !== undefined || body !== undefined);
  return [
    ...fresh(queryNames(request), named('query'), queryNames).map((name) => `query ${name}`),
    ...fresh(headerNames(request), named('header'), headerNames).map((name) => `header ${name}`),
    // A body that is compared as a whole is right or wrong as a whole.
    ...(wantsWholeBody
      ? []
      : fresh(fieldNames(request), named('field'), fieldNames).map((name) => `field ${name}`)),
    ...(hasBody(request) && !wantsBody ? ['a body'] : []),
  ].slice(0, 50);
}
