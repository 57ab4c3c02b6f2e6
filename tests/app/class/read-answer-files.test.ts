import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readAnswerFiles } from '../../../src/app/class/read-answer-files.js';
import { temporaryHome } from '../../support/home.js';

const row = (person: string, change: object = {}) =>
  JSON.stringify({
    answer_id: `${person}-1`,
    person,
    answered_at: '2026-11-20T09:00:00Z',
    item: 'core/one',
    topic: 'http',
    level: 'advanced',
    outcome: 'answered',
    credit: 1,
    ...change,
  });

async function peopleIn(folder: string) {
  const people: string[] = [];
  const read = await readAnswerFiles(folder, ({ person }) => people.push(person));
  return { people, ...read };
}

test('files below a folder, compressed or not, in the order of their names; others are passed over', async () => {
  const folder = temporaryHome();
  mkdirSync(join(folder, 'blue'));
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, 'b.ndjson'), `${row('Bob')}\r\n\n${row('Zoë')}`);
  writeFileSync(join(folder, 'blue', 'a.jsonl.gz'), gzipSync(`${row('Ann')}\n`));
  writeFileSync(join(folder, '.git', 'x.ndjson'), row('Git'));
  writeFileSync(join(folder, 'notes.txt'), row('Notes'));
  expect(await peopleIn(folder)).toEqual({
    people: ['Bob', 'Zoë', 'Ann'],
    files: 2,
    unreadable: 0,
    broken: [],
  });
  expect((await peopleIn(join(folder, 'b.ndjson'))).people).toEqual(['Bob', 'Zoë']);
});

test('lines that are no answers are counted, whatever they are', async () => {
  const folder = temporaryHome();
  const lines = [
    'not JSON',
    '[]',
    'null',
    row('Ann', { credit: 2 }),
    row('Ann', { level: 'easy' }),
    row('Ann', { answered_at: 'yesterday' }),
    row('x'.repeat(300)),
    `{"person":"${'y'.repeat(600_000)}"}`,
    '['.repeat(100_000),
    row('Good'),
    '{"cut off',
  ];
  writeFileSync(join(folder, 'x.ndjson'), lines.join('\n'));
  expect(await peopleIn(folder)).toMatchObject({ people: ['Good'], unreadable: 10 });
});

test('a file that breaks off keeps what came before, and the next one is read', async () => {
  const folder = temporaryHome();
  const whole = gzipSync(Array.from({ length: 20_000 }, (_, n) => row(`p${n}`)).join('\n'));
  writeFileSync(join(folder, 'a.ndjson.gz'), whole.subarray(0, whole.length / 2));
  writeFileSync(join(folder, 'b.ndjson'), row('Bob'));
  const { people, broken } = await peopleIn(folder);
  expect(people.at(-1)).toBe('Bob');
  expect(broken).toMatchObject([{ file: join(folder, 'a.ndjson.gz') }]);
});

test('no such folder, and one without answers', async () => {
  await expect(peopleIn('nowhere')).rejects.toThrow(expect.objectContaining({ code: 'path-missing' }));
  await expect(peopleIn(temporaryHome())).rejects.toThrow(
    expect.objectContaining({ code: 'class-no-files' }),
  );
});
