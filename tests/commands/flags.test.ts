// api-quiz flags: listing, issue texts, removing.

import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { CONTROLS, folderOf, packFile, questionFile, STEERING } from '../support/hostile-pack.js';
import { NOW, run, runJson } from '../support/run.js';
import { SAMPLES_UNBUILT } from '../support/sample-pack.js';

/** Flags one question of a fresh pack of that name. */
async function flagged(home: string, pack: string, note: string): Promise<void> {
  const folder = folderOf({ 'pack.yaml': packFile(pack), 'doubtful.md': questionFile(pack, 'doubtful') });
  const lines = [JSON.stringify({ action: 'flag', note })];
  await run(['practice', '--json', '--pack', `${folder},${pack}`], { home, input: lines });
}

test('none: said, and an empty array', async () => {
  const home = temporaryHome();
  expect((await run(['flags'], { home })).out).toBe(
    'No question is flagged. While a question is open, f flags it.\n',
  );
  expect(await runJson(['flags'], { home })).toEqual([]);
});

test('flagged with a note in a plain sitting: listed with file and a ready issue text, removed by id', async () => {
  const call = { home: temporaryHome(), builtIn: SAMPLES_UNBUILT };
  await run(['practice', '--type', 'numeric'], { ...call, input: [':f  the unit is  missing', '8.76', ''] });
  const { out } = await run(['flags'], call);
  expect(out).toContain('sample/figure  ');
  expect(out).toContain('samples/figure.md');
  expect(out).toContain('Title: sample/figure: the unit is missing');
  expect(out).toContain('What is wrong: the unit is missing');
  expect(await runJson(['flags'], call)).toMatchObject([
    { item: 'sample/figure', note: 'the unit is missing', file: expect.stringMatching(/figure\.md$/) },
  ]);
  const removed = await run(['flags', 'remove', 'figure'], { ...call, now: NOW + 1000 });
  expect(removed.out).toBe('sample/figure is no longer flagged.\n');
  expect(await runJson(['flags'], call)).toEqual([]);
});

test('wrong use: one line each', async () => {
  const home = temporaryHome();
  const said = async (...args: string[]) => {
    const { code, err } = await run(['flags', ...args], { home });
    expect(code).toBe(2);
    return err;
  };
  expect(await said('remove')).toBe(
    'flags remove needs a question, such as: api-quiz flags remove timed-out-payment-retry\n',
  );
  expect(await said('remove', 'nope')).toBe('No flagged question is called "nope"; see: api-quiz flags\n');
  expect(await said('delete')).toBe('flags cannot be "delete"; it takes list or remove\n');
});

test('one id flagged in two packs: both are named', async () => {
  const home = temporaryHome();
  await flagged(home, 'mine', 'a');
  await flagged(home, 'theirs', 'b');
  expect((await run(['flags', 'remove', 'doubtful'], { home })).err).toBe(
    '"doubtful" is flagged in several packs; name one of: mine/doubtful, theirs/doubtful\n',
  );
  await run(['flags', 'remove', 'mine/doubtful'], { home, now: NOW + 1000 });
  expect(await runJson(['flags'], { home })).toMatchObject([{ item: 'theirs/doubtful', file: null }]);
});

test('notes cannot steer the terminal, nor be too long to be read back', async () => {
  const home = temporaryHome();
  await flagged(home, 'mine', STEERING + 'x'.repeat(50_000));
  for (const args of [['flags'], ['flags', '--json']]) {
    const { code, out, err } = await run(args, { home });
    expect(code).toBe(0);
    expect(out + err).not.toMatch(CONTROLS);
    expect(out).toContain('mine/doubtful');
  }
});
