// docs/question-format.md tells the truth: its examples work, its tables are complete.

import { describe, expect, it } from 'vitest';
import { type PackFile, parsePackFile } from '../../src/bank/pack-file.js';
import { parseExemplars } from '../../src/question/parse-exemplars.js';
import { parseQuestion } from '../../src/question/parse-question.js';
import { PROBLEM_MESSAGES } from '../../src/question/problem-messages.js';
import type { Question } from '../../src/question/question.js';
import { SECTION_FIELDS } from '../../src/question/sections.js';
import { gradeOf, rightResponseOf } from '../../src/question/type-rules.js';
import { QUESTION_TYPES } from '../../src/question/vocabulary.js';
import { fencedBlocks, readPage, tableBelow } from './doc-examples.js';

const page = readPage('question-format.md');
const examples = fencedBlocks(page, 'markdown').map(
  (text) => [/^type: (.+)$/m.exec(text)?.[1] as string, text] as const,
);
const { pack } = parsePackFile(readPage('../questions/pack.yaml'), 'pack.yaml') as { pack: PackFile };
const topics = pack.topics.map(({ slug }) => slug);
const concepts = pack.topics.flatMap((topic) => topic.concepts.map(({ slug }) => slug));
const firstCells = (heading: string) =>
  tableBelow(page, heading).map(([cell]) => (cell as string).replace(/[`#]/g, '').trim());

it('shows one example per type, in the order of the format', () => {
  expect(examples.map(([type]) => type)).toEqual([...QUESTION_TYPES]);
});

describe.each(examples)('the example of %s', (type, text) => {
  const id = /^id: (.+)$/m.exec(text)?.[1] as string;
  const { question, problems } = parseQuestion(text, 'docs/question-format.md', id);

  it('has no problem', () => {
    expect(problems).toEqual([]);
    expect(question?.type).toBe(type);
  });

  it('belongs to topics and concepts of the built-in pack', () => {
    expect(topics).toContain(question?.topic);
    expect(concepts).toEqual(expect.arrayContaining(question?.concepts ?? []));
  });

  it('is answered right by its own right response', () => {
    expect(gradeOf(question as Question, rightResponseOf(question as Question)).credit).toBe(1);
  });
});

it('explains every problem code, in the order of the messages', () => {
  expect(firstCells('## Every problem and its remedy')).toEqual(Object.keys(PROBLEM_MESSAGES));
  for (const [, wrong, remedy] of tableBelow(page, '## Every problem and its remedy')) {
    expect(wrong).not.toBe('');
    expect(remedy).not.toBe('');
  }
});

it('shows answers that fit its open question', () => {
  const { question } = parseQuestion(examples.at(-1)?.[1] as string, 'docs/question-format.md');
  const parsed = parseExemplars(fencedBlocks(page, 'yaml')[0] as string, 'x.yaml', question as Question);
  expect(parsed.problems).toEqual([]);
  expect(parsed).toMatchObject({ exemplars: [{ kind: 'strong' }, { kind: 'wrong' }] });
});

it('names every section', () => {
  expect(firstCells('### Sections of the text').sort()).toEqual(Object.keys(SECTION_FIELDS).sort());
});

it('shows a pack.yaml that is one', () => {
  const [, yaml] = fencedBlocks(page, 'yaml');
  const parsed = parsePackFile(yaml as string, 'pack.yaml');
  expect(parsed).toMatchObject({
    pack: {
      id: 'my-team',
      topics: [{ slug: 'reliability-patterns', concepts: [{ level: 'intermediate' }] }],
    },
  });
});
