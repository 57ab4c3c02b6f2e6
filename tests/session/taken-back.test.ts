// An answer taken back: as if it had not been given, in state, score, next question, history and what the learner model is told.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Step } from '../../src/history/records.js';
import { collectAnswers } from '../../src/history/remembered-answer.js';
import { attemptsFrom } from '../../src/session/attempts.js';
import { nextOf } from '../../src/session/next.js';
import { scoreSitting } from '../../src/session/score.js';
import { applyStep, replay } from '../../src/session/state.js';
import { runs } from '../support/thorough.js';
import { answerTo, anySitting, QUESTIONS } from './arbitrary-sittings.js';
import { headerOf, START } from './sitting-table.js';

const remembered = (header: ReturnType<typeof headerOf>, own: readonly Step[]) =>
  collectAnswers([{ id: 's', header, before: [], own }], [])('s');

/** A sitting up to some point at which entry 0 has no answer and it has not ended. */
const open = anySitting
  .map(([header, steps]) => {
    const kept = steps.filter((step) => step.kind !== 'ended' && !('entry' in step && step.entry === 0));
    return [header, kept] as const;
  })
  .filter(([, steps]) => steps.every((step, index) => index === 0 || step.at >= (steps[index - 1]?.at ?? 0)));

it('score, next question and what counts are those of before the answer', () => {
  fc.assert(
    fc.property(
      open,
      fc.constantFrom(0, 0.5, 1),
      fc.boolean(),
      fc.boolean(),
      ([header, steps], credit, skipped, overridden) => {
        const at = (steps.at(-1)?.at ?? START) + 1000;
        const answer = answerTo(header, 0, at, credit, skipped ? 'skipped' : 'answered');
        const given: Step[] = [
          { kind: 'answered', at, entry: 0, answer },
          ...(overridden ? [{ kind: 'overridden', at, entry: 0, credit: 1 } as const] : []),
        ];
        const back: Step = { kind: 'takenBack', at, entry: 0, what: 'answer' };
        // Answering leaves the question on the screen, as taking a look elsewhere does.
        const before = applyStep(replay(header, steps), { kind: 'left', at });
        const after = [...given, back].reduce(applyStep, before);
        expect(scoreSitting(after)).toEqual(scoreSitting(before));
        expect(nextOf(after, at)).toEqual(nextOf({ ...before, at }, at));
        expect(after.queue).toEqual(before.queue);
        expect(after.answers).toEqual(before.answers);
        expect(after.drafts.get(0)).toEqual(answer.response ?? undefined);
        const told = (all: readonly Step[]) =>
          attemptsFrom(remembered(header, all), () => undefined).map(({ id, credit: counted }) => [
            id,
            counted,
          ]);
        expect(told([...steps, ...given, back])).toEqual(told(steps));
        // Never silently: the record still has it, and says so.
        expect(
          remembered(header, [...steps, ...given, back]).find(({ id }) => id === answer.id),
        ).toMatchObject({
          takenBack: true,
          superseded: true,
          credit: answer.credit,
        });
      },
    ),
    runs(100),
  );
});

it('the word "I was right" taken back leaves the answer as it was, and a drill asks it again', () => {
  const header = headerOf({ mode: 'drill' }, QUESTIONS);
  const answer = answerTo(header, 0, START + 1, 0, 'answered');
  const steps: Step[] = [
    { kind: 'answered', at: START + 1, entry: 0, answer },
    { kind: 'overridden', at: START + 2, entry: 0, credit: 1 },
    { kind: 'takenBack', at: START + 3, entry: 0, what: 'word' },
  ];
  const after = replay(header, steps);
  expect(after.overridden.size).toBe(0);
  expect(after.answers.get(0)).toBe(answer);
  expect(after.queue).toHaveLength(header.plan.length + 1);
  expect(remembered(header, steps)).toMatchObject([
    { effectiveCredit: 0, overridden: false, takenBack: false },
  ]);
});

it('given again, the new answer counts and the old one does not', () => {
  const header = headerOf({ mode: 'practice' }, QUESTIONS);
  const first = answerTo(header, 0, START + 1, 1, 'answered');
  const second = answerTo(header, 0, START + 9, 0.5, 'answered');
  const steps: Step[] = [
    { kind: 'answered', at: START + 1, entry: 0, answer: first },
    { kind: 'easy', at: START + 2, entry: 0 },
    { kind: 'takenBack', at: START + 3, entry: 0, what: 'answer' },
    { kind: 'answered', at: START + 9, entry: 0, answer: second },
  ];
  expect(replay(header, steps).answers.get(0)).toBe(second);
  expect(replay(header, steps).easy.has(0)).toBe(false);
  expect(remembered(header, steps).filter(({ superseded }) => !superseded)).toMatchObject([
    { id: second.id, easy: false },
  ]);
});
