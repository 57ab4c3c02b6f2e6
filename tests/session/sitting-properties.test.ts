// What holds for any sequence of steps in any mode, sensible or not.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MODE_RULES } from '../../src/history/modes.js';
import type { SittingHeader, Step } from '../../src/history/records.js';
import { entryMs, limitOf, remainingMs } from '../../src/session/clock.js';
import { nextOf } from '../../src/session/next.js';
import { scoreSitting } from '../../src/session/score.js';
import { applyStep, replay, type SittingState, startState } from '../../src/session/state.js';
import { runs } from '../support/thorough.js';
import { answerTo, anySitting, QUESTIONS } from './arbitrary-sittings.js';
import { headerOf, START } from './sitting-table.js';

/** The state before the first step and after each one. */
function statesOf(header: SittingHeader, steps: readonly Step[]): SittingState[] {
  let state = startState(header);
  return [
    state,
    ...steps.map((step) => {
      state = applyStep(state, step);
      return state;
    }),
  ];
}

it('replaying a part and going on from there is replaying it all', () => {
  fc.assert(
    fc.property(anySitting, fc.nat(), ([header, steps], cut) => {
      const half = cut % (steps.length + 1);
      expect(steps.slice(half).reduce(applyStep, replay(header, steps.slice(0, half)))).toEqual(
        replay(header, steps),
      );
    }),
    runs(100),
  );
});

it('time left is never negative and never more than the limit', () => {
  fc.assert(
    fc.property(anySitting, fc.integer({ min: -60_000, max: 400_000 }), ([header, steps], wait) => {
      for (const state of statesOf(header, steps)) {
        for (const entry of state.entries.keys()) {
          const limit = limitOf(state, entry);
          const left = remainingMs(state, entry, state.at + wait);
          expect(left === null).toBe(limit === null);
          expect(left ?? 0).toBeGreaterThanOrEqual(0);
          expect(left ?? 0).toBeLessThanOrEqual(limit ?? 0);
          expect(left ?? 0).toBeLessThanOrEqual(remainingMs(state, entry, state.at) ?? 0);
        }
      }
    }),
    runs(100),
  );
});

it('no step gives time of a paper back', () => {
  fc.assert(
    fc.property(anySitting, ([header, steps]) => {
      if (header.paperMs === null) return;
      const left = statesOf(header, steps).map((state) => remainingMs(state, 0, state.at) ?? 0);
      expect(left).toEqual([...left].sort((a, b) => b - a));
    }),
    runs(100),
  );
});

it('no step gives time of a question back, unless the clock of the machine was set back', () => {
  fc.assert(
    fc.property(anySitting, ([header, drawn]) => {
      const steps = drawn.filter(
        (step, index) => step.at >= Math.max(...drawn.slice(0, index).map(({ at }) => at), START),
      );
      const states = statesOf(header, steps);
      for (const entry of header.plan.keys()) {
        const spent = states.map((state) => entryMs(state, entry, state.at));
        expect(spent).toEqual([...spent].sort((a, b) => a - b));
      }
    }),
    runs(100),
  );
});

it('a step that names an unknown entry changes nothing, nor does anything after the end', () => {
  fc.assert(
    fc.property(anySitting, ([header, steps]) => {
      let state = startState(header);
      for (const step of steps) {
        const next = applyStep(state, step);
        const unknown =
          ['shown', 'hinted', 'marked', 'answered', 'overridden', 'easy'].includes(step.kind) &&
          !state.entries[(step as { entry: number }).entry];
        if (unknown || state.ended !== null) expect(next).toBe(state);
        state = next;
      }
    }),
    runs(100),
  );
});

it('a step leaves the state before it alone', () => {
  fc.assert(
    fc.property(anySitting, ([header, steps]) => {
      const before = statesOf(header, steps).map((state) => [state, structuredClone(state)] as const);
      replay(header, steps);
      for (const [state, copy] of before) expect(state).toEqual(copy);
    }),
    runs(30),
  );
});

it('the share of the points lies in [0, 1], and nothing is counted that cannot be', () => {
  fc.assert(
    fc.property(anySitting, ([header, steps]) => {
      const score = scoreSitting(replay(header, steps));
      expect(score.share).toBeGreaterThanOrEqual(0);
      expect(score.share).toBeLessThanOrEqual(1);
      expect(score.right + score.missed.length).toBe(score.items.length);
      expect(score.items.length).toBeLessThanOrEqual(header.plan.length);
      expect(score.passed === null).toBe(header.mode !== 'exam');
      if (score.certainty) expect(score.certainty.brier).toBeLessThanOrEqual(1);
    }),
    runs(100),
  );
});

it('no item is asked more often than the mode allows, and the next one has no answer yet', () => {
  fc.assert(
    fc.property(anySitting, ([header, steps]) => {
      for (const state of statesOf(header, steps)) {
        for (const entry of state.entries)
          expect(entry.round).toBeLessThan(MODE_RULES[header.mode].rules.rounds);
        const next = nextOf(state, state.at);
        if (next.kind === 'ask') expect(state.answers.has(next.entry)).toBe(false);
        expect(new Set(state.queue).size).toBe(state.queue.length);
      }
    }),
    runs(100),
  );
});

it('in a drill answered in order, a miss comes back after two others, or after all that are left', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (rights) => {
      const header = headerOf({ mode: 'drill' }, QUESTIONS);
      let state = startState(header);
      const askings: number[] = [];
      for (const right of rights) {
        const next = nextOf(state, START);
        if (next.kind === 'over') break;
        askings.push(state.entries[next.entry]?.planIndex as number);
        state = applyStep(state, {
          kind: 'answered',
          at: START,
          entry: next.entry,
          answer: answerTo(header, next.entry, START, right ? 1 : 0, 'answered'),
        });
      }
      for (const [index, item] of askings.entries()) {
        const back = askings.indexOf(item, index + 1);
        if (back < 0) continue;
        const between = new Set(askings.slice(index + 1, back)).size;
        const others = new Set(askings.slice(index + 1).filter((other) => other !== item)).size;
        expect(between).toBeGreaterThanOrEqual(Math.min(MODE_RULES[header.mode].rules.returnGap, others));
        expect(askings.filter((other) => other === item).length).toBeLessThanOrEqual(3);
      }
    }),
    runs(200),
  );
});
