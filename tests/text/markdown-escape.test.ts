// Foreign text in Markdown: what a renderer shows is what was written.

import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { escapeMarkdown, markdownLink, markdownTable } from '../../src/text/markdown-escape.js';
import { safeLine } from '../../src/text/safe.js';
import { runs } from '../support/thorough.js';

const textOf = (node: Nodes): string =>
  'children' in node ? node.children.map(textOf).join('') : 'value' in node ? node.value : '';
const kindsOf = (node: Nodes): string[] => [
  node.type,
  ...('children' in node ? node.children.flatMap(kindsOf) : []),
];

test('any text comes out of a renderer as it went in, and as nothing but text', () => {
  const pieces = fc.constantFrom(
    '<script>',
    '*',
    '**',
    '_',
    '__',
    '`',
    '```',
    '[a](b)',
    '![a](b)',
    '# ',
    '> ',
    '- ',
    '+ ',
    '1. ',
    '1) ',
    '|',
    '~~',
    '$',
    '&amp;',
    '&#60;',
    '\\',
    '---',
    '===',
    'https://a.example',
    'word',
    ' ',
    'é',
    '\u202e',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const text = safeLine(parts.join(''));
      const tree = fromMarkdown(`- Answered: ${escapeMarkdown(text)}`);
      expect(textOf(tree).trim()).toBe(`Answered: ${text}`.trim());
      expect(
        kindsOf(tree).filter((kind) => !['root', 'list', 'listItem', 'paragraph', 'text'].includes(kind)),
      ).toEqual([]);
      const alone = fromMarkdown(escapeMarkdown(text));
      expect(textOf(alone)).toBe(text);
    }),
    runs(500),
  );
});

test('ordinary words stay readable raw', () => {
  expect(escapeMarkdown('Retry-After: 120 (seconds), snake_case, 50 %, "quoted" - yes!')).toBe(
    'Retry-After: 120 (seconds), snake_case, 50 %, "quoted" - yes!',
  );
});

test('links lead to http and https only, and cannot be broken out of', () => {
  expect(markdownLink('RFC [9110]', 'https://a.example/x_(y)')).toBe(
    '[RFC \\[9110\\]](https://a.example/x_%28y%29)',
  );
  expect(markdownLink('click', 'javascript:alert(1)')).toBe('click');
});

test('tables line up', () => {
  expect(
    markdownTable(
      ['Topic', 'Chance'],
      [
        ['GraphQL', '8 %'],
        ['gRPC', '100 %'],
      ],
      [1],
    ),
  ).toEqual(['| Topic   | Chance |', '| ------- | -----: |', '| GraphQL |    8 % |', '| gRPC    |  100 % |']);
});
