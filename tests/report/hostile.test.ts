// Foreign text of bad will is shown as the text it is, in every format.

import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { everyReport } from './every-report.js';
import { HOSTILE, hostileSource } from './sample-history.js';

const reports = everyReport(hostileSource());

test.each(Object.keys(reports))('%s: no control characters, no bidi overrides', (file) => {
  const text = reports[file] as string;
  // Line ends are the only controls; a byte order mark only starts a CSV file.
  expect(text.replace(/^\uFEFF/, '')).not.toMatch(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/,
  );
});

describe('HTML', () => {
  const page = reports['report.html'] as string;

  test('nothing runs, nothing is loaded, links lead to http or https only', () => {
    expect(page).not.toMatch(/<script|<img|<iframe|<object|<embed|<link|<base|<form|<foreignObject/i);
    expect(page).not.toMatch(/<[^>]+\son\w+\s*=/i);
    const addresses = [...page.matchAll(/(?:href|src|xlink:href)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.filter((address) => !/^https?:\/\//.test(address as string))).toEqual([]);
  });

  test('the text is there', () => {
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('&quot;&gt;&lt;img src=x onerror=alert(2)&gt;');
  });

  test('is valid', async () => {
    const result = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(page);
    expect(
      result.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  });
});

describe('Markdown', () => {
  const page = reports['report.md'] as string;

  test('no HTML, no links but those to sources, no formatting from outside', () => {
    expect(page).not.toMatch(/(?<!\\)<[a-z!/]/i);
    expect([...page.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, address]) => address)).toEqual([
      'https://example.org/spec#2',
      'https://example.org/%22onmouseover=%22alert%285%29',
    ]);
    expect(page).toContain('\\[click\\](javascript:alert(3)) \\| \\*\\*bold\\*\\*');
  });

  test('tables keep their columns', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| '));
    const cells = (row: string) => row.replaceAll('\\|', '').split('|').length;
    expect(new Set(rows.map(cells))).toEqual(new Set([11]));
  });
});

describe('CSV', () => {
  test.each(['answers.csv', 'topics.csv'])(
    '%s: no cell, and no piece between other separators, begins as a formula',
    (file) => {
      const cells = (reports[file] as string)
        .split(/\r\n/)
        .flatMap((line) =>
          line.slice(line.startsWith('\uFEFF') ? 1 : 0).split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/),
        );
      const pieces = cells
        .flatMap((cell) => cell.replace(/^"|"$/g, '').split(/[;\n\t|]/))
        .map((piece) => piece.trim());
      expect(pieces.filter((piece) => /^[=+@＝＋－＠-](?!\d+(\.\d+)?$)/.test(piece))).toEqual([]);
      expect(reports['answers.csv']).toContain(`'=HYPERLINK`);
    },
  );
});

test('text: one line stays one line, and the words are there', () => {
  const page = (reports['report.txt'] as string).replace(/\s+/g, ' ');
  expect(page).toContain(HOSTILE.script);
  expect(page).toContain('[31mred[0m]0;title');
});
