// topics, list, show and search: filters alone and combined, as tables and as JSON.

import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { run, runJson, SHIPPED } from '../support/run.js';

interface Row extends Record<string, unknown> {
  id: string;
  topic: string;
  concepts: string[];
  type: string;
  level: string;
  stem: string;
}

const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);
const list = async (...filter: string[]) => ids(await runJson<Row[]>(['list', ...filter]));

test('list --json is an array of what a program needs of each question', async () => {
  const rows = await runJson<Row[]>(['list']);
  expect(rows).toHaveLength(10);
  expect(rows[0]).toEqual({
    id: 'figure',
    pack: 'sample',
    topic: 'samples',
    concepts: ['typed-samples'],
    type: 'numeric',
    level: 'intermediate',
    roles: [],
    tags: [],
    seconds: expect.any(Number),
    stem: 'How long may a service with 99.9 % availability be down in a year?',
    file: 'samples/figure.md',
  });
});

test('every filter alone', async () => {
  expect(await list('--topic', 'stories')).toEqual(['story', 'talk']);
  expect(await list('--concept', 'typed-samples')).toEqual(['figure', 'word']);
  expect(await list('--level', 'advanced')).toEqual(['steps', 'tall', 'story']);
  expect(await list('--type', 'ordering')).toEqual(['steps']);
  expect(await list('--tag', 'tall')).toEqual(['tall']);
  expect(await list('--role', 'tester')).toHaveLength(10);
  expect(await list('--pack', 'sample')).toHaveLength(10);
  expect(await list('--count', '3')).toEqual(['figure', 'one', 'pairs']);
});

test('several values, between commas or repeated, widen; several filters narrow', async () => {
  const widened = ['steps', 'truth', 'word'];
  expect(await list('--type', 'ordering,true-false, short-answer')).toEqual(widened);
  expect(await list('--type', 'ordering', '--type', 'true-false,short-answer')).toEqual(widened);
  expect(await list('--topic', 'samples', '--level', 'advanced', '--type', 'single-choice')).toEqual([
    'tall',
  ]);
  expect(await list('--topic', 'stories', '--type', 'numeric')).toEqual([]);
  expect(await list('--topic', 'SAMPLES', '--level', 'Advanced')).toEqual(['steps', 'tall']);
});

test('an unknown name is exit 2 with the nearest ones', async () => {
  const said = async (...args: string[]) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    return err;
  };
  expect(await said('list', '--topic', 'sample')).toBe(
    'There is no topic "sample". Near to it: samples. See: api-quiz topics\n',
  );
  expect(await said('list', '--level', 'expert')).toBe(
    'There is no level "expert". It is one of: foundation, intermediate, advanced. See: api-quiz list --help\n',
  );
  expect(await said('search', 'retry', '--concept', 'typed-sample')).toContain('Near to it: typed-samples');
  expect(await said('list', '--tag', 'toll')).toContain('Near to it: tall');
  expect(await said('list', '--role', 'develloper')).toContain('Near to it: developer');
  expect(await said('list', '--pack', 'smple')).toBe(
    'There is no pack "smple". Near to it: sample. See: api-quiz doctor\n',
  );
  expect(await said('topics', 'constructor')).toBe('There is no topic "constructor". See: api-quiz topics\n');
  expect(await said('show', 'wird')).toBe(
    'There is no question "wird". Near to it: word. See: api-quiz list\n',
  );
  expect(await said('practice', 'storis')).toBe(
    'There is no question or topic "storis". Near to it: stories, story. See: api-quiz list, api-quiz topics\n',
  );
  expect(await said('practice', 'word', 'samples')).toContain('"samples" is a topic');
  expect(await said('config', 'colour')).toContain('There is no setting "colour"; there are: role, level,');
  expect(await said('config', 'rol')).toContain('did you mean: role?');
  expect(await said('show', '__proto__')).toContain('There is no question "__proto__"');
});

test('a filter that names nothing is not every question', async () => {
  for (const value of ['', ' ', ',', ' , ']) {
    const { code, err } = await run(['list', '--topic', value]);
    expect(code).toBe(2);
    expect(err).toBe(`--topic cannot be "${value}"; it takes at least one name\n`);
  }
});

