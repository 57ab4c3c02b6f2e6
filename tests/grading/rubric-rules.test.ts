// Every lint rule on rubrics: silent on a good question with its answers, and found where one thing is wrong.

import { expect, it } from 'vitest';
import { lintRubric, RUBRIC_RULES } from '../../src/grading/rubric-rules.js';
import type { Exemplar } from '../../src/question/exemplar.js';
import { problemMessage } from '../../src/question/problem-line.js';
import type { Open } from '../../src/question/question.js';
import { open } from '../support/questions.js';

const GOOD: Open = open({
  stem: 'How does an idempotency key make retries of a payment safe?',
  modelAnswer:
    'After a timeout the client cannot know whether the payment was carried out, for the outcome is unknown. So it sends the retry with the same key as before, and the server recognises the repeated request by that key and replays the stored result.',
  rubric: [
    {
      id: 'unknown',
      text: 'Says that after a timeout the outcome is unknown.',
      weight: 2,
      probe: 'What does the client know after a timeout?',
      accept: [
        'outcome unknown after a timeout',
        'cannot know whether it was carried out',
        'might have gone through already',
        'no idea if the charge happened',
      ],
    },
    {
      id: 'same-key',
      text: 'Says that the retry carries the same key.',
      weight: 1,
      accept: [
        'retry with the same key',
        'send the identical key again',
        'reuse the first reference',
        'server recognises the repeated request',
      ],
    },
  ],
  avoid: [
    {
      id: 'new-key',
      text: 'Makes a new key for each attempt.',
      weight: 1,
      reject: ['fresh key for every attempt', 'generate another reference each time'],
    },
  ],
});

const answer = (kind: Exemplar['kind'], points: string[], flags: string[] = []): Exemplar => ({
  voice: 'somebody',
  kind,
  sentences: [{ text: 'This is said in words that nobody else would take.', points, flags }],
});

const ANSWERS = [
  answer('strong', ['unknown', 'same-key']),
  answer('strong', ['unknown', 'same-key']),
  answer('plain', ['unknown']),
  answer('wrong', [], ['new-key']),
];

const [unknown, sameKey] = GOOD.rubric as [Open['rubric'][number], Open['rubric'][number]];
const [newKey] = GOOD.avoid as [NonNullable<Open['avoid']>[number]];

const WRONG: Record<string, [Partial<Open>, readonly Exemplar[], string]> = {
  'wording-common': [
    { rubric: [unknown, { ...sameKey, accept: [...sameKey.accept, 'for the request'] }] },
    ANSWERS,
    'rubric.1.accept.4',
  ],
  'wordings-few': [
    {
      rubric: [
        unknown,
        {
          ...sameKey,
          accept: [
            'retry with the same key',
            'the same key when retrying',
            'reuse the first reference',
            'server recognises the repeated request',
          ],
        },
      ],
    },
    ANSWERS,
    'rubric.1.accept',
  ],
  'rejects-few': [
    { avoid: [{ ...newKey, reject: ['fresh key for every attempt'] }] },
    ANSWERS,
    'avoid.0.reject',
  ],
  'probe-missing': [
    { rubric: [{ id: unknown.id, text: unknown.text, weight: 2, accept: unknown.accept }, sameKey] },
    ANSWERS,
    'rubric.0.id',
  ],
  'model-answer-short': [
    {
      modelAnswer:
        'Payments are dear to people, and somebody at the bank will look into what happened to them.',
    },
    ANSWERS,
    'rubric',
  ],
  'model-answer-flagged': [
    {
      modelAnswer: `${GOOD.modelAnswer} Generate another reference each time, always a fresh key for every attempt. Every attempt gets a fresh key.`,
    },
    ANSWERS,
    'avoid.0.reject',
  ],
  'answers-few': [{}, ANSWERS.slice(1).concat(answer('plain', ['same-key'])), 'id'],
  'point-unearned': [
    {},
    ANSWERS.map((one, at) => (at === 0 ? answer('strong', ['unknown']) : one)),
    'rubric.1.id',
  ],
  'flag-unshown': [
    {},
    ANSWERS.map((one) => (one.kind === 'wrong' ? answer('wrong', []) : one)),
    'avoid.0.id',
  ],
};

it('a good question is passed over in silence', () => {
  expect(lintRubric(GOOD, ANSWERS)).toEqual([]);
});

it.each(Object.entries(WRONG))('%s is found, and nothing else', (code, [change, answers, path]) => {
  const findings = lintRubric({ ...GOOD, ...change }, answers);
  expect(findings.map((found) => `${found.code} ${found.path.join('.')}`)).toEqual([`${code} ${path}`]);
  for (const found of findings) {
    const message = problemMessage({ ...found, file: 'x.md', line: 1, column: 1 });
    expect(message).not.toMatch(/[{}]/);
  }
});

it('every rule is shown', () => {
  expect(Object.keys(WRONG)).toEqual(RUBRIC_RULES.map(({ code }) => code));
});
