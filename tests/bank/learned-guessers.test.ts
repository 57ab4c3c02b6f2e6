// The learned guessers of bench/bank on synthetic banks: a planted cue is found, and nothing is found where nothing is.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { earned } from '../../bench/bank/learned/credit.js';
import { suspectLines } from '../../bench/bank/learned/items.js';
import { scoreLogit, scorePerceptron, strongestCues } from '../../bench/bank/learned/learners.js';
import { puzzlesInJson, puzzlesInMarkdown, readQuizzes } from '../../bench/bank/learned/public-quizzes.js';
import { type Puzzle, puzzlesOf } from '../../bench/bank/learned/puzzle.js';
import { scoreTricks } from '../../bench/bank/learned/single-cues.js';
import { randomStream } from '../../src/learner/random.js';
import { matching, multipleChoice, singleChoice, trueFalse } from '../support/questions.js';

const WORDS = 'red blue green apple pear plum river hill lake stone cloud wind tree bird horse wolf'.split(
  ' ',
);

/** Items of random words, some with a comma; `write` may change the text of an option that is right or wrong. */
function bankOf(size: number, write: (text: string, right: boolean) => string, keys = 1): Puzzle[] {
  const next = randomStream(11);
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T;
  return Array.from({ length: size }, (_, index) => {
    const right = keys === 1 ? [true, false, false, false] : [true, true, false, false];
    const options = right.map((isRight) => {
      const words = Array.from({ length: 5 + Math.floor(next() * 4) }, () => pick(WORDS));
      return write(words.join(pick([' ', ' ', ', '])), isRight);
    });
    return { id: `${index}`, item: `${index}`, topic: 'trees', stem: pick(WORDS), options, right };
  });
}

const plain = (text: string) => text;
const planted = (text: string, right: boolean) => (right ? text : `${text} because it can`);

it('a planted cue is found, by both learners and by the trick that follows it', () => {
  const puzzles = bankOf(20, planted);
  expect(scoreLogit(puzzles, 'choose').credit).toBeGreaterThan(0.95);
  expect(scorePerceptron(puzzles).credit).toBeGreaterThan(0.95);
  expect(strongestCues(puzzles, 'choose', 5).map(({ name }) => name)).toContain('reason clause');
  expect(scoreTricks(puzzles)[0]).toMatchObject({ trick: 'avoid reason clause', credit: 1, within: false });
});

it('nothing is found where there is nothing', () => {
  const puzzles = bankOf(20, plain);
  for (const share of [scoreLogit(puzzles, 'choose'), scorePerceptron(puzzles)]) {
    expect(share.chance).toBeCloseTo(0.25, 9);
    expect(share.credit).toBeLessThan(share.bound);
  }
  expect(scoreTricks(puzzles).filter(({ within }) => !within)).toEqual([]);
});

it('for ticking likewise, in the ordinary credit', () => {
  const found = scoreLogit(bankOf(25, planted, 2), 'tick');
  const nothing = scoreLogit(bankOf(25, plain, 2), 'tick');
  expect(found.credit).toBeGreaterThan(0.95);
  expect(nothing.credit).toBeLessThan(nothing.bound);
});

it('the item that follows the cue is told first, with the cue', () => {
  const honest = bankOf(21, planted).map((puzzle, index) =>
    index === 20 ? { ...puzzle, id: 'honest', options: ['a', 'b', 'c', 'd'] } : puzzle,
  );
  const lines = suspectLines(honest);
  expect(lines[0]).toMatch(/^ *\d\d % {2}trees\/\d+ {2}.*reason clause \+/);
  expect(lines.at(-1)).toContain('trees/honest');
});

it('every guessable type becomes puzzles', () => {
  const questions = [singleChoice(3), multipleChoice(2, 1), trueFalse(false), matching(3, 1)];
  expect(puzzlesOf(questions, 'single-choice')[0]?.right).toEqual([true, false, false]);
  expect(puzzlesOf(questions, 'multiple-choice')[0]?.right).toEqual([true, true, false]);
  expect(puzzlesOf(questions, 'true-false')[0]).toMatchObject({ right: [false], stem: '' });
  const sides = puzzlesOf(questions, 'matching');
  expect(sides.map(({ item, id }) => [item, id])).toEqual(
    ['1', '2', '3'].map((pair) => ['sample', `sample/pair-${pair}`]),
  );
  expect(sides[1]?.right).toEqual([false, true, false, false]);
});

it('credit is shared among ties, and ticks are graded as any answer', () => {
  const puzzle = { id: 'a', item: 'a', topic: '', stem: '', options: ['a', 'b', 'c', 'd'] };
  const one = { ...puzzle, right: [true, false, false, false] };
  expect(earned(one, [1, 1, 0, 0], 'choose').credit).toBe(0.5);
  const two = { ...puzzle, right: [true, true, false, false] };
  expect(earned(two, [2, 1, -1, -1], 'tick').credit).toBe(1);
  expect(earned(two, [2, -1, -1, 1], 'tick').credit).toBe(0);
  // Nothing likely: the best is ticked all the same.
  expect(earned(two, [-1, -2, -3, -4], 'tick').credit).toBe(0.5);
});

it('quizzes of other people are read from Markdown and JSON', async () => {
  const markdown =
    '## Q1. Which?\n\n- [ ] one\n- [x] `two`\n\n[reference](x)\n\n## Q2. Picture?\n\n- [ ] ![a](b)\n- [x] c\n';
  expect(puzzlesInMarkdown(markdown, 'q.md')).toMatchObject([
    { stem: 'Q1. Which?', options: ['one', 'two'], right: [false, true] },
  ]);
  const marked = '## Which?\n\n- [ ] !important\n- [x] ! and ? at once\n';
  expect(puzzlesInMarkdown(marked, 'q.md')).toMatchObject([{ options: ['!important', '! and ? at once'] }]);
  const json = JSON.stringify({
    quiz: [
      { question: 'Which?', options: ['one', 'two'], answer: 'two' },
      { stem: 'Which?', choices: [{ text: 'one', correct: true }, { text: 'two' }] },
      { question: 'Which?', options: ['one', 'two', 'three'], correct: ['A', 2] },
    ],
  });
  expect(puzzlesInJson(json, 'q.json').map(({ right }) => right)).toEqual([
    [false, true],
    [true, false],
    [true, false, true],
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'quizzes-'));
  await writeFile(join(folder, 'q.md'), markdown);
  await writeFile(join(folder, 'q.json'), json);
  expect(await readQuizzes(folder)).toHaveLength(4);
  await rm(folder, { recursive: true });
});
