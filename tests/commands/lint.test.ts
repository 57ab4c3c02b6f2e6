// api-quiz lint: exit codes, JSON, files and folders of every kind.

import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import {
  CONTROLS,
  folderOf,
  packFile,
  questionFile,
  STEERING,
  temporaryFolder,
} from '../support/hostile-pack.js';
import { run, runJson } from '../support/run.js';

interface Found {
  file: string;
  line: number;
  column: number;
  severity: string;
  code: string;
  message: string;
}

const lint = async (...paths: string[]) =>
  (await runJson<Found[]>(['lint', ...paths])).map(({ file, line, column, severity, code }) => [
    file.split('/').at(-1),
    line,
    column,
    severity,
    code,
  ]);

/** A folder of these alone: a file is linted as a part of all that lies beside it. */
const fixtures = (...names: string[]) =>
  folderOf(
    Object.fromEntries(
      names.map((name) => [name, readFileSync(join('tests', 'fixtures', 'questions', name), 'utf8')]),
    ),
  );

test('exit 0 without errors, 1 with errors; the last line counts', async () => {
  const good = folderOf({ 'pack.yaml': packFile('mine'), 'good.md': questionFile('mine', 'good') });
  const { code, out } = await run(['lint', good]);
  expect(code).toBe(0);
  expect(out.trimEnd().split('\n').at(-1)).toMatch(/^1 file, 0 errors, \d+ warnings?$/);
  const bad = folderOf({ 'pack.yaml': packFile('mine'), 'bad.md': questionFile('mine', 'other') });
  const ran = await run(['lint', bad]);
  expect(ran.code).toBe(1);
  expect(ran.out).toMatch(
    /bad\.md:2:5 {2}error {2}id-differs {2}the id "other" must equal the file name "bad"; rename one of them\n/,
  );
});

test('a file, a folder, and several of both', async () => {
  const folder = fixtures('choices-no-key.md', 'yaml-alias.md');
  const one = join(folder, 'choices-no-key.md');
  const two = join(folder, 'yaml-alias.md');
  expect(await lint(one)).toEqual([['choices-no-key.md', 8, 3, 'error', 'choices-no-key']]);
  const both = await lint(two, one);
  expect(both.map(([file]) => file)).toEqual(['choices-no-key.md', 'yaml-alias.md']);
  const { out } = await run(['lint', one, two, join('tests', 'fixtures', 'pack')]);
  expect(out).toMatch(/\n12 files, 2 errors, \d+ warnings?\n$/);
});

test('`---js` front matter is refused and never run', async () => {
  const home = temporaryHome();
  const text = `---js\nrequire('node:fs').writeFileSync(${JSON.stringify(join(home, 'owned'))}, '')\n---\nHello`;
  const folder = folderOf({ 'pack.yaml': packFile('mine'), 'js.md': text });
  expect(await lint(join(folder, 'js.md'))).toEqual([['js.md', 1, 1, 'error', 'front-matter-missing']]);
  await run(['list', '--pack', folder], { home });
  expect(await runJson(['lint', folder])).toContainEqual(
    expect.objectContaining({ code: 'front-matter-missing', message: expect.stringContaining('---') }),
  );
  expect(execFileSync('ls', [home], { encoding: 'utf8' })).not.toContain('owned');
});

test('a single file that is a pipe, a device, a link or a folder of nothing', async () => {
  const folder = temporaryFolder();
  execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  symlinkSync('/etc/passwd', join(folder, 'link.md'));
  symlinkSync('/nowhere', join(folder, 'dangling.md'));
  for (const name of ['pipe.md', 'link.md', 'dangling.md'])
    expect((await lint(join(folder, name)))[0]?.[4]).toBe('file-not-regular');
  expect((await lint('/dev/zero'))[0]?.[4]).toBe('file-not-regular');
  const { code, err } = await run(['lint', join(folder, 'nowhere.md')]);
  expect([code, err]).toEqual([
    2,
    `${join(folder, 'nowhere.md')}: cannot be found (there is no such file or folder, ENOENT)\n`,
  ]);
});

