// Credit per question type: one golden table each, small enough to be checked by hand.

import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/question/question.js';
import type { QuestionResponse } from '../../src/question/response.js';
import { gradeOf, rightResponseOf } from '../../src/question/type-rules.js';
import { LEVEL_WEIGHT } from '../../src/question/vocabulary.js';
import {
  cloze,
  matching,
  multipleChoice,
  numeric,
  ONE_OF_EACH,
  open,
  ordering,
  request,
  shortAnswer,
  singleChoice,
  spot,
  trueFalse,
} from '../support/questions.js';

type Row = [why: string, response: QuestionResponse, credit: number];

function expectCredits(question: Question, rows: readonly Row[]): void {
  it.each(rows)('%s: %j earns %d', (_, response, credit) => {
    expect(gradeOf(question, response).credit).toBeCloseTo(credit, 12);
  });
}

describe('single-choice of 4: all or nothing', () => {
  expectCredits(singleChoice(4), [
    ['the right one', 'right', 1],
    ['a wrong one', 'wrong-1', 0],
    ['an id that is not there', 'elsewhere', 0],
    ['nothing', '', 0],
  ]);
});

describe('true-false: all or nothing', () => {
  expectCredits(trueFalse(true), [
    ['true is true', true, 1],
    ['false is not', false, 0],
  ]);
  expectCredits(trueFalse(false), [
    ['false is false', false, 1],
    ['true is not', true, 0],
  ]);
});

describe('multiple-choice, 2 right and 3 wrong: right ticks / 2 - wrong ticks / 3, never below 0', () => {
  expectCredits(multipleChoice(2, 3), [
    ['2/2 - 0/3', ['right-1', 'right-2'], 1],
    ['1/2 - 0/3', ['right-1'], 1 / 2],
    ['2/2 - 1/3', ['right-1', 'right-2', 'wrong-1'], 2 / 3],
    ['2/2 - 2/3', ['right-1', 'right-2', 'wrong-1', 'wrong-2'], 1 / 3],
    ['1/2 - 1/3', ['right-2', 'wrong-3'], 1 / 6],
    ['1/2 - 2/3 is below 0', ['right-1', 'wrong-1', 'wrong-2'], 0],
    ['everything: 2/2 - 3/3', ['right-1', 'right-2', 'wrong-1', 'wrong-2', 'wrong-3'], 0],
    ['nothing', [], 0],
    ['one id twice counts once', ['right-1', 'right-1'], 1 / 2],
    ['an id that is not there counts nothing', ['right-1', 'elsewhere'], 1 / 2],
  ]);
});

describe('short-answer: an accepted wording, a declared partial one, or nothing', () => {
  const question = shortAnswer(
    ['idempotent', 'idempotence'],
    [{ text: 'repeatable', credit: 0.5, why: 'Vague.' }],
  );
  expectCredits(question, [
    ['the first wording', 'idempotent', 1],
    ['another wording', 'idempotence', 1],
    ['case, blanks, backticks and outer punctuation do not matter', ' `Idempotent`. ', 1],
    ['declared as half right', 'Repeatable', 0.5],
    ['a slip of the finger is told, never credited', 'idempotant', 0],
    ['something else', 'safe', 0],
    ['nothing', '', 0],
  ]);

  it('tells why a partial answer is only partial, and what a near miss is close to', () => {
    expect(gradeOf(question, 'repeatable')).toEqual({ credit: 0.5, why: 'Vague.' });
    expect(gradeOf(question, 'idempotant')).toEqual({ credit: 0, close: 'idempotent' });
    expect(gradeOf(question, 'safe')).toEqual({ credit: 0 });
  });
});

