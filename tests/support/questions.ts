// Questions to test with, one factory per type: ordinary in everything but what a test says. Ids tell what is right.

import type {
  Cloze,
  Lab,
  Matching,
  MultipleChoice,
  Numeric,
  Open,
  Ordering,
  Question,
  QuestionOf,
  Request,
  ShortAnswer,
  SingleChoice,
  Spot,
  TrueFalse,
} from '../../src/question/question.js';
import type { QuestionType } from '../../src/question/vocabulary.js';

const common = {
  id: 'sample',
  topic: 'reliability-patterns',
  concepts: ['idempotency-keys'],
  level: 'intermediate' as const,
  roles: [],
  tags: [],
  seconds: 60,
  sources: [{ title: 'A specification, section 2', url: 'https://example.org/spec#2' }],
  reviewed: '2026-11-20',
  stem: 'What should the client do?',
  explanation: 'Because the specification says so.',
};

const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);

const wrongChoice = (id: string) => ({ id, text: `Option ${id}`, why: `Why ${id} is wrong.` });
const rightChoice = (id: string) => ({ id, text: `Option ${id}`, correct: true, why: `Why ${id} is right.` });

/** Choices `right`, `wrong-1`, `wrong-2` … */
export function singleChoice(options = 4, change: Partial<SingleChoice> = {}): SingleChoice {
  const choices = [rightChoice('right'), ...numbered('wrong', options - 1).map(wrongChoice)];
  return { ...common, type: 'single-choice', choices, ...change };
}

/** Choices `right-1` …, then `wrong-1` … */
export function multipleChoice(right = 2, wrong = 2, change: Partial<MultipleChoice> = {}): MultipleChoice {
  const choices = [
    ...numbered('right', right).map(rightChoice),
    ...numbered('wrong', wrong).map(wrongChoice),
  ];
  return { ...common, type: 'multiple-choice', choices, ...change };
}

export function trueFalse(answer = true, change: Partial<TrueFalse> = {}): TrueFalse {
  return { ...common, type: 'true-false', answer, ...change };
}

export function shortAnswer(
  answers: string[] = ['idempotent'],
  partial: NonNullable<ShortAnswer['partial']> = [],
  change: Partial<ShortAnswer> = {},
): ShortAnswer {
  return { ...common, type: 'short-answer', answers, partial, ...change };
}

export function numeric(answer = 8.76, tolerance = 0.01, change: Partial<Numeric> = {}): Numeric {
  return { ...common, type: 'numeric', answer, tolerance, ...change };
}

/** Items `1`, `2`, `3` … in the right order. */
export function ordering(count = 4, change: Partial<Ordering> = {}): Ordering {
  const items = Array.from({ length: count }, (_, index) => ({
    id: `${index + 1}`,
    text: `Step ${index + 1}`,
  }));
  return { ...common, type: 'ordering', items, ...change };
}

/** Pairs `pair-1` …, and right-hand distractors `extra-1` … */
export function matching(pairs = 3, distractors = 1, change: Partial<Matching> = {}): Matching {
  return {
    ...common,
    type: 'matching',
    pairs: numbered('pair', pairs).map((id) => ({ id, left: `Left ${id}`, right: `Right ${id}` })),
    distractors: numbered('extra', distractors).map((id) => ({ id, text: `Right ${id}` })),
    ...change,
  };
}

/** POST /orders with a token in a header (weight 2), a JSON body (2), and no token in the query. */
export function request(change: Partial<Request> = {}): Request {
  return {
    ...common,
    type: 'request',
    answer: `curl https://api.example.com/orders -H 'Authorization: Bearer t0k3n' --json '{"sku":"A1","quantity":2}'`,
    parts: [
      { id: 'method', method: 'POST', why: 'An order is made.' },
      { id: 'target', target: 'https://api.example.com/orders', why: 'Orders live there.' },
      { id: 'token', header: 'Authorization', is: ['Bearer t0k3n'], weight: 2, why: 'It says who asks.' },
      { id: 'type', header: 'Content-Type', is: ['application/json'], why: 'It says what the body is.' },
      { id: 'body', body: '{"sku":"A1","quantity":2}', weight: 2, why: 'It is the order.' },
    ],
    forbidden: [{ id: 'token-in-query', query: 'access_token', weight: 2, why: 'Addresses are logged.' }],
    ...change,
  };
}

