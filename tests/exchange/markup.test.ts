// HTML and foreign Markdown: structure stays, and nothing is left that a browser or a reader of Markdown would run.

import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { htmlToMarkdown, htmlToText } from '../../src/exchange/markup/html-to-markdown.js';
import { safeMarkdown, textToMarkdown } from '../../src/exchange/markup/safe-markdown.js';
import { runs } from '../support/thorough.js';

test.each([
  ['<p>One</p><p>Two <b>bold </b>text</p>', 'One\n\nTwo **bold** text'],
  ['a<br>b<br/><br>c', 'a\\\nb\\\n\\\nc'],
  ['<ul><li>x</li><li>y<ol><li>z</li></ol></li></ul>', '- x\n- y\n  1. z'],
  ['<pre><code>GET /\n  a &lt; b</code></pre>', '```\nGET /\n  a < b\n```'],
  ['Use <code>a`b</code> or <tt>x</tt>', 'Use ``a`b`` or `x`'],
  ['2 * 3 [x] _y_ a_b &lt;b&gt; # h', '2 \\* 3 \\[x\\] \\_y\\_ a_b \\<b> # h'],
  ['<div># no heading</div>', '\\# no heading'],
  [
    '<a href="https://example.org/x">here</a> <a href="javascript:alert(1)">there</a>',
    '[here](https://example.org/x) there',
  ],
  ['<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>', '- a | b\n- 1 | 2'],
  ['<h2 style="x">Title</h2>text', '**Title**\n\ntext'],
  [
    '<script>alert(1)</script>x<style>y</style><!-- z --><img src=q alt="a pic" onerror=alert(1)>',
    'x(image: a pic)',
  ],
  ['unclosed <b>bold <i>both', 'unclosed **bold *both***'],
  ['1 < 2 and <notclosed', '1 \\< 2 and \\<notclosed'],
  ['<blockquote>Said</blockquote>', '> Said'],
  ['&amp;lt;script&amp;gt;', '\\&lt;script\\&gt;'],
])('%s', (html, markdown) => {
  expect(htmlToMarkdown(html).markdown).toBe(markdown);
});

test('as plain text, for answers that are compared', () => {
  expect(htmlToText('<p>If-<b>Match</b></p><br>&nbsp;header')).toBe('If-Match header');
});

/** Whatever a browser could act on: HTML nodes, and links that lead elsewhere than http and https. */
function active(markdown: string): string[] {
  const found: string[] = [];
  const visit = (node: { type: string; url?: string; value?: string; children?: unknown[] }): void => {
    if (node.type === 'html') found.push(`html ${node.value}`);
    if (node.url !== undefined && !/^(https?:\/\/|#|$)/i.test(node.url))
      found.push(`${node.type} ${node.url}`);
    for (const child of node.children ?? []) visit(child as typeof node);
  };
  visit(fromMarkdown(markdown) as never);
  return found;
}

const piece = fc.constantFrom(
  ...'<script>|</script>|<img src=x onerror=alert(1)>|<b>|</b>|<pre>|</pre>|<code>|</code>|<a href="javascript:x">|</a>|&lt;|&gt;|&#60;script&#62;|&amp;lt;|<!--|-->|<![CDATA[|`|``|```|~~~|\\|\n|\n\n|- |> |1. |   |    |[x](|javascript:x|)|[a]: |[a]|<javascript:x>|<https://a.b>|https://a.b|"|\'|<|>|a|é|_|*|#|{|}'.split(
    '|',
  ),
);
const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('nothing active is left', () => {
  test.each([
    ['HTML', (text: string) => htmlToMarkdown(text).markdown],
    ['Markdown', safeMarkdown],
    ['plain text', textToMarkdown],
  ])('of %s, whatever it is made of', (_name, convert) => {
    fc.assert(
      fc.property(soup, (text) => void expect(active(convert(text))).toEqual([])),
      runs(300),
    );
  });

  test.each([
    '<code>&#60;script&#62;<ul>```',
    '<a href="https://x.y"><pre>&#60;script&#62;',
    '{<td><pre>&#60;script&#62;',
    '<a href="https://x.y"><code>\\[a]: javascript:x',
    '<b><pre>&#60;script&#62;</b>',
  ])('%s', (html) => {
    expect(active(htmlToMarkdown(html).markdown)).toEqual([]);
  });

  test('links and definitions with other schemes, entities in them, or on the next line', () => {
    const tricks =
      '[x](javascript:a) [y](&#106;avascript:b) [z](\njavascript:c) [a]\n\n[a]: javascript:d\n[b]:\njavascript:e\n\n[c\\]d]: data:text/html,x\n\n<javascript:f> [b] [c\\]d]';
    expect(active(safeMarkdown(tricks))).toEqual([]);
  });

  test('Markdown that is harmless stays as it is written', () => {
    const text =
      'A **b** `List<T>` and <https://example.org/a>.\n\n```html\n<p>code</p>\n```\n\n[x](https://example.org) a < b';
    expect(safeMarkdown(text)).toBe(text);
  });
});

test('a text of any kind takes time in proportion to its length', () => {
  for (const unit of [
    '<',
    '<a ',
    '<a "',
    '<!--',
    '<script>',
    '`',
    '\\',
    '[',
    '](',
    '&',
    '<b>',
    '<pre>',
    '_',
  ]) {
    const long = unit.repeat(100_000 / unit.length);
    // Quadratic behaviour would take minutes, and the test's own limit is seconds.
    htmlToMarkdown(long);
    htmlToText(long);
    safeMarkdown(long);
    textToMarkdown(long);
  }
});
