// What is kept of a lab: every exchange that matters, and the values that were given. The response to a question of type lab.

import { isRecord } from '../../text/is-record.js';
import type { HttpRequest } from '../request/http-request.js';
import { NOTES, type ServerNote } from './lab-fields.js';

/** A request as it arrived, with what became of it. */
export interface Exchange {
  /** From 1, in order of arrival. */
  number: number;
  /** ms since the lab began. */
  atMs: number;
  method: string;
  path: string;
  query: [name: string, value: string][];
  /** Names in lower case. */
  headers: [name: string, value: string][];
  body: string | null;
  status: number;
  note: ServerNote | null;
}

/** A value that was given, and how many requests had been seen by then. */
export interface GivenValue {
  text: string;
  after: number;
}

export interface LabResponse {
  /** What the run's fresh values are made from. */
  seed: string;
  exchanges: Exchange[];
  /** Requests in all; more than are kept where many told nothing. */
  sent: number;
  /** Step id -> what was answered, first to last. */
  values: Record<string, GivenValue[]>;
}

/** Exchanges that are kept. */
export const MOST_EXCHANGES = 300;
/** Characters kept of a body, a header's value, a path. */
export const MOST_BODY = 4000;
export const MOST_HEADER = 400;
/** Answers to one step that count. */
export const MOST_TRIES = 5;

/** The exchange as the tests of a step look at it. */
export function requestOf({ method, path, query, headers, body }: Exchange): HttpRequest {
  return { method, scheme: null, host: null, path, query, headers, body, multipart: null };
}

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most;
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isPairs = (value: unknown) =>
  Array.isArray(value) &&
  value.length <= 100 &&
  value.every(
    (pair) => Array.isArray(pair) && pair.length === 2 && pair.every((text) => isText(text, MOST_BODY)),
  );

function isExchange(value: unknown): value is Exchange {
  return (
    isRecord(value) &&
    isCount(value.number) &&
    isCount(value.atMs) &&
    isText(value.method, 40) &&
    isText(value.path, MOST_BODY) &&
    isPairs(value.query) &&
    isPairs(value.headers) &&
    (value.body === null || isText(value.body, MOST_BODY)) &&
    isCount(value.status) &&
    (value.note === null || NOTES.some((note) => note === value.note))
  );
}

/** True for a response of a lab, however it came here. */
export function isLabResponse(value: unknown): value is LabResponse {
  return (
    isRecord(value) &&
    isText(value.seed, 100) &&
    isCount(value.sent) &&
    Array.isArray(value.exchanges) &&
    value.exchanges.length <= MOST_EXCHANGES &&
    value.exchanges.every(isExchange) &&
    isRecord(value.values) &&
    Object.values(value.values).every(
      (tries) =>
        Array.isArray(tries) &&
        tries.length <= MOST_TRIES &&
        tries.every((given) => isRecord(given) && isText(given.text, 400) && isCount(given.after)),
    )
  );
}
