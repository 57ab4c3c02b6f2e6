// One test of a request's key: which thing of a request it looks at, and what it has to be.

import { type HttpRequest, readTarget } from './http-request.js';
import {
  cookieValues,
  fieldText,
  fieldValues,
  foldHeader,
  headerReadings,
  sameBody,
  sameField,
  sameHeader,
} from './same-meaning.js';

/** Exactly one of the subjects stands in a test. */
export interface RequestTest {
  method?: string | undefined;
  /** Path, or whole address without a query. */
  target?: string | undefined;
  query?: string | undefined;
  header?: string | undefined;
  cookie?: string | undefined;
  field?: string | undefined;
  body?: string | undefined;
  /** Accepted values; left out: any that is not empty. */
  is?: string[] | undefined;
  /** Accepted beginnings of the value. */
  begins?: string[] | undefined;
}

export const SUBJECTS = ['method', 'target', 'query', 'header', 'cookie', 'field', 'body'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What the test looks at; the first named. */
export function subjectOf(test: RequestTest): Subject | undefined {
  return SUBJECTS.find((subject) => test[subject] !== undefined);
}

export interface Tried {
  right: boolean;
  /** What was sent there, in words; empty: nothing. */
  sent: string;
  /** It would do something else: another method, host or path. */
  astray: boolean;
}

/** The test put to a request. A name that is sent twice is right only when every value is; of headers that are lists the lines are joined. */
export function tryTest(test: RequestTest, request: HttpRequest): Tried {
  switch (subjectOf(test)) {
    case 'method': {
      const right = request.method === test.method;
      return { right, sent: request.method, astray: !right };
    }
    case 'target':
      return tryTarget(test.target ?? '', request);
    case 'query': {
      const values = request.query.filter(([name]) => name === test.query).map(([, value]) => value);
      return tryValues(test, values, (wanted, sent) => wanted === sent);
    }
    case 'header': {
      const name = (test.header ?? '').toLowerCase();
      return tryValues(
        test,
        headerReadings(request, name),
        (wanted, sent) => sameHeader(name, wanted, sent),
        (text) => foldHeader(name, text),
      );
    }
    case 'cookie':
      return tryValues(test, cookieValues(request, test.cookie ?? ''), (wanted, sent) => wanted === sent);
    case 'field': {
      const values = fieldValues(request, test.field ?? '');
      const right =
        values.length > 0 &&
        values.every((value) =>
          test.is !== undefined
            ? test.is.some((wanted) => sameField(wanted, value))
            : beginsRight(test, fieldText(value)),
        );
      return { right, sent: values.map(fieldText).join(', '), astray: false };
    }
    case 'body':
      return tryBody(test.body ?? '', request);
    case undefined:
      return { right: false, sent: '', astray: false };
  }
}

function tryValues(
  test: RequestTest,
  values: readonly string[],
  same: (wanted: string, sent: string) => boolean,
  fold: (text: string) => string = (text) => text,
): Tried {
  const isRight = (value: string) =>
    test.is === undefined ? beginsRight(test, value, fold) : test.is.some((wanted) => same(wanted, value));
  return { right: values.length > 0 && values.every(isRight), sent: values.join(', '), astray: false };
}

function beginsRight({ begins }: RequestTest, value: string, fold = (text: string) => text): boolean {
  return begins === undefined
    ? value.trim() !== ''
    : begins.some((beginning) => fold(value).startsWith(fold(beginning)) && value.length > beginning.length);
}

/** A scheme or host that the notation leaves out is wrong where the key has it, but not another target. */
function tryTarget(wanted: string, request: HttpRequest): Tried {
  const key = readTarget(wanted);
  const sent = targetText(request);
  if (key === undefined) return { right: false, sent, astray: false };
  const elsewhere =
    key.path !== request.path || (key.host !== null && request.host !== null && key.host !== request.host);
  const schemeWrong = key.scheme !== null && request.scheme !== null && key.scheme !== request.scheme;
  const hostMissing = key.host !== null && request.host === null;
  return { right: !elsewhere && !schemeWrong && !hostMissing, sent, astray: elsewhere };
}

/** Scheme, host and path as far as they are known. */
export function targetText({ scheme, host, path }: Pick<HttpRequest, 'scheme' | 'host' | 'path'>): string {
  return `${scheme === null || host === null ? '' : `${scheme}://`}${host ?? ''}${path}`;
}

function tryBody(wanted: string, request: HttpRequest): Tried {
  const sent = request.body ?? '';
  return { right: request.body !== null && sameBody(wanted, sent), sent, astray: false };
}
