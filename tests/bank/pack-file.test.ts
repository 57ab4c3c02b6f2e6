// pack.yaml: what it may say, and where it is wrong.

import { expect, it } from 'vitest';
import { parsePackFile } from '../../src/bank/pack-file.js';

const parse = (source: string) => parsePackFile(source, 'pack.yaml');

it('may leave out topics, and a topic its concepts', () => {
  expect(parse('id: small\ntitle: Small')).toEqual({ pack: { id: 'small', title: 'Small', topics: [] } });
  expect(parse('id: small\ntitle: Small\ntopics: [{ slug: caching, title: Caching }]')).toEqual({
    pack: { id: 'small', title: 'Small', topics: [{ slug: 'caching', title: 'Caching', concepts: [] }] },
  });
});

it.each<[string, string, string]>([
  ['an id with capitals', 'id: Small\ntitle: T', 'identifier-malformed at id'],
  ['no title', 'id: small', 'field-missing at title'],
  ['an unknown field', 'id: small\ntitle: T\nauthor: me', 'field-unknown at author'],
  [
    'a level that is none',
    'id: s\ntitle: T\ntopics: [{ slug: a, title: A, concepts: [{ slug: b, title: B, level: hard }] }]',
    'field-not-allowed at topics.0.concepts.0.level',
  ],
  ['a list', '- id: small', 'field-wrong-shape at the top'],
])('%s', (_, source, reason) => {
  const parsed = parse(source);
  expect('problems' in parsed && parsed.problems.map(({ code, args }) => `${code}: ${args.reason}`)).toEqual([
    `pack-file-malformed: ${reason}`,
  ]);
});

it('a mistake of YAML has its place', () => {
  const parsed = parse('id: small\ntitle: one: two');
  expect('problems' in parsed && parsed.problems).toMatchObject([
    { code: 'pack-file-malformed', line: 2, column: 11 },
  ]);
});

const HEAD = 'id: small\ntitle: Small\n';

it('keeps what each role is asked about', () => {
  expect(parse(`${HEAD}roles: { tester: { testing: 0.75, http: .25 } }`)).toEqual({
    pack: { id: 'small', title: 'Small', topics: [], roles: { tester: { testing: 0.75, http: 0.25 } } },
  });
});

it.each([
  ['{ chef: { testing: 1 } }', 'field-unknown at roles.chef', 1],
  ['{ tester: { testing: 1.5 } }', 'field-too-big at roles.tester.testing', 1],
  ['{ tester: { testing: half } }', 'number-malformed at roles.tester.testing', 1],
  ['\n  product: { a: 1 }\n  tester: { a: 0.5, b: 0.4 }', 'the shares of tester sum to 0.90, not to 1', 5],
  ['{ tester: {} }', 'the shares of tester sum to 0.00, not to 1', 3],
])('roles: %s', (roles, reason, line) => {
  const parsed = parse(`${HEAD}roles: ${roles}`);
  expect('problems' in parsed && parsed.problems).toMatchObject([
    { code: 'pack-file-malformed', line, args: { reason } },
  ]);
});
