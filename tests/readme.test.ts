// README and docs against the program: commands, verbs, links, figures.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Command } from '../src/app/command.js';
import { OPTIONS } from '../src/app/options.js';
import { CATALOGUE } from '../src/catalogue.js';
import { QUESTION_TYPES } from '../src/question/vocabulary.js';
import { temporaryHome } from './support/home.js';
import { run, runJson, SHIPPED } from './support/run.js';

const PAGES = ['README.md', 'CONTRIBUTING.md', ...markdownBelow('docs')];

function markdownBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.includes('decisions'))
    .map((name) => join(folder, name));
}

interface Shown {
  page: string;
  command: string;
}

/** `api-quiz …` as it stands in code: whole lines of shell blocks, and inline code. */
function commandsOf(page: string): Shown[] {
  const text = readFileSync(page, 'utf8');
  const blocks = [...text.matchAll(/^```(?:sh|bash|console|)\n([\s\S]*?)^```/gm)].flatMap(([, code = '']) =>
    code.split('\n').flatMap((line) => line.match(/(?:^|\$ |npx |&& |\| )(api-quiz\b[^#|&<>\n]*)/g) ?? []),
  );
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  const inline = [...prose.matchAll(/`(?:npx )?(api-quiz [^`]*)`/g)].map(([, code = '']) => code);
  return [...blocks, ...inline].map((code) => ({
    page,
    command: code.replace(/^.*?(?=api-quiz)/, '').trim(),
  }));
}

const shown = PAGES.flatMap(commandsOf);

test('there are commands to look at', () => {
  expect(shown.filter(({ page }) => page === 'README.md').length).toBeGreaterThan(8);
});

/** Why a command as shown cannot be typed; null when it can. */
async function wrongIn(command: string): Promise<string | null> {
  const [, verb = '', ...words] = command.replace(/["']/g, '').split(/\s+/);
  if (verb === '' || verb.startsWith('-') || /^[<…[]/.test(verb)) return null;
  if (verb === 'help')
    return words[0] === undefined || /^<|…/.test(words[0]) ? null : wrongIn(`api-quiz ${words[0]}`);
  const listed = CATALOGUE.find(({ name }) => name === verb);
  if (listed === undefined) return `no verb ${verb}`;
  const known = optionNames(await listed.load());
  const unknown = words
    .filter((word) => /^--?[a-z]/.test(word))
    .find((word) => !known.has(word.replace(/[=,.;:].*$/, '')));
  return unknown === undefined ? null : `${verb} has no option ${unknown}`;
}

function optionNames({ options = [] }: Command): Set<string> {
  return new Set([
    '--help',
    '-h',
    ...options.flatMap(
      (taken) => OPTIONS[typeof taken === 'string' ? taken : taken.option].flags.match(/--?[a-z-]+/g) ?? [],
    ),
  ]);
}

test.each(shown)('$page: $command', async ({ command }) => {
  expect(await wrongIn(command)).toBeNull();
});

test("the README's table of verbs is the help's", () => {
  const rows = readFileSync('README.md', 'utf8').matchAll(/^\| `([a-z]+)` \| (.+) \|$/gm);
  expect([...rows].map(([, name, summary]) => [name, summary])).toEqual(
    CATALOGUE.map(({ name, summary }) => [name, summary]),
  );
});

test.each(PAGES)('every file that %s links to is there', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const missing = links
    .filter((link) => !/^(https?:|mailto:|#)/.test(link))
    .filter((link) => !existsSync(join(dirname(page), link.replace(/#.*$/, ''))));
  expect(missing).toEqual([]);
});

test("the README's figures are those of the bank", async () => {
  const call = { home: temporaryHome(), builtIn: SHIPPED };
  const readme = readFileSync('README.md', 'utf8');
  const topics = await runJson<{ concepts: string[] }[]>(['topics'], call);
  const rows = await runJson<{ type: string }[]>(['list'], call);
  const concepts = new Set(topics.flatMap((topic) => topic.concepts)).size;
  expect(readme).toContain(`${topics.length} topics, ${concepts} concepts`);
  expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(QUESTION_TYPES));
  for (const [, figure = ''] of readme.matchAll(/(\d{3}) questions/g))
    expect(Number(figure)).toBe(rows.length);
});

test('the question of the README is a good one', async () => {
  const [, source = ''] = /^```markdown\n([\s\S]*?)^```/m.exec(readFileSync('README.md', 'utf8')) ?? [];
  const { folderOf } = await import('./support/hostile-pack.js');
  const folder = folderOf({ 'my-questions/retry-after-503.md': source });
  const { code, out } = await run(['lint', join(folder, 'my-questions')], {
    home: temporaryHome(),
    builtIn: SHIPPED,
  });
  expect(out).toMatch(/^1 file, 0 errors/m);
  expect(code).toBe(0);
});
