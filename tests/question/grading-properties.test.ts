// What holds for the credit of every question and every response.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MultipleChoice, Question } from '../../src/question/question.js';
import { isResponseTo } from '../../src/question/response.js';
import { gradeOf, rightResponseOf } from '../../src/question/type-rules.js';
import { multipleChoice } from '../support/questions.js';
import { runs } from '../support/thorough.js';
import { anyQuestion, questionAndResponse } from './arbitrary-questions.js';

const anyMultipleChoice = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .map(([right, wrong]) => multipleChoice(right, wrong));

const idsOf = (question: MultipleChoice) => question.choices.map((choice) => choice.id);

it('credit lies in [0, 1] for any response of the right shape', () => {
  fc.assert(
    fc.property(questionAndResponse, ([question, response]) => {
      const { credit } = gradeOf(question, response);
      expect(credit).toBeGreaterThanOrEqual(0);
      expect(credit).toBeLessThanOrEqual(1);
    }),
    runs(500),
  );
});

it('the right response has the right shape and earns 1', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      expect(isResponseTo(question.type, rightResponseOf(question))).toBe(true);
      expect(gradeOf(question, rightResponseOf(question)).credit).toBe(1);
    }),
  );
});

it('ticking everything earns nothing, and so does ticking nothing', () => {
  fc.assert(
    fc.property(anyMultipleChoice, (question) => {
      expect(gradeOf(question, idsOf(question)).credit).toBe(0);
      expect(gradeOf(question, []).credit).toBe(0);
    }),
  );
});

it('the order of ticks never matters', () => {
  const ticks = anyMultipleChoice.chain((question) =>
    fc.tuple(fc.constant(question), fc.shuffledSubarray(idsOf(question)), fc.nat()),
  );
  fc.assert(
    fc.property(ticks, ([question, ids, turn]) => {
      const turned = [
        ...ids.slice(turn % (ids.length + 1)),
        ...ids.slice(0, turn % (ids.length + 1)),
      ].reverse();
      expect(gradeOf(question, turned).credit).toBe(gradeOf(question, ids).credit);
    }),
  );
});

it('one more right tick never lowers the credit, one more wrong tick never raises it', () => {
  const ticks = anyMultipleChoice.chain((question) =>
    fc.tuple(fc.constant(question), fc.subarray(idsOf(question)), fc.constantFrom(...idsOf(question))),
  );
  fc.assert(
    fc.property(ticks, ([question, ids, extra]) => {
      fc.pre(!ids.includes(extra));
      const change = gradeOf(question, [...ids, extra]).credit - gradeOf(question, ids).credit;
      const correct = question.choices.find(({ id }) => id === extra)?.correct === true;
      expect(correct ? change >= 0 : change <= 0).toBe(true);
    }),
  );
});

it('the order in which a question lists its choices, pairs or points never matters', () => {
  fc.assert(
    fc.property(questionAndResponse, ([question, response]) => {
      const listed = question as unknown as Record<string, unknown[] | undefined>;
      const turned = Object.fromEntries(
        [
          'choices',
          'pairs',
          'distractors',
          'parts',
          'forbidden',
          'flaws',
          'blanks',
          'rubric',
          'avoid',
        ].flatMap((list) => (listed[list] ? [[list, [...listed[list]].reverse()]] : [])),
      );
      const credit = gradeOf({ ...question, ...turned } as Question, response).credit;
      expect(credit).toBeCloseTo(gradeOf(question, response).credit, 12);
    }),
  );
});
