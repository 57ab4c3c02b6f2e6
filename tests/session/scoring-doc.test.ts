// docs/scoring.md tells the truth: every figure of its tables and every worked example is computed from the code.

import { describe, expect, it } from 'vitest';
import { MISS_BELOW, MODE_RULES } from '../../src/history/modes.js';
import { type ReviewGrade, reviewGradeOf } from '../../src/learner/schedule.js';
import type { Question } from '../../src/question/question.js';
import type { QuestionResponse } from '../../src/question/response.js';
import { gradeOf } from '../../src/question/type-rules.js';
import { LEVEL_WEIGHT, type Level } from '../../src/question/vocabulary.js';
import { HINTED_SHARE, pointsOf } from '../../src/session/credit.js';
import { CERTAINTY_MARKS, STATED_CHANCE, scoreSitting } from '../../src/session/score.js';
import { readPage, tableBelow } from '../question/doc-examples.js';
import { meanCreditOfGuesses } from '../question/random-answering.js';
import {
  cloze,
  lab,
  matching,
  multipleChoice,
  numeric,
  open,
  ordering,
  request,
  shortAnswer,
  singleChoice,
  spot,
  trueFalse,
} from '../support/questions.js';
import { playSitting } from './sitting-replay.js';

const page = readPage('scoring.md');
const prose = page.replace(/\s+/g, ' ');

/** `multiple-choice, 2 right of 5`, `matching of 4 with 2 distractors` … as a question. */
function questionOf(name: string): Question {
  const [first = 0, second = 0] = (name.match(/\d+/g) ?? []).map(Number);
  if (name.startsWith('multiple-choice')) return multipleChoice(first, second - first);
  if (name.startsWith('single-choice')) return singleChoice(first);
  if (name.startsWith('ordering')) return ordering(first);
  if (name.startsWith('spot')) return spot(first, second);
  if (name.startsWith('matching')) return matching(first, second);
  const plain: Record<string, Question> = {
    'true-false': trueFalse(),
    'short-answer': shortAnswer(),
    numeric: numeric(),
    request: request(),
    cloze: cloze(),
    lab: lab(),
    open: open(),
  };
  return plain[name] as Question;
}

/** Points of one answer at level foundation in an exam with negative marking, before the paper is floored at 0. */
function negativePoints(type: string, answer: string): number {
  const { state } = playSitting({
    title: '',
    mode: 'exam',
    paper: '10:00',
    negative: true,
    questions: `name | type | level | topic | limit\na | ${type} | foundation | t | 1:00`,
    steps: `at | step\n0:10 | answer a: ${answer}`,
    score: { points: 0, maxPoints: 1, right: 0, missed: [] },
  });
  return scoreSitting(state).items[0]?.points as number;
}

describe('what guessing earns', () => {
  it.each(tableBelow(page, '## What guessing earns'))('%s: %s', (name, figure, how) => {
    const expected = meanCreditOfGuesses(questionOf(name as string));
    expect(expected.toFixed(3)).toBe(figure);
    const [, top, bottom] = /^(\d+)\/(\d+)$/.exec(how as string) ?? [];
    if (top !== undefined) expect(expected).toBeCloseTo(Number(top) / Number(bottom), 12);
  });
});

describe('negative marking', () => {
  it.each(tableBelow(page, '## Exams'))(
    '%s: right %s, wrong %s, expected %s',
    (type, right, wrong, expected) => {
      const [good, bad] = type === 'true-false' ? ['true', 'false'] : ['right', 'wrong-1'];
      const options = Number(/\d+/.exec(type as string)?.[0] ?? 2);
      const points = [
        negativePoints(type as string, good as string),
        negativePoints(type as string, bad as string),
      ] as const;
      expect(points.map((figure) => figure.toFixed(3))).toEqual([right, wrong]);
      expect(((points[0] + (options - 1) * points[1]) / options).toFixed(3).replace('-', '')).toBe(expected);
    },
  );

  it('the worked example: a wrong single-choice of four at level advanced costs 1 point', () => {
    expect(prose).toContain(
      'A wrong single-choice of four at level advanced costs 3/3 = 1 point; a wrong true-false of level foundation costs 1.',
    );
    expect(negativePoints('single-choice of 4', 'wrong-1') * LEVEL_WEIGHT.advanced).toBeCloseTo(-1, 12);
    expect(negativePoints('true-false', 'false') * LEVEL_WEIGHT.foundation).toBe(-1);
  });
});

