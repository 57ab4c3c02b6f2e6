// lab: a task against a real API on this machine; its steps are done when the journal of what was sent shows it.

import { isRecord } from '../../text/is-record.js';
import { counted } from '../../text/number.js';
import { AND } from '../answer-words.js';
import { KNOWN_VALUES } from '../lab/fresh-values.js';
import { rightRun } from '../lab/right-run.js';
import { watchOf } from '../lab/steps.js';
import type { Lab } from '../question.js';
import type { FieldIssue, QuestionTypeRules } from '../question-type.js';
import { jsonIn } from '../request/same-meaning.js';

type Behaviour = NonNullable<Lab['behaviours']>[number];

export const lab: QuestionTypeRules<'lab'> = {
  lists: [['steps']],
  needs: 'resources',
  sections: [],
  overridable: false,
  check(question) {
    // Where other fields are wrong, these are not decoded either.
    if (typeof question.id !== 'string') return [];
    return [...checkJson(question), ...checkNames(question), ...checkSteps(question)];
  },
  // Weights of the steps done / weights of all steps.
  grade(question, response) {
    const watch = watchOf(question, response);
    const total = question.steps.reduce((sum, { weight = 1 }) => sum + weight, 0);
    const done = question.steps.reduce((sum, { id, weight = 1 }) => sum + (watch.isDone(id) ? weight : 0), 0);
    return { credit: done / total };
  },
  rightResponse: rightRun,
  key: ({ resources, behaviours = [], steps }) => [
    resources,
    behaviours,
    steps.map(({ text: _, why: __, ...step }) => step),
  ],
  guess: () => 0,
  seconds: { foundation: 600, intermediate: 900, advanced: 1200 },
  words: {
    given(question, response) {
      const watch = watchOf(question, response);
      const done = question.steps.filter(({ id }) => watch.isDone(id)).length;
      return `${done} of ${question.steps.length} steps in ${counted(response.sent, 'request')}`;
    },
    right: ({ steps }) => steps.map(({ text }) => text).join(AND),
    why(question, response) {
      const watch = response === null ? null : watchOf(question, response);
      return question.steps.find(({ id }) => watch?.isDone(id) !== true)?.why;
    },
  },
  template: `resources:
  - name: orders
    items: '[{"id": "1", "status": "paid"}]'
behaviours:
  - kind: bearer
steps:
  - id: read-orders
    text: Read the list of orders.
    calls:
      - request: GET /orders
        status: ['200']
  - id: status
    text: What is the status of order 1?
    value: [paid]
    needs: [read-orders]
`,
};

function checkJson({ resources, behaviours = [] }: Lab): FieldIssue[] {
  const wrong = (path: FieldIssue['path'], expected: string): FieldIssue => ({
    code: 'json-malformed',
    path,
    args: { expected },
  });
  const hasId = (value: unknown) => isRecord(value) && ['string', 'number'].includes(typeof value.id);
  const inResources = resources.flatMap(({ items, many }, index): FieldIssue[] => {
    const list = items === undefined ? [] : jsonIn(items)?.value;
    const one = many === undefined ? { id: '' } : jsonIn(many.item.replaceAll('{{n}}', '1'))?.value;
    return [
      ...(Array.isArray(list) && list.every(hasId)
        ? []
        : [wrong(['resources', index, 'items'], 'a list of objects, each with an "id"')]),
      ...(hasId(one) ? [] : [wrong(['resources', index, 'many', 'item'], 'an object with an "id"')]),
    ];
  });
  const inBehaviours = behaviours.flatMap((behaviour, index): FieldIssue[] => {
    const texts = jsonOf(behaviour).map(({ text, path }) => ({ text, path: ['behaviours', index, ...path] }));
    return texts.flatMap(({ text, path }) =>
      isRecord(jsonIn(text)?.value) ? [] : [wrong(path, 'an object')],
    );
  });
  return [...inResources, ...inBehaviours];
}

/** The JSON texts of a behaviour, with their places in it. */
function jsonOf(behaviour: Behaviour): { text: string; path: (string | number)[] }[] {
  const one = (field: string, text: string | undefined) =>
    text === undefined ? [] : [{ text, path: [field] }];
  switch (behaviour.kind) {
    case 'job':
      return one('result', behaviour.result);
    case 'etag':
      return one('rival', behaviour.rival);
    case 'offset-paging':
      return one('adds', behaviour.adds);
    case 'webhook':
    case 'events':
      return behaviour.events.map((text, place) => ({ text, path: ['events', place] }));
    default:
      return [];
  }
}

/** Behaviours name resources that exist; values between braces are known ones. */
function checkNames({ resources, behaviours = [], fresh = [], steps, stem }: Lab): FieldIssue[] {
  const names = new Set(resources.map(({ name }) => name));
  const unknown = behaviours.flatMap((behaviour, index): FieldIssue[] =>
    ('on' in behaviour ? (behaviour.on ?? []) : [])
      .filter((name) => !names.has(name))
      .map(
        (name): FieldIssue => ({
          code: 'resource-unknown',
          path: ['behaviours', index, 'on'],
          args: { name },
        }),
      ),
  );
  const values = new Set<string>([...KNOWN_VALUES, ...fresh, 'base', 'n']);
  const unnamed = (text: string) =>
    [...text.matchAll(/\{\{([a-z0-9-]+)\}\}/g)]
      .map(([, name = '']) => name)
      .filter((name) => !values.has(name));
  const inSteps = steps.flatMap((step, index) =>
    unnamed(JSON.stringify(step)).map(
      (name): FieldIssue => ({
        code: 'value-unknown',
        path: ['steps', index],
        args: { name },
      }),
    ),
  );
  const elsewhere: FieldIssue[] = [
    ...unnamed(JSON.stringify(resources)).map(
      (name): FieldIssue => ({
        code: 'value-unknown',
        path: ['resources'],
        args: { name },
      }),
    ),
    ...unnamed(stem ?? '').map(
      (name): FieldIssue => ({ code: 'value-unknown', path: ['fresh'], args: { name } }),
    ),
  ];
  return [...unknown, ...inSteps, ...elsewhere];
}

/** A step is done by calls or by a value; what it needs stands before it. */
function checkSteps({ steps }: Lab): FieldIssue[] {
  return steps.flatMap((step, index): FieldIssue[] => {
    const before = new Set(steps.slice(0, index).map(({ id }) => id));
    return [
      ...emptyStep(step, index),
      ...(step.needs ?? [])
        .filter((id) => !before.has(id))
        .map((id): FieldIssue => ({ code: 'step-unknown', path: ['steps', index, 'needs'], args: { id } })),
    ];
  });
}

function emptyStep({ calls, value }: Lab['steps'][number], index: number): FieldIssue[] {
  return calls === undefined && value === undefined ? [{ code: 'step-empty', path: ['steps', index] }] : [];
}
