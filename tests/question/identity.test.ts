// The two hashes of a question: of all that is shown, and of what is right.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/question/canonical-json.js';
import { contentHash, keyHash } from '../../src/question/identity.js';
import { parseQuestion } from '../../src/question/parse-question.js';
import type { Question, SingleChoice } from '../../src/question/question.js';
import {
  EVERY_QUESTION,
  matching,
  multipleChoice,
  numeric,
  open,
  ordering,
  shortAnswer,
  singleChoice,
  trueFalse,
} from '../support/questions.js';

const reworded = (
  question: SingleChoice,
  index: number,
  change: Partial<SingleChoice['choices'][number]>,
): SingleChoice => ({
  ...question,
  choices: question.choices.map((choice, at) => (at === index ? { ...choice, ...change } : choice)),
});

describe('contentHash', () => {
  it('changes with every text a person reads, and with nothing less', () => {
    const question = singleChoice(3, {
      hint: 'A hint',
      followUp: 'And then?',
      interviewer: 'Asked to see care.',
    });
    const variants: Question[] = [
      question,
      { ...question, stem: 'Another stem' },
      { ...question, hint: 'Another hint' },
      { ...question, explanation: 'Another explanation' },
      { ...question, followUp: 'Another follow-up' },
      { ...question, interviewer: 'Another reason' },
      { ...question, seconds: 61 },
      { ...question, level: 'advanced' },
      { ...question, sources: [{ title: 'Another source', url: 'https://example.org/' }] },
      { ...question, reviewed: '2026-11-21' },
      reworded(question, 1, { text: 'Another text' }),
      reworded(question, 1, { why: 'Another why' }),
    ];
    expect(new Set(variants.map(contentHash)).size).toBe(variants.length);
    expect(contentHash(structuredClone(question))).toBe(contentHash(question));
  });

  it.each(EVERY_QUESTION.map((question) => [question.type, question] as const))(
    '%s: both hashes are sixteen hex digits and survive JSON',
    (_, question) => {
      const stored = JSON.parse(JSON.stringify(question)) as Question;
      for (const hash of [contentHash, keyHash]) {
        expect(hash(question)).toMatch(/^[0-9a-f]{16}$/);
        expect(hash(stored)).toBe(hash(question));
      }
    },
  );
});

describe('keyHash', () => {
  type Row = [what: string, before: Question, after: Question];
  const choice = singleChoice(3);
  const several = multipleChoice(2, 2);

  it.each<Row>([
    ['a typo in the stem', choice, { ...choice, stem: 'What should the client do ?' }],
    ['a typo in a choice', choice, reworded(choice, 0, { text: 'Option  right' })],
    ['a better why', choice, reworded(choice, 2, { why: 'Clearer now.' })],
    ['another level', choice, { ...choice, level: 'advanced' }],
    ['choices in another order', several, { ...several, choices: [...several.choices].reverse() }],
    ['the tolerance written out', numeric(5, 0), { ...numeric(5, 0), tolerance: undefined }],
    ['the unit', numeric(5, 0), numeric(5, 0, { unit: 'hours' })],
    [
      'accepted wordings in another order, or spelt the same',
      shortAnswer(['etag', 'e-tag']),
      shortAnswer(['`E-Tag`', 'etag']),
    ],
    [
      'an item of an ordering reworded',
      ordering(4),
      ordering(4, { items: ordering(4).items.map((item) => ({ ...item, text: 'x' })) }),
    ],
    [
      'pairs in another order',
      matching(3, 1),
      matching(3, 1, { pairs: [...matching(3, 1).pairs].reverse() }),
    ],
    [
      'another wording that the rubric accepts',
      open(),
      open({ rubric: open().rubric.map((point) => ({ ...point, accept: ['x'] })) }),
    ],
  ])('stays: %s', (_, before, after) => {
    expect(keyHash(after)).toBe(keyHash(before));
  });

  it.each<Row>([
    [
      'another choice is right',
      choice,
      reworded(reworded(choice, 0, { correct: false }), 1, { correct: true }),
    ],
    ['a choice is added', choice, singleChoice(4)],
    ['one more choice is right', several, multipleChoice(3, 1)],
    ['true becomes false', trueFalse(true), trueFalse(false)],
    ['another figure', numeric(5, 0), numeric(6, 0)],
    ['another tolerance', numeric(5, 0), numeric(5, 1)],
    ['one more accepted wording', shortAnswer(['etag']), shortAnswer(['etag', 'entity tag'])],
    [
      'a partial credit',
      shortAnswer(['etag'], [{ text: 'tag', credit: 0.3 }]),
      shortAnswer(['etag'], [{ text: 'tag', credit: 0.5 }]),
    ],
    ['another order', ordering(4), ordering(4, { items: [...ordering(4).items].reverse() })],
    ['one more pair', matching(3, 1), matching(4, 1)],
    ['one more distractor', matching(3, 1), matching(3, 2)],
    ['another weight', open(), open({ rubric: open().rubric.map((point) => ({ ...point, weight: 1 })) })],
    ['one red flag less', open(), open({ avoid: [] })],
    ['another type with the same key', { ...several, choices: choice.choices }, choice],
  ])('changes: %s', (_, before, after) => {
    expect(keyHash(after)).not.toBe(keyHash(before));
  });
});

it('the order of the fields in the YAML changes neither hash', () => {
  const fields = [
    'id: two-fields',
    'topic: http-semantics',
    'concepts: [methods]',
    'type: single-choice',
    'level: foundation',
    'choices:\n  - id: get\n    text: GET\n    correct: true\n    why: Safe.\n  - why: Not safe.\n    text: POST\n    id: post',
    'sources: [{ title: RFC 9110, url: https://www.rfc-editor.org/rfc/rfc9110 }]',
    'reviewed: 2026-11-20',
  ];
  const parsed = (lines: string[]) => {
    const { question } = parseQuestion(
      `---\n${lines.join('\n')}\n---\nWhich is safe?\n\n## Explanation\nGET.\n`,
      'x.md',
    );
    return question as Question;
  };
  const there = parsed(fields);
  const back = parsed([...fields].reverse());
  expect(contentHash(back)).toBe(contentHash(there));
  expect(keyHash(back)).toBe(keyHash(there));
});

it('canonical JSON is that of the value with its keys sorted as text, and without fields of nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toStrictEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(canonicalJson({ b: undefined, a: [undefined], 10: 1, 9: '\ud800', '"': -0 })).toBe(
    '{"\\"":0,"10":1,"9":"\\ud800","a":[null]}',
  );
});

it('canonical JSON sorts the keys of every depth and leaves lists alone', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }, 3], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1},3]}');
});