/** `lines` lines, of which the first `flaws` are flawed. */
export function spot(flaws = 2, lines = 6, change: Partial<Spot> = {}): Spot {
  return {
    ...common,
    type: 'spot',
    snippet: numbered('line', lines).join('\n'),
    flaws: numbered('flaw', flaws).map((id, index) => ({ id, lines: `${index + 1}`, why: `Why ${id}.` })),
    ...change,
  };
}

/** Blanks `status` (429) and `wait` (30 seconds). */
export function cloze(change: Partial<Cloze> = {}): Cloze {
  return {
    ...common,
    type: 'cloze',
    snippet: 'HTTP/1.1 {{status}}\nRetry-After: {{wait}}',
    blanks: [
      {
        id: 'status',
        answers: ['429', '429 Too Many Requests'],
        partial: [{ text: '503', credit: 0.5, why: 'That is an overload.' }],
        why: 'Too many requests.',
      },
      { id: 'wait', answer: 30, tolerance: 0, unit: 'seconds', why: 'Half a minute.' },
    ],
    ...change,
  };
}

/** Read the orders, then say the fresh code of order 2. */
export function lab(change: Partial<Lab> = {}): Lab {
  return {
    ...common,
    type: 'lab',
    fresh: ['code'],
    resources: [{ name: 'orders', items: '[{"id":"1","code":"x"},{"id":"2","code":"{{code}}"}]' }],
    behaviours: [{ kind: 'bearer' }],
    steps: [
      {
        id: 'list',
        text: 'Read the orders.',
        calls: [{ request: 'GET /orders', status: ['200'] }],
        why: 'A list is read with GET.',
      },
      { id: 'code', text: 'What is the code of order 2?', value: ['{{code}}'], needs: ['list'] },
    ],
    ...change,
  };
}

/** Points `main` (weight 2), `second` and `third` (1 each); red flags `slip` (weight 1) and `blunder` (weight 3). */
export function open(change: Partial<Open> = {}): Open {
  return {
    ...common,
    type: 'open',
    rubric: [
      { id: 'main', text: 'The main point', weight: 2, accept: ['same idempotency key'] },
      {
        id: 'second',
        text: 'A second point',
        weight: 1,
        accept: ['exponential backoff', 'retry with jitter'],
      },
      { id: 'third', text: 'A third point', weight: 1, accept: ['retry budget'] },
    ],
    avoid: [
      { id: 'slip', text: 'A slip', reject: ['retry forever'] },
      { id: 'blunder', text: 'A blunder', weight: 3, reject: ['new key for each retry'] },
    ],
    modelAnswer: 'Retry with the same idempotency key, with exponential backoff, within a retry budget.',
    ...change,
  };
}

/** One ordinary question of every type; a type that is missing here does not compile. */
export const ONE_OF_EACH: { [T in QuestionType]: QuestionOf<T> } = {
  'single-choice': singleChoice(),
  'multiple-choice': multipleChoice(),
  'true-false': trueFalse(),
  'short-answer': shortAnswer(
    ['idempotent', 'idempotence'],
    [{ text: 'repeatable', credit: 0.5, why: 'Close, but vague.' }],
  ),
  numeric: numeric(),
  ordering: ordering(),
  matching: matching(),
  request: request(),
  spot: spot(),
  cloze: cloze(),
  lab: lab(),
  open: open(),
};

export const EVERY_QUESTION: readonly Question[] = Object.values(ONE_OF_EACH);
