// request: a request is to be written, as a curl command or an HTTP message; nothing of it is run.

import type { Request } from '../question.js';
import type { FieldIssue, QuestionTypeRules } from '../question-type.js';
import { compareRequest } from '../request/compare-request.js';
import { headerValues } from '../request/http-request.js';
import { readRequest } from '../request/read-request.js';
import { requestProblemMessage } from '../request/request-problems.js';
import { type RequestTest, SUBJECTS, subjectOf } from '../request/request-test.js';
import { jsonIn } from '../request/same-meaning.js';

export const request: QuestionTypeRules<'request'> = {
  lists: [['parts'], ['forbidden']],
  needs: 'parts',
  sections: [],
  overridable: true,
  check(question) {
    // Where other fields are wrong, these are not decoded either.
    if (typeof question.answer !== 'string') return [];
    const { parts, forbidden = [], free = [] } = question;
    const issues: FieldIssue[] = [
      ...parts.flatMap((part, index): FieldIssue[] =>
        part.any === undefined
          ? checkTest(part, ['parts', index])
          : [
              ...(subjectOf(part) === undefined
                ? []
                : [{ code: 'test-subject' as const, path: ['parts', index] }]),
              ...part.any.flatMap((test, place) => checkTest(test, ['parts', index, 'any', place])),
            ],
      ),
      ...forbidden.flatMap((test, index) => checkTest(test, ['forbidden', index])),
      ...free.flatMap((test, index) => checkTest(test, ['free', index])),
      ...needed(parts),
    ];
    return issues.length > 0 ? issues : checkAnswers(question);
  },
  // What cannot be read is told, and may be written again.
  refuse(_question, response) {
    const { problem } = readRequest(response);
    return problem === undefined ? null : requestProblemMessage(problem);
  },
  grade(question, response) {
    const compared = compareRequest(question, response);
    return 'problem' in compared
      ? { credit: 0, unreadable: requestProblemMessage(compared.problem) }
      : { credit: compared.credit };
  },
  rightResponse: ({ answer }) => answer,
  key: ({ answer, also = [], parts, forbidden = [], free = [] }) => [
    // The right answers decide what counts as surplus.
    answer,
    also,
    parts.map(({ why: _, ...part }) => part),
    forbidden.map(({ why: _, ...part }) => part),
    free,
  ],
  guess: () => 0,
  seconds: { foundation: 120, intermediate: 180, advanced: 240 },
  words: {
    given: (_, typed) => typed,
    right: ({ answer }) => answer,
    why: (question, typed) => {
      const compared = typed === null ? null : compareRequest(question, typed);
      if (compared === null || 'problem' in compared) return undefined;
      return (compared.raised[0] ?? compared.parts.find(({ right }) => !right))?.why;
    },
  },
  template: `answer: |
  curl https://api.example.com/orders --json '{"sku": "A1"}' -H 'Authorization: Bearer t0k3n'
parts:
  - id: method
    method: POST
    why: What makes it this method.
  - id: target
    target: https://api.example.com/orders
    why: What makes it this address.
  - id: token
    header: Authorization
    is: [Bearer t0k3n]
    weight: 2
    why: What the header is for.
  - id: type
    header: Content-Type
    is: [application/json]
    why: What it tells the server.
  - id: body
    body: '{"sku": "A1"}'
    why: What the body says.
forbidden:
  - id: token-in-query
    query: access_token
    why: What goes wrong with it.
`,
};

/** A test has one subject; values stand with subjects that have some. */
function checkTest(test: RequestTest, path: FieldIssue['path']): FieldIssue[] {
  const subjects = SUBJECTS.filter((subject) => test[subject] !== undefined);
  if (subjects.length !== 1) return [{ code: 'test-subject', path }];
  const valued = test.is !== undefined || test.begins !== undefined;
  const bare = ['method', 'target', 'body'].includes(subjects[0] ?? '');
  if (bare && valued) return [{ code: 'test-values', path, args: { subject: subjects[0] ?? '' } }];
  return test.is !== undefined && test.begins !== undefined
    ? [{ code: 'test-values', path, args: { subject: subjects[0] ?? '' } }]
    : [];
}

/** Method and target decide what a request does at all: each has its part. */
function needed(parts: Request['parts']): FieldIssue[] {
  return (['method', 'target'] as const).flatMap((subject) =>
    parts.some((part) => (part.any ?? [part]).some((test) => test[subject] !== undefined))
      ? []
      : [{ code: 'request-part-missing', path: ['parts'], args: { subject } }],
  );
}

/** Every right answer can be read and earns full credit; a JSON body is announced. */
function checkAnswers(question: Request): FieldIssue[] {
  const answers: { text: string; path: FieldIssue['path'] }[] = [
    { text: question.answer, path: ['answer'] },
    ...(question.also ?? []).map((text, index) => ({ text, path: ['also', index] })),
  ];
  return answers.flatMap(({ text, path }): FieldIssue[] => {
    const { request: read, problem } = readRequest(text);
    if (problem !== undefined)
      return [{ code: 'answer-unreadable', path, args: { reason: requestProblemMessage(problem) } }];
    const compared = compareRequest(question, text);
    if ('problem' in compared) return [];
    const { parts, raised, surplus } = compared;
    const missed = parts.find(({ right }) => !right)?.id ?? raised[0]?.id ?? surplus[0];
    if (missed !== undefined) return [{ code: 'answer-not-right', path, args: { part: missed } }];
    const [type = ''] = headerValues(read, 'content-type');
    const json = read.body === null ? undefined : jsonIn(read.body);
    const isJson = typeof json?.value === 'object' && json.value !== null;
    return isJson && !/json/i.test(type) ? [{ code: 'answer-json-unannounced', path }] : [];
  });
}
