// mdbook-quiz, Markdown checklists and mkdocs-quiz.

import { describe, expect, test } from 'vitest';
import { asked, read } from '../reading.js';

describe('mdbook-quiz', () => {
  test('choices, words, tracing and several parts', async () => {
    const { questions, refused, notes } = await read(
      'mdbook-quiz',
      `[multipart]
p = "Look at this API."

[[questions]]
id = "d172"
type = "MultipleChoice"
prompt.prompt = "Which is **safe**?"
prompt.distractors = ["POST", "PUT"]
answer.answer = "GET"
context = "It only reads."

[[questions]]
type = "MultipleChoice"
multipart = "p"
prompt.prompt = "Which two?"
prompt.distractors = ["POST"]
answer.answer = ["GET", "HEAD"]

[[questions]]
type = "ShortAnswer"
prompt.prompt = "Which header?"
answer.answer = "ETag"
answer.alternatives = ["the ETag"]

[[questions]]
type = "Tracing"
prompt.program = "fn main() {}"
answer.doesCompile = true
answer.stdout = "4"

[[questions]]
type = "Tracing"
prompt.program = "fn main() { x }"
answer.doesCompile = false

[[questions]]
type = "Informal"
prompt.prompt = "Why?"
`,
    );
    expect(questions.map(asked)).toMatchSnapshot();
    expect(refused).toEqual(['36 no-form type Informal']);
    expect(notes).toEqual(['tracing-mapped']);
  });

  test('a mistake of TOML is told with its line', async () => {
    expect((await read('mdbook-quiz', '[[questions]]\ntype = \n')).refused).toEqual([
      expect.stringMatching(/^2 syntax/),
    ]);
  });

  test('a table named __proto__ changes nothing', async () => {
    await read('mdbook-quiz', '[multipart.__proto__]\npolluted = "yes"\n');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('checklists', () => {
  test('a heading, options with code, an explanation with its source', async () => {
    const { questions } = await read(
      'checklist',
      [
        '# API quiz',
        '',
        '#### Q1. Which request is safe?',
        '',
        '```http',
        '## not a heading',
        '```',
        '',
        '- [x] `GET`',
        '- [ ]',
        '',
        '  ```http',
        '  POST / HTTP/1.1',
        '  ```',
        '',
        '- [ ] PUT',
        '',
        'It only reads, see [RFC 9110](https://example.org/rfc).',
        '',
        '#### Q2. Which are idempotent?',
        '- [x] PUT',
        '- [x] DELETE',
        '- [ ] POST',
      ].join('\n'),
    );
    expect(questions.map(asked)).toMatchSnapshot();
    expect(questions[0]?.sources).toEqual([{ title: 'RFC 9110', url: 'https://example.org/rfc' }]);
  });

  test('without a right answer it is refused with the line of its heading', async () => {
    expect((await read('checklist', 'Text.\n\n## Which?\n- [ ] a\n- [ ] b')).refused).toEqual([
      '3 no-answer',
    ]);
  });
});

describe('mkdocs-quiz', () => {
  test('blocks with a list or with a gap', async () => {
    const { questions } = await read(
      'mkdocs-quiz',
      'Text\n\n<quiz>\nWhich is safe?\n- [x] GET\n- [ ] POST\n\nIt only reads.\n</quiz>\n\n<quiz>\nThe code for "too many" is [[429]].\n\n---\nRFC 6585.\n</quiz>\n',
    );
    expect(questions.map(asked)).toMatchObject([
      { stem: 'Which is safe?', type: 'single-choice', explanation: 'It only reads.' },
      { stem: 'The code for "too many" is _____.', answers: ['429'], explanation: 'RFC 6585.' },
    ]);
  });

  test('a block that is never closed is told', async () => {
    expect((await read('mkdocs-quiz', 'x\n<quiz>\nWhich?\n- [x] a')).refused).toEqual([
      '2 syntax <quiz> is not closed',
    ]);
  });
});
