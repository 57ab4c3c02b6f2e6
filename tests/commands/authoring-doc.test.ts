// What docs/authoring.md tells people to copy: the hook, the step of a workflow, the task of VS Code, the schema of pack.yaml.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { folderOf, packFile, questionFile } from '../support/hostile-pack.js';
import { run } from '../support/run.js';

const page = readFileSync('docs/authoring.md', 'utf8');
/** The blocks of this language, in their order. */
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, code = '']) => code,
  );

const PACK = { 'pack.yaml': packFile('team'), 'one.md': questionFile('team', 'one') };
const WRONG = {
  ...PACK,
  'a b.md': questionFile('team', 'other', { level: 'nonsense' }),
  'deep/ö, ü.md': 'no front matter\n',
};

/** `api-quiz …` of a snippet, over a folder in place of `my-pack`. */
function runSnippet(command: string, folder: string) {
  const [, ...args] = command.replace(/^npx api-quiz@\S+/, 'api-quiz').split(' ');
  return run(args.map((word) => (word === 'my-pack' ? folder : word)));
}

test('pre-commit: the hook is asked for every file of the pack, passes and fails by the exit code', async () => {
  const [config] = blocks('yaml').filter((code) => code.includes('repo: local'));
  const repositories: { hooks: Record<string, unknown>[] }[] = parseYaml(config ?? '');
  const hook = repositories[0]?.hooks[0];
  const files = new RegExp(String(hook?.files));
  expect(
    ['my-pack/pack.yaml', 'my-pack/sub/a.md', 'my-pack/a.answers.yaml'].every((path) => files.test(path)),
  ).toBe(true);
  expect(['README.md', 'other/my-pack/a.md'].some((path) => files.test(path))).toBe(false);
  expect(hook?.pass_filenames).toBe(false);
  expect((await runSnippet(String(hook?.entry), folderOf(PACK))).code).toBe(0);
  expect((await runSnippet(String(hook?.entry), folderOf(WRONG))).code).toBe(1);
});

test('GitHub Actions: the step fails, and says each problem as an annotation', async () => {
  const [step] = blocks('yaml').filter((code) => code.includes('- run:'));
  const steps: { run: string }[] = parseYaml(step ?? '');
  const { code, out } = await runSnippet(steps[0]?.run ?? '', folderOf(WRONG));
  expect(code).toBe(1);
  expect(out.split('\n').filter((line) => line.startsWith('::error file=')).length).toBeGreaterThan(1);
});

test('VS Code: the task’s pattern, that of problem-matcher.json too, finds place, code and message of every line', async () => {
  const [task = ''] = blocks('json').filter((code) => code.includes('"problemMatcher"'));
  const { command, problemMatcher } = JSON.parse(task);
  const shipped = JSON.parse(readFileSync('docs/problem-matcher.json', 'utf8')).problemMatcher[0];
  expect(problemMatcher).toEqual({ owner: shipped.owner, pattern: shipped.pattern[0] });

  const { regexp, file, line, column, severity, code, message } = problemMatcher.pattern;
  const folder = folderOf(WRONG);
  const typed = command.replace(/^npx /, '');
  const lines = (await runSnippet(typed, folder)).out.trimEnd().split('\n').slice(0, -1);
  const found = lines.map((text) => new RegExp(regexp).exec(text));
  const problems = JSON.parse((await runSnippet(`${typed} --json`, folder)).out);
  expect(
    found.map(
      (match) =>
        match && [match[file], match[line], match[column], match[severity], match[code], match[message]],
    ),
  ).toEqual(
    problems.map((problem: Record<string, unknown>) =>
      ['file', 'line', 'column', 'severity', 'code', 'message'].map((name) => String(problem[name])),
    ),
  );
  expect(lines.length).toBeGreaterThan(2);
});

test('the schema takes the pack files that lint takes, and no others', async () => {
  const schema = JSON.parse((await run(['schema', 'pack'])).out);
  const validate = new Ajv2020({ strict: false }).compile(schema);
  const says = (text: string) => validate(parseYaml(text));
  for (const text of [
    packFile('team'),
    `draft: true\n${packFile('team')}`,
    readFileSync(join('questions', 'pack.yaml'), 'utf8'),
    readFileSync(join('tests', 'fixtures', 'pack', 'pack.yaml'), 'utf8'),
  ])
    expect([says(text), validate.errors]).toEqual([true, null]);
  for (const text of [packFile('Team!'), 'title: x\n', `draft: perhaps\n${packFile('team')}`])
    expect(says(text)).toBe(false);
});
