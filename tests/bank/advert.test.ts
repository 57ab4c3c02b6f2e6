// What job adverts speak of, in the bank that is shipped.

import { expect, test } from 'vitest';
import { type Advertised, advertised } from '../../src/bank/advert.js';
import { shippedBank } from '../support/shipped-bank.js';

const read = new Map<string, Advertised>();
/** Each text once: what is made of the bank for one is made anew for the next. */
const found = (text: string): Advertised => {
  const known = read.get(text) ?? advertised(shippedBank(), shippedBank().entries, text);
  read.set(text, known);
  return known;
};
const topicsOf = (text: string) => [...found(text).shares.keys()];

const PAYMENTS = `Senior Backend Engineer, Payments. Five years of experience, a strong team player. You own our gRPC services and work with Kafka,
  know OAuth 2.0 and OpenID Connect, understand idempotency and retries, and watch it all with OpenTelemetry and Prometheus. GraphQL is a plus.
  We offer a competitive salary, remote work and 30 days of holiday.`;
const TESTER = `QA Automation Engineer: API tests with Postman and REST Assured, test cases, load tests with JMeter or k6, contract testing, CI/CD.`;
const WRITER =
  'You write API reference documentation with OpenAPI, quickstarts, changelogs and code samples for our SDKs.';

test('topics by what an advert says of them', () => {
  expect(topicsOf(PAYMENTS)).toEqual(
    expect.arrayContaining([
      'grpc-protobuf',
      'authentication-authorization',
      'reliability-patterns',
      'observability-operations',
      'graphql',
      'async-realtime-events',
    ]),
  );
  expect(topicsOf(TESTER)[0]).toBe('testing-debugging');
  expect(topicsOf(WRITER)[0]).toBe('contracts-docs-dx');
});

test('concepts are those of the topics told', () => {
  const { concepts } = found(PAYMENTS);
  expect(concepts).toContain('oidc');
  const known = new Map(
    shippedBank().topics.flatMap(({ slug, concepts: own }) => own.map((one) => [one.slug, slug] as const)),
  );
  for (const concept of concepts) expect(topicsOf(PAYMENTS)).toContain(known.get(concept));
});

test('shares sum to 1, the most first; more text of the same kind changes no order', () => {
  const shares = [...found(PAYMENTS).shares.values()];
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  expect(topicsOf(`${TESTER}\n${TESTER}`)).toEqual(topicsOf(TESTER));
});

test.each([
  '',
  'We offer a competitive salary and a great team.',
  '\u001b[2J\u0000 12 345',
  'x'.repeat(100_000),
])('nothing of the bank in %.40j', (text) => expect(topicsOf(text)).toEqual([]));
