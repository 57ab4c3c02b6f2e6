// What is read line by line is what the parser reads, whatever stands there.

import fc from 'fast-check';
import yaml from 'js-yaml';
import { expect, it } from 'vitest';
import { readPlainYaml } from '../../src/question/plain-yaml.js';

const parsed = (text: string): unknown => yaml.load(text, { schema: yaml.FAILSAFE_SCHEMA });

it('reads fields, lists and lists of fields, with every scalar as text', () => {
  const text = [
    '',
    'id: 0123',
    'url: https://example.org/a#b',
    "quoted: 'it''s: #1'",
    'twice: "a: b"',
    'list: [one, two words, 3]',
    'level-with-name:',
    '- a',
    '# A comment, and an empty line.',
    '',
    'choices:',
    '    # Another.',
    '  - id: true',
    '    text: A text, of one line.',
    '    parts:',
    '      - why: x',
    '  - id: b',
    'deep:',
    '    deeper:',
    '      deepest: end',
  ].join('\n');
  expect(readPlainYaml(text)).toStrictEqual(parsed(text));
});

it.each([
  ['a text of several lines', 'a: one\n  two'],
  ['a block', 'a: |\n  one'],
  ['nothing', 'a:'],
  ['nothing behind another field', 'a: b\nc:\nd: e'],
  ['an escape', 'a: "\\n"'],
  ['a comment', 'a: b # c'],
  ['an anchor', 'a: &b c'],
  ['a tag', 'a: !!int 3'],
  ['a field twice', 'a: b\na: c'],
  ['a tab', 'a:\tb'],
  ['a colon within', 'a: b: c'],
  ['a list of lists', 'a:\n  - - b'],
  ['a member without a hyphen', 'a:\n  - b\n  c: d'],
  ['less far in than any field', 'a:\n    b: c\n  d: e'],
  ['a list that goes on', 'a: [b,\n  c]'],
  ['no fields', '- a'],
  ['comments alone', '# a\n'],
])('leaves %s to the parser', (_, text) => {
  expect(readPlainYaml(text)).toBeUndefined();
});

const usual = fc
  .tuple(
    fc.constantFrom('', '', '', '  ', '  - ', '- ', '    '),
    fc.constantFrom('a: ', 'b: ', 'c-d: ', 'e: ', 'f_1: ', 'a:', 'b:', 'g:', ''),
    fc.constantFrom('x', 'a text', '12', '[a, b]', "'q: it''s'", '"q # r"', 'a#b', 'a:b', ''),
  )
  .map((parts) => parts.join(''));
const odd = fc
  .tuple(
    fc.constantFrom('', '  ', '- ', '- - ', ' ', '-', '-  ', '\t'),
    fc.constantFrom('h: ', 'h:', 'e:  ', '__proto__: ', 'constructor: ', '\u00c4: ', '? ', ''),
    fc.constantFrom(
      ...[
        '-1',
        '- x',
        '[]',
        '[a: b]',
        '[-]',
        '[a ,b]',
        '[a,b c]',
        '{a: b}',
        '|',
        '>-',
        '?',
        '<<',
        '---',
        '...',
      ],
      ...[
        '"\\t"',
        "'open",
        '"a" b',
        'a # b',
        '#a',
        'a: b',
        'a:',
        'x ',
        ' ',
        '&a',
        '*a',
        '!a',
        '%a',
        '@a',
        '`a',
        '~',
      ],
      ...['\u00e4', '\u00a0', 'a\u2028b', '\u0085', '\ufeff', '\u{1f600}', '\0'],
    ),
  )
  .map((parts) => parts.join(''));
const empty = fc.constantFrom('', '  ', '# a', '   # b: c', '#');
const line = fc.oneof(
  { weight: 9, arbitrary: usual },
  { weight: 2, arbitrary: empty },
  { weight: 1, arbitrary: odd },
);

it('reads nothing otherwise than the parser', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom('', '\n'), (lines, lead) => {
      const text = `${lead}${lines.join('\n')}`;
      const plain = readPlainYaml(text);
      if (plain === undefined) return;
      read += 1;
      expect(JSON.stringify(plain)).toBe(JSON.stringify(parsed(text)));
    }),
    { numRuns: 10_000 },
  );
  expect(read).toBeGreaterThan(100);
});
