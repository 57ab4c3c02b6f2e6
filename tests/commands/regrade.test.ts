// api-quiz history regrade: keys that changed between two runs.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { folderOf, packFile, questionFile } from '../support/hostile-pack.js';
import { drive, NOW, run, runJson } from '../support/run.js';

/** A pack in the settings, with three questions answered "true" or skipped. */
async function sat() {
  const home = temporaryHome();
  const ids = ['first', 'second', 'third'];
  const folder = folderOf({
    'pack.yaml': packFile('mine'),
    ...Object.fromEntries(ids.map((id) => [`${id}.md`, questionFile('mine', id)])),
  });
  await run(['config', 'packs', folder], { home });
  await drive(['practice', '--pack', 'mine', '--count', '3'], { home }, ({ event, item }) =>
    event === 'question'
      ? item === 'mine/third'
        ? { action: 'skip' }
        : { action: 'answer', response: true }
      : event === 'verdict'
        ? { action: 'next' }
        : undefined,
  );
  const rekey = (id: string) =>
    writeFileSync(join(folder, `${id}.md`), questionFile('mine', id, { answer: 'false' }));
  return { home, folder, rekey };
}

interface Answer {
  question: string;
  credit: number;
  effectiveCredit: number;
  regraded: boolean;
}

const answersOf = async (home: string) =>
  new Map(
    (await runJson<{ answers: Answer[] }>(['history', 'last'], { home })).answers.map((answer) => [
      answer.question,
      answer,
    ]),
  );

test('nothing changed: said, nothing written', async () => {
  const { home } = await sat();
  expect(await run(['history', 'regrade'], { home })).toEqual({
    code: 0,
    out: 'Every answer was graded by the key of today.\n',
    err: '',
  });
});

test('a changed wording changes no verdict', async () => {
  const { home, folder } = await sat();
  const body = 'Is it really so?\n\n## Explanation\nIt is.';
  writeFileSync(join(folder, 'first.md'), questionFile('mine', 'first', { body }));
  expect(await runJson(['history', 'regrade'], { home })).toEqual([]);
});

test('a changed key: shown, confirmed, recorded beside the old verdict, once', async () => {
  const { home, rekey } = await sat();
  rekey('first');
  rekey('third');
  const planned = await runJson<{ question: string; from: number; to: number }[]>(['history', 'regrade'], {
    home,
  });
  expect(planned.map(({ question, from, to }) => [question, from, to]).sort()).toEqual([
    ['mine/first', 1, 0],
    ['mine/third', 0, 0],
  ]);
  const asked = await run(['history', 'regrade'], { home });
  expect(asked.code).toBe(2);
  expect(asked.out).toContain('100 % to 0 %');
  expect(asked.err).toContain('say --yes');
  expect((await answersOf(home)).get('mine/first')).toMatchObject({ regraded: false });
  const done = await run(['history', 'regrade', '--yes'], { home, now: NOW + 1000 });
  expect(done.out).toContain('2 answers regraded.');
  const answers = await answersOf(home);
  expect(answers.get('mine/first')).toMatchObject({ credit: 1, effectiveCredit: 0, regraded: true });
  expect(answers.get('mine/second')).toMatchObject({ credit: 1, effectiveCredit: 1, regraded: false });
  expect((await run(['history', 'regrade'], { home })).out).toBe(
    'Every answer was graded by the key of today.\n',
  );
});

test('a key that comes back is regraded back', async () => {
  const { home, folder, rekey } = await sat();
  rekey('first');
  await run(['history', 'regrade', '--yes'], { home, now: NOW + 1000 });
  writeFileSync(join(folder, 'first.md'), questionFile('mine', 'first', { tags: '[back]' }));
  await run(['history', 'regrade', '--yes'], { home, now: NOW + 2000 });
  expect((await answersOf(home)).get('mine/first')).toMatchObject({ effectiveCredit: 1 });
});

test('lines that have moved: what was marked is told as not to be regraded, and nothing is written', async () => {
  const home = temporaryHome();
  const spotFile = (snippet: readonly string[], flawed: number) =>
    questionFile('mine', 'lines', {
      type: 'spot',
      answer: '',
      snippet: ['|', ...snippet.map((line) => `  ${line}`)].join('\n'),
      flaws: `\n  - id: token\n    lines: ${flawed}\n    why: It stands in every log.`,
    }).replace('answer: \n', '');
  const lines = ['GET /orders?token=s3cret HTTP/1.1', 'Host: api.example.com', 'Accept: application/json'];
  const folder = folderOf({ 'pack.yaml': packFile('mine'), 'lines.md': spotFile(lines, 1) });
  await run(['config', 'packs', folder], { home });
  await drive(['practice', '--pack', 'mine', '--count', '1'], { home }, ({ event }) =>
    event === 'question'
      ? { action: 'answer', response: [1] }
      : event === 'verdict'
        ? { action: 'next' }
        : undefined,
  );
  writeFileSync(join(folder, 'lines.md'), spotFile(['# what a client sends', ...lines], 2));
  expect(await runJson(['history', 'regrade'], { home })).toMatchObject([{ from: 1, to: null }]);
  const { code, out } = await run(['history', 'regrade', '--yes'], { home, now: NOW + 1000 });
  expect([code, out]).toEqual([
    0,
    '1 answer named lines of a snippet that has changed since, and cannot be regraded: mine/lines. What you answer anew counts.\n',
  ]);
  expect((await answersOf(home)).get('mine/lines')).toMatchObject({ credit: 1, regraded: false });
});
