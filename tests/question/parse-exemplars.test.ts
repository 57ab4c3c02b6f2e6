// Exemplar answers read from their file: what is right comes back, what is wrong is told with its place.

import { expect, it } from 'vitest';
import { parseExemplars } from '../../src/question/parse-exemplars.js';
import { open, trueFalse } from '../support/questions.js';

const GOOD = `item: sample
answers:
  - voice: senior-backend
    kind: strong
    sentences:
      - text: "First: the same key."
        points: [main]
        half: [second]
      - text: It must not try for ever.
        flags: [slip]
`;

it('a good file gives its answers', () => {
  expect(parseExemplars(GOOD, 'sample.answers.yaml', open())).toEqual({
    problems: [],
    exemplars: [
      {
        voice: 'senior-backend',
        kind: 'strong',
        sentences: [
          { text: 'First: the same key.', points: ['main'], half: ['second'] },
          { text: 'It must not try for ever.', flags: ['slip'] },
        ],
      },
    ],
  });
});

it.each([
  ['another item', GOOD.replace('item: sample', 'item: other'), ['1:7 answers-item-differs']],
  ['a point that is none', GOOD.replace('[main]', '[main, mian]'), ['7:24 answers-id-unknown']],
  ['a flag among the points', GOOD.replace('[second]', '[slip]'), ['8:16 answers-id-unknown']],
  ['a name every object has', GOOD.replace('[main]', '[constructor]'), ['7:18 answers-id-unknown']],
  ['an unknown field', GOOD.replace('kind: strong', 'kind: strong\n    mood: good'), ['5:5 field-unknown']],
  ['an unknown kind', GOOD.replace('kind: strong', 'kind: best'), ['4:11 field-not-allowed']],
  [
    'no sentence',
    'item: sample\nanswers:\n  - voice: a\n    kind: plain\n    sentences: []\n',
    ['5:16 field-too-small'],
  ],
  ['no list', 'item: sample\nanswers: none\n', ['2:10 field-wrong-shape']],
  ['nothing', '', ['1:1 field-missing']],
  ['no YAML', 'item: [', ['2:1 yaml-syntax']],
  ['an alias', 'item: &a sample\nanswers: *a\n', ['1:7 yaml-alias']],
])('%s is told with its place', (_, source, expected) => {
  const { problems } = parseExemplars(source, 'sample.answers.yaml', open());
  expect(problems.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual(expected);
});

it('a file that is too large is not read', () => {
  const { problems } = parseExemplars(`#${'x'.repeat(65 * 1024)}`, 'sample.answers.yaml', open());
  expect(problems).toMatchObject([{ code: 'file-too-large' }]);
});

it('answers to a closed question are told', () => {
  const { problems } = parseExemplars(GOOD, 'sample.answers.yaml', trueFalse());
  expect(problems).toMatchObject([{ code: 'answers-not-open' }]);
});
