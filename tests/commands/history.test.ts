// api-quiz history: list, show, delete, restore, export and import.

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { answering, type Call, drive, NOW, run, runJson } from '../support/run.js';

interface Sat {
  id: string;
  mode: string;
  finished: boolean;
  questions: string[];
  answers: { question: string; outcome: string; credit: number; shownAt: string; answeredAt: string }[];
}

const practise = (call: Call, count: number, wrong: (item: string) => boolean = () => false) =>
  drive(['practice', '--count', String(count), '--seed', '5'], call, answering(wrong));
const historyOf = (home: string) => runJson<Sat[]>(['history'], { home });

test('nothing yet: said, and an empty array', async () => {
  const home = temporaryHome();
  expect((await run(['history'], { home })).out).toBe(
    'Nothing answered yet. Start with: api-quiz practice\n',
  );
  expect(await historyOf(home)).toEqual([]);
  for (const args of [
    ['history', 'last'],
    ['history', 'show'],
    ['history', 'delete', 'last'],
  ])
    expect(await run(args, { home })).toEqual({
      code: 2,
      out: '',
      err: 'Nothing has been sat yet. Start with: api-quiz practice\n',
    });
});

test('--json is an array of sittings whose answers carry question, response, credit, outcome and instants', async () => {
  const home = temporaryHome();
  await practise({ home }, 4);
  const [sitting] = await historyOf(home);
  expect(sitting).toMatchObject({ mode: 'practice', finished: true, seed: 5 });
  expect(sitting?.answers).toHaveLength(4);
  for (const answer of sitting?.answers ?? []) {
    expect(answer).toMatchObject({
      question: expect.stringMatching(/^sample\//),
      credit: expect.any(Number),
      outcome: expect.stringMatching(/^(answered|skipped)$/),
      shownAt: '2026-11-20T09:00:00.000Z',
      answeredAt: '2026-11-20T09:00:00.000Z',
    });
    expect(answer).toHaveProperty('response');
  }
});

test('one sitting by last, by id and by the start of its id', async () => {
  const home = temporaryHome();
  await practise({ home }, 2);
  await practise({ home, now: NOW + 86_400_000 }, 3);
  const [first, second] = await historyOf(home);
  const shown = async (name: string) => (await runJson<Sat>(['history', 'show', name], { home })).id;
  expect(await shown('last')).toBe(second?.id);
  expect(await shown(first?.id as string)).toBe(first?.id);
  expect(await shown('20261121')).toBe(second?.id);
  expect((await runJson<Sat>(['history', '20261120'], { home })).id).toBe(first?.id);
  const { out } = await run(['history', 'last'], { home });
  expect(out).toContain('Practice');
  expect(out.trimEnd().split('\n')).toHaveLength(6);
});

test('the start of several ids, of none, and nothing at all', async () => {
  const home = temporaryHome();
  await practise({ home }, 1);
  await practise({ home, now: NOW + 1000 }, 1);
  const ids = (await historyOf(home)).map(({ id }) => id);
  expect(await run(['history', 'show', '2026'], { home })).toEqual({
    code: 2,
    out: '',
    err: `"2026" begins several ids: ${ids.join(', ')}; type more of it\n`,
  });
  expect((await run(['history', 'show', '1999'], { home })).err).toBe(
    'There is no sitting "1999"; see: api-quiz history\n',
  );
  expect((await run(['history', 'show', ''], { home })).code).toBe(2);
});

test('an action that is none names the nearest, also when objects know it', async () => {
  const said = async (...args: string[]) => (await run(['history', ...args])).err;
  expect(await said('exprot')).toBe('history has no action "exprot"; did you mean: export?\n');
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
    expect(await said(name)).toContain(`history has no action "${name}"`);
});

test('delete and restore: by name only, nothing is removed from disk', async () => {
  const home = temporaryHome();
  await practise({ home }, 2);
  const [sitting] = await historyOf(home);
  const id = sitting?.id as string;
  for (const action of ['delete', 'restore']) {
    for (const name of [[], ['']]) {
      const { code, err } = await run(['history', action, ...name, '--yes'], { home });
      expect(code).toBe(2);
      expect(err).toContain(
        `history ${action} needs the id of a sitting, such as: api-quiz history ${action} `,
      );
    }
  }
  expect(await run(['history', 'delete', id], { home })).toMatchObject({
    code: 2,
    err: 'This asks back, and there is no terminal to ask at; say --yes\n',
  });
  const deleted = await run(['history', 'delete', id.slice(0, 8), '--yes'], { home });
  expect(deleted.out).toBe(`Deleted. It can be brought back with:\n  api-quiz history restore ${id}\n`);
  expect(await historyOf(home)).toEqual([]);
  expect((await run(['history', 'delete', id, '--yes'], { home })).code).toBe(2);
  const later = { home, now: NOW + 1 };
  expect(await run(['history', 'restore', 'last'], later)).toMatchObject({
    code: 0,
    out: `Restored: ${id}\n`,
  });
  expect(await historyOf(home)).toEqual([sitting]);
  expect((await run(['history', 'restore', id], { home })).err).toContain('No deleted sitting has the id');
});

test('export, import elsewhere, import again: the same history, once', async () => {
  const home = temporaryHome();
  await practise({ home }, 3);
  const file = join(temporaryHome(), 'backup.json');
  const exported = await run(['history', 'export', file], { home });
  expect(exported.out).toMatch(/: 1 record, \d+ questions as asked\n$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const other = temporaryHome();
  expect((await run(['history', 'import', file], { home: other })).out).toMatch(
    /^1 record added, 0 extended, 0 already there; \d+ questions as asked added\n$/,
  );
  expect((await run(['history', 'import', file], { home: other })).out).toBe(
    '0 records added, 0 extended, 1 already there; 0 questions as asked added\n',
  );
  expect(await historyOf(other)).toEqual(await historyOf(home));
  const { out } = await run(['history', 'export'], { home });
  expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});

test('export never replaces a file unasked, and says where it cannot write', async () => {
  const home = temporaryHome();
  await practise({ home }, 1);
  const folder = temporaryHome();
  const file = join(folder, 'notes.txt');
  writeFileSync(file, 'mine');
  expect(await run(['history', 'export', file], { home })).toMatchObject({
    code: 2,
    err: `${file} exists already; choose another name, or replace it with --force\n`,
  });
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect((await run(['history', 'export', file, '--force'], { home })).code).toBe(0);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'api-quiz-history' });
  for (const wrong of [join(folder, 'no', 'such', 'folder.json'), join(file, 'below-a-file.json')]) {
    const { code, err } = await run(['history', 'export', wrong], { home });
    expect(code).toBe(2);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  }
  expect((await run(['history', 'export', folder, '--force'], { home })).code).toBe(2);
  expect(readdirSync(folder)).toEqual(['notes.txt']);
});

