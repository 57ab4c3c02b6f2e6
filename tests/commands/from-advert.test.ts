// --from: practice, interview and plan towards a job advert, told before anything starts.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { answering, asked, drive, run, runJson, SHIPPED } from '../support/run.js';
import { shippedBank } from '../support/shipped-bank.js';

function advert(text: string): string {
  const file = join(temporaryHome(), 'advert.txt');
  writeFileSync(file, text);
  return file;
}

const GRAPHQL = 'You will build GraphQL schemas, resolvers and subscriptions.';
const call = () => ({ home: temporaryHome(), builtIn: SHIPPED });

/** Topics of the questions that were put, every one of them skipped. */
async function askedTopics(args: readonly string[]) {
  const { events, err } = await drive(args, call(), answering());
  const topics = asked(events).map((item) => shippedBank().find(item).topic);
  return { topics, err };
}

test('a practice asks what the advert speaks of, and says so on stderr', async () => {
  const { topics, err } = await askedTopics(['practice', '--from', advert(GRAPHQL), '--count', '4']);
  expect(topics.length).toBeGreaterThan(0);
  expect(topics.every((topic) => err.includes(`${topic} `))).toBe(true);
  expect(err).toContain('The advert speaks of: graphql ');
});

test('topics that are typed stay', async () => {
  const { topics, err } = await askedTopics([
    'practice',
    '--from',
    advert(GRAPHQL),
    '--topic',
    'rate-limiting',
    '--count',
    '2',
  ]);
  expect(new Set(topics)).toEqual(new Set(['rate-limiting']));
  expect(err).toContain('Asked: the topics you typed.');
});

test('an interview is led by it, and a plan made for it, from standard input too', async () => {
  const { topics } = await askedTopics(['interview', '--from', advert(GRAPHQL), '--count', '1']);
  expect(topics).toEqual(['graphql']);
  const plan = await runJson<{ days: { items: string[] }[] }>(
    ['plan', '--from', '-', '--date', '2026-11-30'],
    { ...call(), input: [GRAPHQL] },
  );
  expect(plan.days.flatMap(({ items }) => items).length).toBeGreaterThan(0);
});

test.each([
  [
    'says nothing',
    () => advert('A great team and a good salary.'),
    'nothing in this text is asked in the bank',
  ],
  ['is a folder', temporaryHome, 'the advert cannot be read (folder)'],
  [
    'is not there',
    () => join(temporaryHome(), 'none.txt'),
    'the advert cannot be read (there is no such file',
  ],
  ['is too long', () => advert('graphql '.repeat(40_000)), 'the advert cannot be read'],
])('an advert that %s is refused in one line', async (_, fileOf, message) => {
  const { code, err } = await run(['practice', '--plain', '--from', fileOf()], call());
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err.trim().split('\n')).toHaveLength(1);
});

test('an interview keeps to the topic that the advert is mostly about, whatever its levels', async () => {
  for (const seed of ['1', '2', '3']) {
    const { topics } = await askedTopics([
      'interview',
      '--from',
      advert(GRAPHQL),
      '--count',
      '4',
      '--seed',
      seed,
    ]);
    expect(topics[0]).toBe('graphql');
    expect(topics.filter((topic) => topic === 'graphql').length).toBeGreaterThanOrEqual(2);
  }
});
