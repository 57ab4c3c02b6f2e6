// Marks of typed answers to one real question: what is said, unsure, not found; evidence; red flags; guards.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markOpenAnswer } from '../../src/grading/mark-open-answer.js';
import type { Exemplar } from '../../src/question/exemplar.js';
import type { Open } from '../../src/question/question.js';
import { open } from '../support/questions.js';
import { runs } from '../support/thorough.js';

const QUESTION: Open = open({
  stem: 'What is the difference between a 401 and a 403?',
  hint: 'Does the server know who is asking?',
  explanation: 'A 401 asks for credentials. A 403 refuses in spite of them.',
  modelAnswer:
    'A 401 tells the caller that valid credentials are missing, so logging in may help. A 403 tells that the server understood who is asking and refuses all the same, so logging in again changes nothing. A 401 also carries a WWW-Authenticate header.',
  rubric: [
    {
      id: 'missing',
      text: 'Says that a 401 means missing or invalid credentials.',
      weight: 2,
      accept: [
        '401 means credentials are missing',
        'token is absent or expired',
        'you are not logged in',
        'server does not know you',
      ],
    },
    {
      id: 'refused',
      text: 'Says that a 403 means that the caller is known and not allowed.',
      weight: 2,
      accept: [
        '403 means known but not allowed',
        'logged in but lacks permission',
        'understood and refused',
        'rights are missing',
      ],
    },
    {
      id: 'challenge',
      text: 'Names the WWW-Authenticate header that comes with a 401.',
      weight: 1,
      accept: [
        'WWW-Authenticate header',
        'challenge header tells the scheme',
        'response names how to authenticate',
        'authenticate header is sent',
      ],
    },
  ],
  avoid: [
    {
      id: 'swapped',
      text: 'Swaps the two codes.',
      weight: 2,
      reject: ['401 means not allowed although logged in', '403 means you have to log in'],
    },
  ],
});

const mark = (text: string, exemplars: readonly Exemplar[] = []) => markOpenAnswer(QUESTION, exemplars, text);
const states = (text: string) => Object.fromEntries(mark(text).points.map(({ id, state }) => [id, state]));
const said = (text: string) =>
  mark(text)
    .points.filter(({ state }) => state === 'said')
    .map(({ id }) => id);

const GOOD =
  'With a 401 the server does not know you, the token is absent or it has expired. With a 403 you are logged in, but you lack the permission. And there is a header, WWW-Authenticate, with the first.';

describe('points', () => {
  it('a good answer says them all', () => {
    expect(said(GOOD)).toEqual(['missing', 'refused', 'challenge']);
    expect(mark(GOOD)).toMatchObject({
      guard: null,
      suggestedCredit: 1,
      flags: [{ id: 'swapped', raised: false }],
    });
  });

  it('the model answer says them all', () => {
    expect(mark(QUESTION.modelAnswer).suggestedCredit).toBe(1);
  });

  it('half an answer says half', () => {
    const half =
      'So a 401 simply means that the token is absent or has expired, and then you go and log in again.';
    expect(states(half)).toMatchObject({ missing: expect.stringMatching(/said|unsure/), challenge: 'open' });
  });

  it('each with the sentence it stands in', () => {
    const { evidence } = mark(GOOD).points[1]!;
    expect(GOOD.slice(evidence?.start, evidence?.end)).toContain(
      'With a 403 you are logged in, but you lack the permission',
    );
  });

  it('slips of the keyboard do not matter', () => {
    expect(said(GOOD.replace('permission', 'permisison').replace('expired', 'expird'))).toEqual(said(GOOD));
  });

  it('nor does dictation without a mark', () => {
    expect(said(GOOD.replace(/[.,]/g, '').toLowerCase())).toEqual(said(GOOD));
  });

  it('what is denied is not said', () => {
    const denied = GOOD.split('. ')
      .map((sentence) => `It is not true that ${sentence}`)
      .join('. ');
    expect(mark(denied).clearCredit).toBeLessThan(0.6);
  });

  it('clauses of exemplars count as wordings', () => {
    const text = 'Four oh three is the bouncer who recognises your face and still shuts the door on it.';
    const exemplar: Exemplar = {
      voice: 'picture',
      kind: 'strong',
      sentences: [{ text: 'A bouncer recognises your face, and still shuts the door.', points: ['refused'] }],
    };
    const before = mark(text).points[1]!;
    const after = mark(text, [exemplar]).points[1]!;
    expect([before.state, after.state]).toEqual(['open', 'said']);
  });
});

describe('guards', () => {
  it.each([
    ['empty', 'No idea, sorry.'],
    ['copied', 'What is the difference between a 401 and a 403? Does the server know who is asking?'],
    ['recited', QUESTION.rubric.flatMap(({ accept }) => accept).join(', ')],
    [
      'list',
      '401 credentials missing token expired 403 permission refused rights WWW-Authenticate header challenge scheme',
    ],
  ] as const)('%s', (guard, text) => {
    const found = mark(text);
    expect(found.guard).toBe(guard);
    expect(found.clearCredit).toBe(0);
  });
});

it('words that every object has are words like others', () => {
  expect(() =>
    mark('The constructor of __proto__ has toString and hasOwnProperty, you know, and so on.'),
  ).not.toThrow();
});

it('any text gets marks that hold together, and the same ones twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const found = mark(text);
      expect(mark(text)).toEqual(found);
      expect(found.points.map(({ id }) => id)).toEqual(['missing', 'refused', 'challenge']);
      for (const { evidence } of [...found.points, ...found.flags]) {
        if (evidence) expect(text.slice(evidence.start, evidence.end)).not.toBe('');
      }
      expect(found.clearCredit).toBeLessThanOrEqual(found.suggestedCredit);
      expect(found.suggestedCredit).toBeLessThanOrEqual(found.mostCredit);
      expect(found.mostCredit).toBeLessThanOrEqual(1);
    }),
    runs(60),
  );
});
