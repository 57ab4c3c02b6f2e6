// GIFT by the rules of Moodle's own importer.

import { describe, expect, test } from 'vitest';
import { asked, read } from '../reading.js';

const one = async (gift: string) => {
  const { questions, refused } = await read('gift', gift);
  expect(refused).toEqual([]);
  expect(questions).toHaveLength(1);
  return asked(questions[0]!);
};

describe('types', () => {
  test('one right answer, with reasons and feedback for all', async () => {
    expect(
      await one(
        '::Safe method::Which method is safe? {=GET#It only reads. ~POST#It may create. ####RFC 9110.}',
      ),
    ).toEqual({
      id: 'safe-method',
      topic: 'imported',
      explanation: 'RFC 9110.',
      type: 'single-choice',
      stem: 'Which method is safe?',
      choices: [
        { id: 'get', text: 'GET', correct: true, why: 'It only reads.' },
        { id: 'post', text: 'POST', why: 'It may create.' },
      ],
    });
  });

  test('several right answers: no "=" at all, shares of credit', async () => {
    const made = await one('Which are safe? {~%50%GET ~%50%HEAD ~%-100%POST ~%-100%PUT}');
    expect(made.type).toBe('multiple-choice');
    expect(made.choices).toMatchObject([
      { correct: true },
      { correct: true },
      { text: 'POST' },
      { text: 'PUT' },
    ]);
  });

  test.each([
    ['TRUE', true],
    ['T', true],
    ['FALSE', false],
    ['F', false],
  ])('a statement: {%s}', async (key, answer) => {
    expect(await one(`GET is safe.{${key}}`)).toMatchObject({ type: 'true-false', answer });
  });

  test('true in lower case is a short answer, as in Moodle', async () => {
    expect(await one('Say it. {=true}')).toMatchObject({ type: 'short-answer', answers: ['true'] });
  });

  test('words, some worth a part', async () => {
    expect(await one('Which header? {=If-Match =%50%ETag#Only the value.}')).toMatchObject({
      type: 'short-answer',
      answers: ['If-Match'],
      partial: [{ text: 'ETag', credit: 0.5, why: 'Only the value.' }],
    });
  });

  test.each([
    ['{#8.76:0.05}', 8.76, 0.05],
    ['{#8..9}', 8.5, 0.5],
    ['{#=8.76:0.05 =%50%8:1}', 8.76, 0.05],
    ['{#42}', 42, undefined],
  ])('a figure: %s', async (key, answer, tolerance) => {
    const made = await one(`How many hours? ${key}`);
    expect([made.type, made.answer, made.tolerance]).toEqual(['numeric', answer, tolerance]);
  });

  test('pairs, with a right side that belongs to nobody', async () => {
    expect(await one('Match. {=401 -> Who are you? =403 -> You may not. = -> Broken.}')).toMatchObject({
      type: 'matching',
      pairs: [
        { left: '401', right: 'Who are you?' },
        { left: '403', right: 'You may not.' },
      ],
      distractors: [{ text: 'Broken.' }],
    });
  });

  test("Moodle's ordering block, whose items are not unescaped", async () => {
    expect(
      await one('Order these. {>4 ALL VERTICAL ABSOLUTE_POSITION SHOW none\nDNS\nTCP\nTLS \\= 1.3\nHTTP\n}'),
    ).toMatchObject({
      type: 'ordering',
      items: [{ text: 'DNS' }, { text: 'TCP' }, { text: 'TLS \\\\= 1.3' }, { text: 'HTTP' }],
    });
  });

  test('an essay has placeholders for its points, and says so', async () => {
    const { questions, notes } = await read('gift', 'Explain idempotency. {}');
    expect(questions[0]).toMatchObject({ type: 'open', rubric: [{ weight: 1 }, { weight: 1 }] });
    expect(notes).toEqual(['rubric-made']);
  });
});

describe('writing', () => {
  test('escapes: \\ # = ~ { } : and \\n', async () => {
    expect(await one('[markdown]A \\{ b \\} c \\= d \\~ e \\# f \\: g\\nh {T}')).toMatchObject({
      stem: 'A { b } c = d ~ e # f : g\nh',
    });
  });

  test('comments give id and tags; $CATEGORY the topic', async () => {
    const { questions } = await read(
      'gift',
      '$CATEGORY: Course/HTTP semantics\n\n// [id:safe/1] [tag:Methods] [tag:easy one]\nIs GET safe? {T}',
    );
    expect(questions[0]).toMatchObject({
      id: 'safe-1',
      topic: 'http-semantics',
      tags: ['methods', 'easy-one'],
    });
  });

  test('answers inherit the format of the stem; HTML becomes Markdown', async () => {
    const { questions } = await read(
      'gift',
      '[html]<p>Which <b>one</b>?</p> {=<code>GET</code> ~<i>POST</i>}',
    );
    expect(questions[0]).toMatchObject({
      stem: 'Which **one**?',
      choices: [{ text: '`GET`' }, { text: '*POST*' }],
    });
  });

  test('a gap in the sentence is written as one', async () => {
    expect(await one('Use { =GET ~POST } to read.')).toMatchObject({ stem: 'Use _____ to read.' });
  });

  test('an address in the stem needs no escape, as in Moodle', async () => {
    expect(await one('See https://example.org/x now. {T}')).toMatchObject({
      stem: 'See https://example.org/x now.',
    });
  });

  test('a blank line within braces ends nothing; byte order mark and CRLF are no matter', async () => {
    expect(await one('\ufeffWhich? {\r\n=GET\r\n\r\n~POST\r\n}\r\n')).toMatchObject({
      type: 'single-choice',
    });
  });
});

describe('mistakes', () => {
  test('cost one question each and are told with their line', async () => {
    const { questions, refused } = await read(
      'gift',
      'One. {T}\n\n// a comment\nTwo {=a ~b} and {=c}\n\nThree. {F}',
    );
    expect(questions.map(({ stem }) => stem)).toEqual(['One.', 'Three.']);
    expect(refused).toEqual([expect.stringMatching(/^4 syntax Expected/)]);
  });

  test('what is no question is told, and options that read the same are refused', async () => {
    const { refused } = await read('gift', 'Just a text.\n\nWhich? {=GET ~GET ~POST}');
    expect(refused).toEqual([
      '1 not-a-question a description',
      expect.stringMatching(/^3 not-valid .*reads the same/),
    ]);
  });

  test('a brace that is never closed does not swallow the file', async () => {
    const { questions, refused } = await read(
      'gift',
      `Open {=a\n\n${'x\n\n'.repeat(300)}${'y\n'.repeat(500)}\n\nNext. {T}`,
    );
    expect(questions.map(({ stem }) => stem)).toContain('Next.');
    expect(refused.length).toBeGreaterThan(0);
  });
});
