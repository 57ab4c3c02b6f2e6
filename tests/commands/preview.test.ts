// preview: every type of question, as every player shows it, and what a guesser makes of it.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { run } from '../support/run.js';

const FILES = ['tests/fixtures/pack/samples', 'tests/fixtures/hands-on-pack'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

describe.each([40, 80])('at a terminal of %i columns', (columns) => {
  it.each(FILES)('%s is shown by all players, and its explanation too', async (file) => {
    const { code, out } = await run(['preview', file], { home: temporaryHome(), columns });
    expect(code).toBe(0);
    for (const heading of ['In a terminal', 'As plain lines', 'For a program', 'For a guesser'])
      expect(out).toContain(heading);
    const stem = readFileSync(file, 'utf8').split(/^---$/m)[2]?.trim().split(/\s+/)[0] ?? '';
    expect(out.split(stem).length).toBeGreaterThan(3);
    const drawn = out.slice(0, out.indexOf('As plain lines'));
    // Addresses stay whole, so that they can be copied.
    const lines = drawn.split('\n').filter((line) => !line.includes('://'));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
  });
});

it('one alone: for a program it is the very JSON, whatever lint says', async () => {
  const { out } = await run(['preview', 'tests/fixtures/pack/samples/one.md', '--format', 'json']);
  const [question, verdict] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(question).toMatchObject({ event: 'question', type: 'single-choice' });
  expect(verdict).toMatchObject({ event: 'verdict', credit: 1 });
});

it('a guesser picks by the surface: the longest option', async () => {
  const { out } = await run(['preview', 'tests/fixtures/bank/key-longest.md', '--format', 'guess']);
  expect(out).toMatch(/always longest +picks \d +100 % +more than chance/);
});

it('errors are told as lint tells them, with exit 1; a draft is shown all the same', async () => {
  const folder = temporaryHome();
  const file = join(folder, 'retry-budget.md');
  const draft =
    '---\nid: retry-budget\ntopic: t\nconcepts: [c]\ntype: short-answer\nlevel: foundation\nanswers: [budget]\n---\nWhat limits retries?\n';
  writeFileSync(file, draft);
  const shown = await run(['preview', file]);
  expect(shown.code).toBe(1);
  expect(shown.out).toContain('What limits retries?');
  expect(shown.out).toContain(`${file}:1:1  error  field-missing`);
  writeFileSync(file, draft.replace('short-answer', 'riddle'));
  const broken = await run(['preview', file]);
  expect(broken.code).toBe(1);
  expect(broken.out).toContain('field-not-allowed');
  expect(broken.out).not.toContain('What limits');
  expect((await run(['preview', join(folder, 'none.md')])).code).toBe(2);
});
