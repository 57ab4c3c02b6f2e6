// Mending a file: what is mended, what is left, and that no question becomes another one.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listQuestionFiles } from '../../src/bank/read-folder.js';
import { contentHash, keyHash } from '../../src/question/identity.js';
import { isoDay } from '../../src/question/iso-day.js';
import { mendFile } from '../../src/question/mend-file.js';
import { parseQuestion } from '../../src/question/parse-question.js';
import { runs } from '../support/thorough.js';

const FILE = readFileSync('tests/fixtures/pack/samples/word.md', 'utf8');
const FIELDS = FILE.slice(4, FILE.indexOf('\n---', 4) + 1);

it.each([
  ['2026/11/20', '2026-11-20'],
  ['2026-1-5', '2026-01-05'],
  ['20261120', '2026-11-20'],
  ['20.11.2026', '2026-11-20'],
  ['20/11/2026', '2026-11-20'],
  ['11/20/2026', '2026-11-20'],
  ['20 November 2026', '2026-11-20'],
  ['Nov 20, 2026', '2026-11-20'],
  ['03/04/2026', undefined],
  ['31.02.2026', undefined],
  ['yesterday', undefined],
  ['20 Nonsense 2026', undefined],
])('the day %s', (typed, day) => {
  expect(isoDay(typed)).toBe(day);
});

describe('mended', () => {
  it.each([
    ['a date', FILE.replace('2026-11-20', '20.11.2026'), ['date'], FILE],
    ['a date in quotes', FILE.replace('2026-11-20', "'2026/11/20'"), ['date'], FILE],
    ['line ends and a byte order mark', `\ufeff${FILE.replaceAll('\n', '\r\n')}`, ['line ends'], FILE],
    [
      'blanks at line ends',
      FILE.replace('type: short-answer', 'type: short-answer  '),
      ['blanks at line ends'],
      FILE,
    ],
    [
      'the order of fields',
      FILE.replace(/^(type: .*\n)/m, '').replace('---\n', '---\ntype: short-answer\n'),
      ['order of fields'],
      FILE,
    ],
  ])('%s', (_, text, done, mended) => {
    expect(mendFile(text)).toEqual({ text: mended, done });
  });

  it('quotes where YAML cannot read a text', () => {
    const colon = readFileSync('tests/fixtures/questions/yaml-colon-unquoted.md', 'utf8');
    const star = readFileSync('tests/fixtures/questions/yaml-asterisk-unquoted.md', 'utf8');
    for (const text of [colon, star]) {
      const mended = mendFile(text);
      expect(mended.done).toContain('quotes');
      const codes = parseQuestion(mended.text, 'f.md').problems.map(({ code }) => code);
      expect(codes.filter((code) => code.startsWith('yaml-'))).toEqual([]);
    }
  });

  it('comments go with the field below them', () => {
    const text = FILE.replace('---\n', '---\n# head\nlevel: foundation\n# of the id\n').replace(
      /\nlevel: (?!foundation\n# of).*\n/,
      '\n',
    );
    const { text: mended } = mendFile(text);
    expect(mended).toMatch(/^---\n# head\n# of the id\nid: /);
  });
});

describe('left alone', () => {
  it.each([
    ['a day that could be two', FILE.replace('2026-11-20', '03/04/2026')],
    ['an alias bomb', readFileSync('tests/fixtures/questions/yaml-alias-bomb.md', 'utf8')],
    ['no front matter', 'What?\n'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(mendFile(text)).toEqual({ text, done: [] });
  });
});

it('a question of the bank stays the one it was, and what is mended is not mended again: every fifth of them', () => {
  const all = listQuestionFiles('questions').files.filter(({ path }) => path.endsWith('.md'));
  const files = all.filter((_, index) => index % 5 === 0);
  expect(files.length).toBeGreaterThan(200);
  for (const { path } of files) {
    const text = readFileSync(join('questions', path), 'utf8');
    const { text: mended } = mendFile(text);
    expect(mendFile(mended)).toEqual({ text: mended, done: [] });
    if (mended === text) continue;
    const [was, is] = [text, mended].map((one) => parseQuestion(one, path).question);
    expect(is && [contentHash(is), keyHash(is)], path).toEqual(was && [contentHash(was), keyHash(was)]);
  }
});

it('fields in any order, with blanks and foreign line ends, come out as they went in', () => {
  const blocks = FIELDS.split(/^(?=[a-z])/m);
  const mixed = fc.tuple(
    fc.shuffledSubarray(blocks, { minLength: blocks.length }),
    fc.constantFrom('', ' ', '\t'),
    fc.constantFrom('\n', '\r\n'),
  );
  fc.assert(
    fc.property(mixed, ([order, blank, end]) => {
      const front = order.join('').replaceAll('\n', `${blank}\n`);
      const text = FILE.replace(FIELDS, () => front).replaceAll('\n', end);
      const { text: mended } = mendFile(text);
      expect(mendFile(mended).done).toEqual([]);
      const [was, is] = [FILE, mended].map((one) => parseQuestion(one, 'word.md').question);
      expect(is && contentHash(is)).toBe(was && contentHash(was));
    }),
    runs(60),
  );
});
