// What never matters in a written request, and what sending everything earns.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareRequest } from '../../../src/question/request/compare-request.js';
import { request } from '../../support/questions.js';
import { runs } from '../../support/thorough.js';

const QUESTION = request({
  answer: `curl 'https://api.example.com/orders?limit=5&sort=age' -H 'X-Tenant: t1' -H 'Authorization: Bearer t0k3n'`,
  parts: [
    { id: 'method', method: 'GET', why: 'It reads.' },
    { id: 'target', target: 'https://api.example.com/orders', why: 'They live there.' },
    { id: 'limit', query: 'limit', is: ['5'], why: 'Five.' },
    { id: 'sort', query: 'sort', is: ['age'], why: 'By age.' },
    { id: 'tenant', header: 'X-Tenant', is: ['t1'], why: 'Whose.' },
    { id: 'token', header: 'Authorization', is: ['Bearer t0k3n'], why: 'Who.' },
  ],
});

const creditOf = (typed: string) => {
  const compared = compareRequest(QUESTION, typed);
  return 'problem' in compared ? 0 : compared.credit;
};

it('the order of headers, parameters and options never matters, nor do the headers clients add', () => {
  const harmless = [
    'Accept: text/html',
    'User-Agent: x',
    'Sec-Fetch-Mode: cors',
    'Accept-Encoding: gzip',
    'Referer: https://x.example',
  ];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(['limit=5', 'sort=age'], { minLength: 2 }),
      fc.shuffledSubarray(['x-tenant:  t1', 'AUTHORIZATION: bearer t0k3n', ...harmless], { minLength: 7 }),
      fc.boolean(),
      (query, headers, first) => {
        const address = `'https://api.example.com/orders?${query.join('&')}'`;
        const flags = headers.map((header) => `-H '${header}'`).join(' ');
        expect(creditOf(first ? `curl ${address} ${flags}` : `curl ${flags} ${address}`)).toBe(1);
        const lines = headers.join('\n');
        expect(creditOf(`GET /orders?${query.join('&')} HTTP/1.1\n${lines}\nHost: api.example.com`)).toBe(1);
      },
    ),
    runs(100),
  );
});

it('sending everything earns nothing', () => {
  const many = (make: (index: number) => string) => Array.from({ length: 12 }, (_, index) => make(index));
  const query = many((index) => `p${index}=1`).join('&');
  const headers = many((index) => `-H 'X-Guess-${index}: 1'`).join(' ');
  expect(
    creditOf(
      `curl 'https://api.example.com/orders?limit=5&sort=age&${query}' -H 'X-Tenant: t1' -H 'Authorization: Bearer t0k3n' ${headers}`,
    ),
  ).toBe(0);
});

it('every value at once is no value', () => {
  expect(
    creditOf(
      `curl 'https://api.example.com/orders?limit=5&limit=6&sort=age' -H 'X-Tenant: t1' -H 'Authorization: Bearer t0k3n'`,
    ),
  ).toBeCloseTo(5 / 6, 12);
});

/** What may stand in a path. (`fc.webPath` encodes each code point there is before it makes one.) */
const pathUnit = fc.constantFrom(
  ..."azAZ09-._~!$&'()*+,;=:@/",
  '%20',
  '%2F',
  '%C3%A4',
  '%F0%9F%90%8E',
  '%00',
);
const anyPath = fc.string({ unit: pathUnit }).map((path) => path && `/${path}`);

it('credit lies between 0 and 1 for anything typed, and another target is never worth more than .3', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), anyPath, (text, path) => {
      const credit = creditOf(`curl 'https://api.example.com/elsewhere${path}' ${text}`);
      expect(credit).toBeGreaterThanOrEqual(0);
      expect(credit).toBeLessThanOrEqual(0.3);
    }),
    runs(100),
  );
});

it.each([
  [
    'two lines of a list are one list',
    'Accept',
    'text/csv, text/plain;q=0.5',
    ['text/csv', 'text/plain; q=0.5'],
    1,
  ],
  ['blanks and empty members say nothing', 'If-None-Match', '"a", "b"', ['"a" ,, "b"'], 1],
  ['a member said twice is said once', 'Accept', 'text/csv', ['text/csv', 'TEXT/CSV'], 1],
  ['a comma in quotes parts nothing', 'If-Match', '"a,b"', ['"a","b"'], 0],
  ['one more member is another list', 'Accept', 'text/csv', ['text/csv', 'text/html'], 0],
  ['what is no list is not joined', 'X-Tenant', 'a, b', ['a', 'b'], 0],
  ['a quote left open is kept', 'If-Match', '"a', ['"a'], 1],
])('%s', (_, name, wanted, sent, credit) => {
  const compared = compareRequest(
    request({
      answer: `curl https://e.example/a -H '${name}: ${wanted}'`,
      parts: [{ id: 'header', header: name, is: [wanted], why: 'As asked.' }],
    }),
    `curl https://e.example/a ${sent.map((value) => `-H '${name}: ${value}'`).join(' ')}`,
  );
  expect('problem' in compared ? compared.problem : compared.credit).toBe(credit);
});