describe('numeric, 8.76 within 0.01: inside the tolerance or not', () => {
  expectCredits(numeric(8.76, 0.01), [
    ['the figure', '8.76', 1],
    ['on the upper edge', '8.77', 1],
    ['on the lower edge', '8.75', 1],
    ['just outside', '8.771', 0],
    ['with a decimal comma', '8,76', 1],
    ['with a unit', '8.76 hours', 1],
    ['another figure', '87.6', 0],
    ['not a figure', 'about nine', 0],
    ['nothing', '', 0],
  ]);
  expectCredits(numeric(0.3, 0), [['0.1 + 0.2 in floating point is still 0.3', '0.30000000000000004', 1]]);
  expectCredits(numeric(1_000_000, 0), [
    ['grouped', '1,000,000', 1],
    ['as a power of ten', '1e6', 1],
    ['one off', '1000001', 0],
  ]);
});

describe("ordering of 4: Kendall's tau = 1 - 2 x inversions / 6, never below 0", () => {
  expectCredits(ordering(4), [
    ['no inversion', ['1', '2', '3', '4'], 1],
    ['1 inversion (2 before 1)', ['2', '1', '3', '4'], 2 / 3],
    ['2 inversions', ['2', '1', '4', '3'], 1 / 3],
    ['2 inversions (3 moved to the front)', ['3', '1', '2', '4'], 1 / 3],
    ['3 inversions (4 moved to the front)', ['4', '1', '2', '3'], 0],
    ['6 inversions: backwards', ['4', '3', '2', '1'], 0],
    ['an item is missing', ['1', '2', '3'], 0],
    ['an item stands twice, none is missing: the first place counts', ['1', '2', '1', '3', '4'], 1],
    ['nothing', [], 0],
  ]);
});

describe('matching, 3 pairs and 1 distractor: pairs right / 3', () => {
  expectCredits(matching(3, 1), [
    ['all three', { 'pair-1': 'pair-1', 'pair-2': 'pair-2', 'pair-3': 'pair-3' }, 1],
    ['two, and the distractor', { 'pair-1': 'pair-1', 'pair-2': 'pair-2', 'pair-3': 'extra-1' }, 2 / 3],
    ['one, two swapped', { 'pair-1': 'pair-1', 'pair-2': 'pair-3', 'pair-3': 'pair-2' }, 1 / 3],
    ['one, the others left open', { 'pair-2': 'pair-2' }, 1 / 3],
    ['the same right side for all', { 'pair-1': 'pair-1', 'pair-2': 'pair-1', 'pair-3': 'pair-1' }, 1 / 3],
    ['ids that are not there', { elsewhere: 'elsewhere' }, 0],
    ['nothing', {}, 0],
  ]);
});

describe('request, weights 1 + 1 + 2 + 1 + 2 and a forbidden part of 2: (right - forbidden - surplus / 2) / 7, never below 0', () => {
  const body = `'{"sku":"A1","quantity":2}'`;
  const token = `-H 'Authorization: Bearer t0k3n'`;
  const at = 'https://api.example.com/orders';
  expectCredits(request(), [
    ['all', `curl ${at} ${token} --json ${body}`, 1],
    [
      'as a message',
      `POST /orders HTTP/1.1\nhost: API.example.com\nauthorization: bearer t0k3n\ncontent-type: application/json\n\n{"quantity": 2, "sku": "A1"}`,
      1,
    ],
    ['6/7: announced as a form', `curl ${at} ${token} -d ${body}`, 6 / 7],
    ['5/7: no token', `curl ${at} --json ${body}`, 5 / 7],
    [
      '(7 - 2)/7: the token in the query too',
      `curl '${at}?access_token=t0k3n' ${token} --json ${body}`,
      5 / 7,
    ],
    ['(7 - 1/2)/7: a parameter nobody asked for', `curl '${at}?debug=1' ${token} --json ${body}`, 6.5 / 7],
    ['5/7: another body', `curl ${at} ${token} --json '{"sku":"A1","quantity":"2"}'`, 5 / 7],
    ['(5 + 1)/7 held at .3: another method', `curl -X PUT ${at} ${token} --json ${body}`, 0.3],
    ['held at .3: another path', `curl ${at}/17 ${token} --json ${body}`, 0.3],
    ['6/7: the right place without TLS', `curl http://api.example.com/orders ${token} --json ${body}`, 6 / 7],
    ['2/7: a bare POST to the right place', `curl -X POST ${at}`, 2 / 7],
    [
      'two tokens, one of them wrong',
      `curl ${at} ${token} -H 'Authorization: Bearer x' --json ${body}`,
      5 / 7,
    ],
    ['not readable', 'curl --nonsense', 0],
    ['a sentence', 'I would send a POST.', 0],
    ['nothing', '', 0],
  ]);
});

