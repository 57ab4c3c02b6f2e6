// What the lint rules leave alone: good items that look a little like bad ones.

import { describe, expect, it } from 'vitest';
import { lintBank, lintQuestion } from '../../../src/bank/lint/lint.js';
import type { Question } from '../../../src/question/question.js';
import { multipleChoice, open, singleChoice, trueFalse } from '../../support/questions.js';

/** A single-choice question; the first text is the key. */
function item(texts: readonly string[], stem = 'What should the client do?'): Question {
  const choices = texts.map((text, index) => ({
    id: `option-${index}`,
    text,
    correct: index === 0,
    why: 'Why.',
  }));
  return singleChoice(4, { choices, stem });
}

/** A multiple-choice question; the first two texts are keys. */
function several(texts: readonly string[], stem = 'Which of these may the client do?'): Question {
  const choices = texts.map((text, index) => ({
    id: `option-${index}`,
    text,
    correct: index < 2,
    why: 'Why.',
  }));
  return multipleChoice(2, 2, { choices, stem });
}

const codesOf = (question: Question) => lintQuestion(question).map(({ code }) => code);

it.each<[string, Question]>([
  [
    'a key a quarter longer, but by eight characters only',
    item(['Retry it with the same key now', 'Send it with a new key', 'Read the list of calls']),
  ],
  [
    'a key nine characters longer, but by less than a quarter',
    item([`Key ${'x'.repeat(50)}`, `Not ${'x'.repeat(41)}`, `Nor ${'x'.repeat(41)}`]),
  ],
  [
    'several keys of which one is short',
    several(['Retry after a pause that grows each time', 'Wait', 'Give up', 'Send a new one']),
  ],
  ['absolutes in key and distractor', item(['Never reuse a key', 'Always reuse a key', 'Reuse a key twice'])],
  ['a plain "all" in one distractor of two', item(['Ask one server', 'Ask all servers', 'Ask the proxy'])],
  ['a hedge on both sides', item(['It may be lost', 'It may be stored', 'It has been sent'])],
  [
    'permission, ability and frequency are no hedges',
    item([
      'Check whether she may, and can, and how often',
      'Check how she signs in, and her clock too',
      'Check what she owns, and what she sends',
    ]),
  ],
  [
    'a sign in code that would mean something outside it',
    item(['Send `_id_` twice', 'Send id', 'Send the key']),
  ],
  ['numbers that hold others', item(['120', '12', '20'])],
  ['paths that hold others', item(['`/orders/7/items`', '`/orders/7`', '`/orders`'])],
  ['options that differ in one sign', item(['`>=`', '`>`', '`<=`'])],
  [
    'names written in lower case among others',
    item(['gRPC with streams', 'REST with caches', 'SOAP with schemas']),
  ],
  [
    '"above" and "these" inside an option',
    item([
      'Send all of these headers again',
      'Keep the level above the limit',
      'Keep none, and wait for a minute',
    ]),
  ],
  ['a stem that ends in "a" inside code', item(['One', 'Two', 'Ten'], 'What does `GET /a` return?')],
])('%s', (_, question) => {
  expect(codesOf(question)).toEqual([]);
});

it.each([
  'Which check would notice that this is not a PDF?',
  'Which of these methods does HTTP define as idempotent but not safe?',
  'Which change rules out both orders without events **and** events without orders?',
  'Which of these is **not** idempotent?',
  'Which of these does the client NOT send?',
  'Why does the server not answer?',
  'The call did not return. Which reason is likely?',
  '```http\nGET /not-found\n```\n\nWhich header is missing?',
])('not taken for a trick negative: %s', (stem) => {
  expect(codesOf(item(['One', 'Two', 'Ten'], stem))).toEqual([]);
});

it.each([
  'Which of these is not idempotent?',
  'Which header is never sent by a browser?',
  'Which of the following methods cannot be cached?',
  'All of these are safe except which?',
  "Which of these isn't safe?",
])('taken for a trick negative: %s', (stem) => {
  expect(codesOf(item(['One', 'Two', 'Ten'], stem))).toEqual(['stem-negative']);
});

it.each([
  [31, 22],
  [51, 40],
])('a key of %d characters beside one of %d is past both limits', (key, distractor) => {
  const texts = ['x'.repeat(key), 'y'.repeat(distractor), 'A new key'];
  expect(codesOf(item(texts))).toContain('key-longest');
});

it('weak absolutes count where no distractor does without', () => {
  expect(codesOf(item(['Ask one server', 'Ask all servers', 'Ask any server']))).toEqual([
    'absolute-distractors',
  ]);
});

it('a stem that announces one, where two are right', () => {
  expect(codesOf(several(['One', 'Two', 'Six', 'Ten'], 'Which of these is safe?'))).toEqual([
    'stem-count-mismatch',
  ]);
  expect(codesOf(several(['One', 'Two', 'Six', 'Ten'], 'Which of these are safe?'))).toEqual([]);
});

it('types without options are left alone by the rules on options', () => {
  expect(codesOf(trueFalse(true, { stem: 'An idempotent method is never unsafe.' }))).toEqual([]);
  expect(codesOf(open())).toEqual([]);
});

it('a bank of few or varied questions has nothing to answer for', () => {
  expect(lintBank({ questions: [], topics: [] })).toEqual([]);
  expect(lintBank({ questions: [item(['One', 'Two', 'Ten'])], topics: [] })).toEqual([]);
});

it('stems of four words may have three words in common', () => {
  const stems = ['Which of these is it, one?', 'Which of these is it, two?', 'Which of these is it, six?'];
  const questions = stems.map((stem, index) => trueFalse(index === 0, { id: `short-${index}`, stem }));
  expect(lintBank({ questions, topics: [] })).toEqual([]);
});

describe('an echo', () => {
  const stem = 'Reindeer 731 wears a collar. What is measured?';
  const echo = (texts: string[], others: Question[] = []) =>
    lintBank({ questions: [item(texts, stem), ...others], topics: [] }).map(({ code }) => code);

  it('is told where the key alone takes up a word', () => {
    expect(echo(['The pulse of the reindeer', 'The height above the sea', 'The speed of the wind'])).toEqual([
      'stem-echo',
    ]);
  });

  it('is none where a distractor echoes too', () => {
    expect(echo(['The pulse of the reindeer', 'The weight of the collar', 'The speed of the wind'])).toEqual(
      [],
    );
  });

  it('is none where the word is common in the bank', () => {
    const others = ['Does a reindeer swim?', 'May one ride on a reindeer?'].map((text) =>
      trueFalse(true, { stem: text }),
    );
    expect(
      echo(['The pulse of the reindeer', 'The height above the sea', 'The speed of the wind'], others),
    ).toEqual([]);
  });

  it('is none where it is but a figure', () => {
    expect(echo(['The pulse of 731', 'The height above the sea', 'The speed of the wind'])).toEqual([]);
  });
});
