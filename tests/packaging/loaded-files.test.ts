// Which files of dist a start reads: few, and no library that the start does without.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const home = mkdtempSync(join(tmpdir(), 'api-quiz-loaded-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const hook = join(home, 'hook.cjs');
const list = join(home, 'loaded.txt');
writeFileSync(
  hook,
  `const { Module } = require('node:module');
const { appendFileSync, writeFileSync } = require('node:fs');
writeFileSync(${JSON.stringify(list)}, '');
const load = Module._extensions['.js'];
Module._extensions['.js'] = (module, file) => {
  if (file.includes('dist')) appendFileSync(${JSON.stringify(list)}, require('node:path').basename(file, '.js') + ' ');
  return load(module, file);
};
const { write } = process.stdout;
process.stdout.write = function (text, ...rest) {
  if (String(text).includes('Type ')) appendFileSync(${JSON.stringify(list)}, 'QUESTION ');
  return write.call(this, text, ...rest);
};
`,
);

/** Names of the files that were read, in their order; `QUESTION` where the first question was printed. */
function loaded(...args: string[]): string[] {
  const env = { ...process.env, API_QUIZ_HOME: join(home, 'home'), NODE_OPTIONS: '' };
  execFileSync(process.execPath, ['-r', hook, 'bin/api-quiz.js', ...args], { env, input: '', stdio: 'pipe' });
  return readFileSync(list, 'utf8').trim().split(' ');
}

test.each([
  [['--version'], ['main']],
  [['list'], ['main', 'reading', 'bank']],
  [['topics'], ['main', 'reading', 'bank']],
  [
    ['completion', 'bash'],
    ['main', 'commands-completion'],
  ],
  [['--complete', 'list', '--'], ['complete']],
])('%j', (args, files) => {
  expect(loaded(...args).filter((file) => file !== 'QUESTION')).toEqual(files);
});

test('show loads Markdown and colours, and nothing that parses question files', () => {
  expect(loaded('show', 'booking-timeout-what-is-known').sort()).toEqual(
    ['bank', 'look-theme', 'main', 'reading', 'text-markdown'].sort(),
  );
});

test('no zod, YAML, inquirer, charts or grading before the first question', () => {
  const files = loaded('practice', '--plain', '--seed', '1', '--count', '1');
  const before = files.slice(0, files.indexOf('QUESTION'));
  expect(before).toContain('sitting');
  expect(before.length).toBeLessThan(17);
  const forbidden = /schema|front-matter|yaml|locate|inquirer|html|mark-open|shell|split-words|stem$/;
  expect(before.filter((file) => forbidden.test(file))).toEqual([]);
});