describe('spot, 2 flaws and 4 sound lines: found / 2 - sound marked / 4, never below 0', () => {
  expectCredits(spot(2, 6), [
    ['2/2 - 0/4', [1, 2], 1],
    ['1/2 - 0/4', [2], 1 / 2],
    ['2/2 - 1/4', [1, 2, 6], 3 / 4],
    ['1/2 - 1/4', [1, 5], 1 / 4],
    ['1/2 - 2/4', [1, 5, 6], 0],
    ['everything: 2/2 - 4/4', [1, 2, 3, 4, 5, 6], 0],
    ['a line twice counts once', [1, 1], 1 / 2],
    ['a line that is not there counts nothing', [1, 99], 1 / 2],
    ['nothing', [], 0],
  ]);
  const ranges = spot(1, 6, {
    snippet: 'a\nb\n\nc\nd\ne',
    flaws: [{ id: 'range', lines: '1-2', why: 'Both.' }],
  });
  expectCredits(ranges, [
    ['any line of a flaw finds it', [2], 1],
    ['all of its lines find it once', [1, 2], 1],
    ['a blank line is neither', [1, 3], 1],
    ['1 - 1/3', [1, 4], 2 / 3],
  ]);
});

describe('cloze of 2 blanks: the mean of what each earns', () => {
  expectCredits(cloze(), [
    ['both', { status: '429', wait: '30 s' }, 1],
    ['another wording', { status: '`429 too many requests`', wait: '30' }, 1],
    ['(1/2 + 1)/2', { status: '503', wait: '30' }, 3 / 4],
    ['one', { wait: '30' }, 1 / 2],
    ['neither', { status: '500', wait: '3' }, 0],
    ['an id that is not there', { elsewhere: '429' }, 0],
    ['nothing', {}, 0],
  ]);
});

describe('open, points of weight 2 + 1 + 1 and red flags of 1 and 3: (points - flags) / 4, between 0 and 1', () => {
  const said = (met: string[], flags: string[] = []) => ({ text: '', met, flags });
  expectCredits(open(), [
    ['4/4', said(['main', 'second', 'third']), 1],
    ['2/4', said(['main']), 1 / 2],
    ['(2 + 1)/4', said(['main', 'third']), 3 / 4],
    ['(4 - 1)/4: a flag without a weight costs 1', said(['main', 'second', 'third'], ['slip']), 3 / 4],
    ['(4 - 3)/4', said(['main', 'second', 'third'], ['blunder']), 1 / 4],
    ['(2 - 3)/4 is below 0', said(['main'], ['blunder']), 0],
    ['a point ticked twice counts once', said(['second', 'second']), 1 / 4],
    ['an id that is not there counts nothing', said(['elsewhere'], ['elsewhere']), 0],
    ['nothing', said([]), 0],
    ['2/4 by halves', { ...said([]), half: ['main'] }, 1 / 4],
    ['both said and half said is said', { ...said(['main']), half: ['main'] }, 1 / 2],
    ['when asked: .7 of 2/4', { ...said(['main']), late: ['main'] }, 0.35],
    ['half, when asked: .7 of half of 2/4', { ...said([]), half: ['main'], late: ['main'] }, 0.175],
    ['when asked and not said', { ...said([]), late: ['main'] }, 0],
  ]);
});

it.each(Object.entries(ONE_OF_EACH))('%s: its own right response earns 1', (_, question) => {
  expect(gradeOf(question, rightResponseOf(question))).toEqual({ credit: 1 });
});

it('levels weigh 1, 2 and 3', () => {
  expect(LEVEL_WEIGHT).toEqual({ foundation: 1, intermediate: 2, advanced: 3 });
});