test('list without a terminal is a table, in a terminal it ends with the number', async () => {
  const piped = await run(['list', '--topic', 'stories']);
  expect(piped.out).toBe(
    'story  stories  open  advanced      Tell me about a time when a retry made things worse.\n' +
      'talk   stories  open  intermediate  How does a client retry safely?\n',
  );
  const narrow = await run(['list', '--topic', 'stories'], { home: temporaryHome(), columns: 40 });
  expect(narrow.out).toBe(
    'story  stories · open · advanced\n  Tell me about a time when a retry mad…\n' +
      'talk  stories · open · intermediate\n  How does a client retry safely?\n' +
      '\n2 questions. To practise:\n  api-quiz practice story talk\n',
  );
});

test('what matches nothing is said on stderr and is no error', async () => {
  expect(await run(['search', 'zeppelin'])).toEqual({ code: 0, out: '', err: 'No question matches.\n' });
  expect(await runJson(['search', 'zeppelin'])).toEqual([]);
});

test('topics: all, and one with its concepts', async () => {
  const { out } = await run(['topics']);
  expect(out).toBe(
    'topic      all   seen  right    due\nsamples      8      0      0      0  Sample answers\nstories      2      0      0      0  Sample stories\n',
  );
  const topics = await runJson<Record<string, unknown>[]>(['topics']);
  expect(topics[1]).toEqual({
    topic: 'stories',
    title: 'Sample stories',
    questions: 2,
    seen: 0,
    right: 0,
    due: 0,
    concepts: ['told-samples'],
  });
  const one = await run(['topics', 'samples']);
  expect(one.out).toBe(
    'Sample answers (samples), 8 questions\n\nclosed-samples  Answers that are chosen, 6\ntyped-samples  Answers that are typed, 2\n',
  );
  const filtered = await runJson<{ questions: number }>(['topics', 'samples', '--level', 'advanced']);
  expect(filtered.questions).toBe(2);
});

test('show: by id and by pack/id, with every why, and as data', async () => {
  const { code, out } = await run(['show', 'one']);
  expect(code).toBe(0);
  for (const text of [
    "A client's `POST /payments` timed out.",
    'A new key marks a new operation.',
    'Two equal payments cannot be told apart.',
    'What marks a retry?',
    'How long is the key kept?',
    'https://example.org/spec#2',
  ])
    expect(out).toContain(text);
  // Nobody has answered here.
  for (const id of ['one', 'several', 'truth', 'word', 'figure', 'steps', 'pairs', 'talk'])
    expect((await run(['show', id])).out).not.toMatch(/you(r answer| typed)/i);
  const data = await runJson<Record<string, unknown>>(['show', 'sample/one']);
  expect(data).toMatchObject({ id: 'one', type: 'single-choice', pack: 'sample', file: 'samples/one.md' });
});

test('search finds by words of the stem, concept or tag, within filters', async () => {
  expect(ids(await runJson<Row[]>(['search', 'payments', 'timed']))).toEqual(['one']);
  expect(ids(await runJson<Row[]>(['search', 'retry']))).toEqual(expect.arrayContaining(['talk', 'story']));
  expect(ids(await runJson<Row[]>(['search', 'retry', '--level', 'advanced', '--count', '1']))).toEqual([
    'story',
  ]);
});

test('the shipped bank: 22 topics, 357 concepts, and every listed question can be shown', async () => {
  const call = { home: temporaryHome(), builtIn: SHIPPED };
  const topics = await runJson<{ concepts: string[]; questions: number }[]>(['topics'], call);
  expect(topics).toHaveLength(22);
  expect(topics.flatMap(({ concepts }) => concepts)).toHaveLength(357);
  const rows = await runJson<Row[]>(['list'], call);
  expect(rows).toHaveLength(topics.reduce((sum, { questions }) => sum + questions, 0));
  expect(new Set(ids(rows)).size).toBe(rows.length);
  for (const { id } of rows.filter((_, index) => index % 40 === 0)) {
    const { code, out } = await run(['show', id], { ...call, columns: 60 });
    expect(code).toBe(0);
    expect(
      out
        .split('\n')
        .filter((line) => line.length > 60 && !line.includes('http') && !line.includes('api-quiz practice')),
    ).toEqual([]);
  }
});