test('what cannot be read is not in the export, and that is said', async () => {
  const home = temporaryHome();
  await practise({ home }, 1);
  const month = join(home, 'sessions', '2026-11');
  const [name = ''] = readdirSync(month).filter((entry) => entry.endsWith('.json'));
  writeFileSync(join(month, name), 'garbage');
  writeFileSync(join(month, `${name}.bak`), 'garbage');
  const { code, err } = await run(['history', 'export', join(temporaryHome(), 'x.json')], { home });
  expect(code).toBe(0);
  expect(err).toMatch(/not readable \(record-damaged\)/);
});

const GARBAGE: readonly [what: string, text: string, said: RegExp][] = [
  ['nothing', '', /^The file is not JSON/],
  ['no JSON', '{"format":', /^The file is not JSON/],
  ['another JSON', '{"a":1}', /^The file is no history of api-quiz \(format is missing or wrong\)/],
  ['a list', '[]', /format is missing/],
  ['null', 'null', /format is missing/],
  ['a newer format', '{"format":"api-quiz-history","version":99}', /made by a newer api-quiz \(format 99\)/],
  ['no segments', '{"format":"api-quiz-history","version":1}', /segments is missing/],
  [
    'segments of another kind',
    '{"format":"api-quiz-history","version":1,"segments":{}}',
    /segments is missing/,
  ],
  [
    'items of another kind',
    '{"format":"api-quiz-history","version":1,"segments":[],"items":[]}',
    /items is missing/,
  ],
];

test.each(GARBAGE)('import of %s: one line, exit 2', async (_what, text, said) => {
  const file = join(temporaryHome(), 'x.json');
  writeFileSync(file, text);
  const { code, err, out } = await run(['history', 'import', file]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(said);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('import of a folder, of nothing and without a file', async () => {
  const folder = temporaryHome();
  expect((await run(['history', 'import', folder])).code).toBe(2);
  expect((await run(['history', 'import', join(folder, 'x')])).err).toBe(
    `${join(folder, 'x')}: cannot be read (there is no such file or folder, ENOENT)\n`,
  );
  expect((await run(['history', 'import'])).err).toBe(
    'history import needs a file, such as: api-quiz history import backup.json\n',
  );
});
