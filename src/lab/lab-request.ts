// A request to a lab's API and its answer, as data.

import type { ServerNote } from '../question/lab/lab-fields.js';
import type { Lab } from '../question/question.js';
import { type HttpRequest, headerValues } from '../question/request/http-request.js';

export type LabRequest = Pick<HttpRequest, 'method' | 'path' | 'query' | 'headers' | 'body'>;

export type Item = Record<string, unknown> & { id: string | number };

export interface Resource {
  name: string;
  path: string;
  spec: Lab['resources'][number];
  /** By id as text. */
  items: Map<string, Item>;
  made: number;
}

/** What the person's own listener is sent. */
export interface Delivery {
  url: string;
  headers: Record<string, string>;
  body: string;
  note: ServerNote;
}

export interface LabAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  note: ServerNote | null;
  /** How long it takes, ms. */
  delayMs: number;
  /** Carried out, and the connection closed instead of an answer. */
  drop: boolean;
  deliveries: readonly Delivery[];
}

export interface Asked {
  request: LabRequest;
  /** ms since the lab began. */
  atMs: number;
  /** What the path names; null: no resource. */
  resource: Resource | null;
  /** One of its items; null: the resource as a whole. */
  id: string | null;
}

export type Handler = (asked: Asked) => LabAnswer;

/** An answer with a JSON body; undefined: none. */
export function json(status: number, body?: unknown, headers: Record<string, string> = {}): LabAnswer {
  return {
    status,
    headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
    body: body === undefined ? '' : `${JSON.stringify(body)}\n`,
    note: null,
    delayMs: 0,
    drop: false,
    deliveries: [],
  };
}

/** Problem details (RFC 9457). */
export function problem(
  status: number,
  title: string,
  detail: string,
  more: { headers?: Record<string, string>; note?: ServerNote; errors?: unknown } = {},
): LabAnswer {
  const { headers = {}, note = null, errors } = more;
  const body = { title, status, detail, ...(errors === undefined ? {} : { errors }) };
  return { ...json(status, body, { ...headers, 'Content-Type': 'application/problem+json' }), note };
}

/** The one value of a header; undefined: not sent. */
export function header(request: LabRequest, name: string): string | undefined {
  return headerValues(request, name)[0];
}

/** The one value of a query parameter; undefined: not sent. */
export function parameter(request: LabRequest, name: string): string | undefined {
  return request.query.find(([other]) => other === name)?.[1];
}