test('an absurdly long path is wrong use, not a bug', async () => {
  const { code, err } = await run(['lint', 'x'.repeat(300)]);
  expect([code, err]).toEqual([
    2,
    `${'x'.repeat(300)}: cannot be found (the name is too long, ENAMETOOLONG)\n`,
  ]);
});

test('70 KiB is too large, also for a single file', async () => {
  const file = join(temporaryFolder(), 'large.md');
  writeFileSync(file, 'x'.repeat(70 * 1024));
  const { out, code } = await run(['lint', file]);
  expect(code).toBe(1);
  expect(out).toContain('large.md:1:1  error  file-too-large  the file is larger than 65536 bytes');
});

test('file names, ids, topics and texts with control characters are printed without them', async () => {
  const folder = folderOf({
    'pack.yaml': packFile('mine', STEERING),
    [`${STEERING.replaceAll('\r', '').slice(0, 40)}.md`]: questionFile('mine', 'x'),
    'id.md': questionFile('mine', JSON.stringify(STEERING)),
    'topic.md': questionFile('mine', 'topic', { topic: JSON.stringify(STEERING) }),
    'field.md': questionFile('mine', 'field', { [JSON.stringify(STEERING)]: 'x' }),
    'section.md': questionFile('mine', 'section', {
      body: `Is it?\n\n## ${STEERING.replace('\r', '')}\nx\n`,
    }),
    'yaml.md': `---\nid: "${STEERING.replace('\r', '')}\n---\n`,
    'url.md': questionFile('mine', 'url', {
      sources: `[{ title: ${JSON.stringify(STEERING)}, url: ${JSON.stringify(`https://x.y/${STEERING}`)} }]`,
    }),
  });
  for (const json of [[], ['--json']]) {
    const { code, out, err } = await run(['lint', folder, ...json]);
    expect(code).toBe(1);
    expect(out).not.toMatch(CONTROLS);
    expect(err).not.toMatch(CONTROLS);
  }
});

test('every problem of a file is told, and the order does not depend on the disk', async () => {
  const six = await lint(join(fixtures('six-mistakes.md'), 'six-mistakes.md'));
  expect(six.filter(([, , , severity]) => severity === 'error').length).toBeGreaterThanOrEqual(6);
  expect(six.map(([, line]) => line as number)).toEqual(
    six.map(([, line]) => line as number).sort((a, b) => a - b),
  );
});

test('without a path: the packs of the settings', async () => {
  const home = temporaryHome();
  const folder = folderOf({ 'pack.yaml': packFile('mine'), 'bad.md': questionFile('mine', 'other') });
  await run(['config', 'packs', folder], { home });
  const { code, out } = await run(['lint'], { home });
  expect(code).toBe(1);
  expect(out).toContain('id-differs');
});

// `npm run bench` looks at 10,000 files and more, by the clock; here it matters that the second look reads none.
test('60 files are checked, and the second look at them takes them from the cache', async () => {
  const files = Array.from({ length: 60 }, (_, index) => `question-${index}`);
  const folder = folderOf({
    'pack.yaml': packFile('mine'),
    ...Object.fromEntries(files.map((id) => [`${id}.md`, questionFile('mine', id)])),
  });
  const home = temporaryHome();
  const file = join(folder, 'question-30.md');
  const MORNING = new Date('2026-11-20T06:00:00Z');
  utimesSync(file, MORNING, MORNING);
  const cold = await runJson<unknown[]>(['list', '--pack', folder, '--pack', 'mine'], { home });
  expect(cold).toHaveLength(60);
  // Another stem of the same length at the same time: only who reads the file sees it.
  writeFileSync(file, readFileSync(file, 'utf8').replace('Is question-30 so?', 'Is question-30 ok?'));
  utimesSync(file, MORNING, MORNING);
  const warm = await runJson<unknown[]>(['list', '--pack', folder, '--pack', 'mine'], { home });
  expect(warm).toEqual(cold);
  const { code, out } = await run(['lint', folder], { home });
  expect(code).toBe(0);
  expect(out).toMatch(/\n60 files, 0 errors, \d+ warnings\n$/);
});
