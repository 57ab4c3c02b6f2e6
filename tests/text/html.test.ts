// Markup that cannot forget to escape.

import { expect, test } from 'vitest';
import { escapeHtml, html, safeHref } from '../../src/text/html.js';

test('values are escaped, markup is not, lists are joined, null is nothing', () => {
  const item = (text: string) => html`<li title="${text}">${text}</li>`;
  expect(html`<ul>${[item('a & b'), item('"><script>')]}</ul>${null}${3}`.text).toBe(
    '<ul><li title="a &amp; b">a &amp; b</li><li title="&quot;&gt;&lt;script&gt;">&quot;&gt;&lt;script&gt;</li></ul>3',
  );
});

test('quotes of both kinds and control characters', () => {
  expect(escapeHtml(`'"\u0000\u001b\u202e&lt;`)).toBe('&#39;&quot;&amp;lt;');
});

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,x',
  ' https://a.example',
  'https://a.example/ b',
  'https://a.example/"x',
  '//a.example',
  'file:///etc/passwd',
])('%j is no address', (url) => {
  expect(safeHref(url)).toBeUndefined();
});

test('http and https are', () => {
  expect(safeHref('https://a.example/x?y=1&z=2#f')).toBe('https://a.example/x?y=1&z=2#f');
});
