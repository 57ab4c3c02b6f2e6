// CSV by RFC 4180, and nothing a spreadsheet would run.

import { expect, test } from 'vitest';
import { neutraliseFormula, renderCsv } from '../../src/text/csv.js';

test('commas, quotes and line breaks are quoted; lines end with CRLF; null is empty', () => {
  expect(renderCsv([['a,b', 'say "yes"', 'two\nlines', 1.5, true, null, 'plain']])).toBe(
    '"a,b","say ""yes""","two\nlines",1.5,true,,plain\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', ' =1', '\t=1', '\r=1', "=cmd|' /C calc'!A0"])(
  '%j begins as text',
  (text) => {
    expect(neutraliseFormula(text).trimStart()).toMatch(/^'/);
  },
);

test('also after what another locale takes for the end of a cell', () => {
  expect(renderCsv([['a;=1+1', 'b;\n@x']])).toBe('a;\'=1+1,"b;\n\'@x"\r\n');
});

test('ordinary text, minus signs inside and numbers stay', () => {
  expect(renderCsv([['cache-control', 'a - b', 'x = y', -3, 'Größe', '']])).toBe(
    'cache-control,a - b,x = y,-3,Größe,\r\n',
  );
});

test('control characters and overrides go', () => {
  expect(renderCsv([['a\u001b[31mb\u202ec\u0000']])).toBe('a[31mbc\r\n');
});
