// docs/item-writing.md lists every lint rule with its severity, in the order of the messages.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BANK_RULES, QUESTION_RULES } from '../../src/bank/lint/rules.js';
import { RUBRIC_RULES } from '../../src/grading/rubric-rules.js';

const page = readFileSync(new URL('../../docs/item-writing.md', import.meta.url), 'utf8');

it('every rule has its line', () => {
  const lines = [...page.matchAll(/^\| `([a-z-]+)` \| (error|warning) \| (.+) \| (.+) \|$/gm)];
  expect(lines.map(([, code, severity]) => `${code} ${severity}`)).toEqual(
    [...QUESTION_RULES, ...BANK_RULES, ...RUBRIC_RULES].map(({ code, severity }) => `${code} ${severity}`),
  );
});

it('every work that is named is among the sources', () => {
  const sources = page.slice(page.indexOf('## Sources'));
  for (const name of [
    'HDR',
    'Rodriguez (2005)',
    'Tarrant and J. Ware (2008)',
    'Mohammed (2009)',
    'NBME',
    'Ebel (1965)',
    'Cronbach (1946)',
    'Broder (1997)',
    'Šidák (1967)',
  ]) {
    expect(sources).toContain(name);
  }
});