describe('confidence', () => {
  const rows = tableBelow(page, '## Confidence');
  const expectedMarks = (word: keyof typeof STATED_CHANCE, chance: number) =>
    chance * CERTAINTY_MARKS[word].right + (1 - chance) * CERTAINTY_MARKS[word].wrong;
  const words = Object.keys(STATED_CHANCE) as (keyof typeof STATED_CHANCE)[];

  it('the table', () => {
    expect(rows.map(([word, chance, right, wrong, , marks]) => [word, chance, right, wrong, marks])).toEqual(
      words.map((word) => [
        word,
        STATED_CHANCE[word].toFixed(2),
        `${CERTAINTY_MARKS[word].right} x credit`,
        String(CERTAINTY_MARKS[word].wrong),
        expectedMarks(word, STATED_CHANCE[word]).toFixed(2),
      ]),
    );
  });

  it('each word is the best one in the stretch that the table gives, and its stated chance lies in it', () => {
    const best = (chance: number) =>
      [...words].sort((a, b) => expectedMarks(b, chance) - expectedMarks(a, chance))[0];
    expect(rows.map((row) => row[4])).toEqual(['below 0.67', '0.67 to 0.80', 'above 0.80']);
    expect([0.2, 0.66].map(best)).toEqual(['guess', 'guess']);
    expect([0.67, 0.79].map(best)).toEqual(['likely', 'likely']);
    expect([0.81, 1].map(best)).toEqual(['sure', 'sure']);
    expect(words.map((word) => best(STATED_CHANCE[word]))).toEqual(words);
  });

  it('the Brier score of somebody who is right as often as stated', () => {
    const calibrated = words.map((word) => (STATED_CHANCE[word] * (1 - STATED_CHANCE[word])).toFixed(2));
    expect(prose).toContain(
      `${calibrated[0]} with guess, ${calibrated[1]} with likely, ${calibrated[2]} with sure`,
    );
  });

  it('the worked example', () => {
    const { state } = playSitting({
      title: '',
      mode: 'practice',
      confidence: true,
      questions:
        'name | type | level | topic | limit\na | true-false | foundation | t | 1:00\nb | true-false | foundation | t | 1:00',
      steps: 'at | step\n0:10 | answer a: true (sure)\n0:20 | answer b: false (likely)',
      score: { points: 1, maxPoints: 2, right: 1, missed: ['b'] },
    });
    expect(prose).toContain('marks 3 − 2 = 1; Brier ((0.9 − 1)² + (0.75 − 0)²) / 2 = 0.29.');
    expect(scoreSitting(state).certainty?.marks).toBe(1);
    expect(scoreSitting(state).certainty?.brier.toFixed(2)).toBe('0.29');
  });
});

describe('the worked examples by type', () => {
  const openQuestion = open({
    rubric: [2, 2, 1].map((weight, index) => ({
      id: `p${index + 1}`,
      text: 'A point',
      weight,
      accept: ['x'],
    })),
    avoid: [{ id: 'flag', text: 'A flag', weight: 2, reject: ['y'] }],
  });
  const header = shortAnswer(['If-Match'], [{ text: 'ETag', credit: 0.5 }]);

  it.each<[says: string, Question, QuestionResponse, credit: string]>([
    ['choosing the second earns 1, any other 0', singleChoice(4), 'wrong-1', '0.00'],
    ['2/2 − 1/3 = 0.67', multipleChoice(2, 3), ['right-1', 'right-2', 'wrong-1'], '0.67'],
    ['Typing `if-match.` earns 1', header, 'if-match.', '1.00'],
    ['`etag` 0.5', header, 'etag', '0.50'],
    ['`If-Macth` 0', header, 'If-Macth', '0.00'],
    ['`8.8 hours` earns 1', numeric(8.76, 0.05), '8.8 hours', '1.00'],
    ['`8,71` earns 1', numeric(8.76, 0.05), '8,71', '1.00'],
    ['`8.82` earns 0', numeric(8.76, 0.05), '8.82', '0.00'],
    ['one inversion, 1 − 2/6 = 0.67', ordering(4), ['1', '3', '2', '4'], '0.67'],
    ['The last item moved to the front: three inversions, 0', ordering(4), ['4', '1', '2', '3'], '0.00'],
    [
      'Three pairs, two of them right: 0.67',
      matching(3, 1),
      { 'pair-1': 'pair-1', 'pair-2': 'pair-2' },
      '0.67',
    ],
    ['(3 − 2) / 5 = 0.2', openQuestion, { text: '', met: ['p1', 'p3'], flags: ['flag'] }, '0.20'],
  ])('%s', (says, question, response, credit) => {
    expect(prose).toContain(says);
    expect(gradeOf(question, response).credit.toFixed(2)).toBe(credit);
  });

  it('the near miss of the example is told', () => {
    expect(gradeOf(header, 'If-Macth').close).toBe('If-Match');
  });

  it('a hint costs a third', () => {
    expect(HINTED_SHARE).toBe(2 / 3);
    expect(prose).toContain('1 x 2/3 x 2 = 1.33 points of 2');
    expect(pointsOf(HINTED_SHARE, 'intermediate').toFixed(2)).toBe('1.33');
  });
});

it('the constants that the page names are those of the code', () => {
  const weights = (['foundation', 'intermediate', 'advanced'] as Level[]).map(
    (level) => `${level} ${LEVEL_WEIGHT[level]}`,
  );
  expect(prose).toContain(`credit x weight of the level: ${weights.join(', ')}.`);
  expect(prose).toContain(`The pass mark is ${(MODE_RULES.exam.passMark ?? 0) * 100} %`);
  expect(prose).toContain(`Credit below ${MISS_BELOW} is a **miss**`);
  expect(MODE_RULES.drill.rules).toMatchObject({ returnGap: 2, rounds: 3 });
  expect(prose).toContain('asked again after two other questions, three rounds at most');
});

it.each<[credit: number, hinted: boolean, guess: boolean, easy: boolean, ReviewGrade]>([
  [0, false, false, false, 'again'],
  [0.49, false, false, false, 'again'],
  [0.5, false, false, false, 'hard'],
  [0.99, false, false, true, 'hard'],
  [1, true, false, false, 'hard'],
  [1, false, true, false, 'hard'],
  [1, false, false, false, 'good'],
  [1, false, false, true, 'easy'],
])(
  'the schedule reads credit %d (hinted %s, guessed %s, easy %s) as %s',
  (credit, hinted, guess, easy, grade) => {
    expect(reviewGradeOf({ credit, hinted, easy, ...(guess ? { confidence: 'guess' as const } : {}) })).toBe(
      grade,
    );
  },
);
