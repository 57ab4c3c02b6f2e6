// Question files written: whatever the question, reading the file gives it back.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuestion } from '../../src/question/parse-question.js';
import type { Question } from '../../src/question/question.js';
import { fitSection, renderQuestion } from '../../src/question/render-question.js';
import { ONE_OF_EACH, singleChoice } from '../support/questions.js';
import { shippedBank, tellingEntries } from '../support/shipped-bank.js';
import { runs } from '../support/thorough.js';
import { anyQuestion } from './arbitrary-questions.js';

/** Text that YAML and Markdown could trip over, beside ordinary text. */
const awkward = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('\n', ' ', '-', '#', '`', '~', ':', 'x', '"', "'", '\t', '\r'),
    minLength: 1,
  }),
  fc.constantFrom(
    '---',
    '*a',
    '&a',
    '!!js/function x',
    '200',
    'true',
    '~',
    'null',
    '- x',
    'a: b',
    'x #y',
    '2026-11-20',
  ),
);
const member = awkward.map((text) => text.trim()).filter((text) => text !== '');
const section = awkward.map(fitSection).filter((text) => text !== '');

/** The same question with other texts: every text field of every member, and the sections. */
const withTexts = fc
  .tuple(
    anyQuestion,
    fc.array(member, { minLength: 40, maxLength: 40 }),
    fc.array(section, { minLength: 6, maxLength: 6 }),
  )
  .map(([question, members, sections]): Question => {
    let next = 0;
    const change = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(change);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => {
          const replaced = ['text', 'why', 'left', 'title'].includes(name)
            ? `${next} ${members[next++ % 40]}`
            : change(inner);
          return [name, replaced];
        }),
      );
    };
    const [stem, explanation, hint, followUp, interviewer, modelAnswer] = sections;
    const texts = { stem, explanation, hint, followUp, interviewer };
    return {
      ...(change(question) as Question),
      ...texts,
      ...(question.type === 'open' ? { modelAnswer } : {}),
    } as Question;
  });

const reparsed = (question: Question) => parseQuestion(renderQuestion(question), 'x.md', question.id);

describe('every question that is written reads back equal', () => {
  test.each(Object.entries(ONE_OF_EACH))('one of each type: %s', (_type, question) => {
    expect(reparsed(question)).toEqual({ question: withoutEmptyLists(question), problems: [] });
  });

  test('whatever its texts', () => {
    fc.assert(
      fc.property(withTexts, (question) => {
        const { question: back, problems } = reparsed(question);
        // Two texts may differ in blanks only, which the checks refuse: that is no matter of writing.
        fc.pre(problems.every(({ code }) => code !== 'options-repeat' && code !== 'pairs-same-right'));
        expect(problems).toEqual([]);
        expect(back).toEqual(withoutEmptyLists(question));
      }),
      runs(200),
    );
  });

  test('what the built-in pack has of signs and of types', () => {
    const questions = tellingEntries().map((entry) => shippedBank().question(entry));
    expect(questions.length).toBeGreaterThan(100);
    for (const question of questions) expect(reparsed(question)).toEqual({ question, problems: [] });
  });
});

test('the file reads as a person would write it', () => {
  const file = renderQuestion(
    singleChoice(2, { id: 'retry', tags: ['payments'], hint: 'Think of `GET`.', seconds: 60 }),
  );
  expect(file).toMatchInlineSnapshot(`
    "---
    id: retry
    topic: reliability-patterns
    concepts: [idempotency-keys]
    type: single-choice
    level: intermediate
    tags: [payments]
    choices:
      - id: right
        text: Option right
        correct: true
        why: Why right is right.
      - id: wrong-1
        text: Option wrong-1
        why: Why wrong-1 is wrong.
    sources:
      - title: A specification, section 2
        url: https://example.org/spec#2
    reviewed: 2026-11-20
    ---
    What should the client do?

    ## Hint
    Think of \`GET\`.

    ## Explanation
    Because the specification says so.
    "
  `);
});

describe('what a section can hold', () => {
  test('a heading of two hashes goes one level down, in fenced code it stays', () => {
    expect(fitSection('## Title\ntext')).toBe('### Title\ntext');
    expect(fitSection('```\n## Title\n```')).toBe('```\n## Title\n```');
  });

  test('an open fence is closed, so that the sections behind it are found', () => {
    const { question } = reparsed(singleChoice(2, { stem: 'Look:\n```http\nGET /' }));
    expect(question?.stem).toBe('Look:\n```http\nGET /\n```');
    expect(question?.explanation).toBe('Because the specification says so.');
  });
});

/** Lists that are empty are not written, and come back as nothing; only roles and tags come back empty. */
function withoutEmptyLists(question: Question): Question {
  const kept = Object.entries(question).filter(
    ([name, value]) => ['roles', 'tags'].includes(name) || !Array.isArray(value) || value.length > 0,
  );
  return Object.fromEntries(kept) as unknown as Question;
}
