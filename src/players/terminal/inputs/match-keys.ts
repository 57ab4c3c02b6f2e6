// Keys of matching: each left side is given the digit of a right side.

import type { Matching } from '../../../question/question.js';
import { rightSides } from '../../../session/shown.js';
import { digitOf, type InputKeys, isEnter, stepOf } from './input.js';

export interface MatchState {
  active: number;
  chosen: Readonly<Record<string, string>>;
  /** It has been said that pairs are missing. */
  warned: boolean;
}

export const matchKeys: InputKeys<MatchState> = {
  start(view) {
    const before = view.previous;
    const chosen =
      typeof before === 'object' && before !== null && !Array.isArray(before) ? { ...before } : {};
    return { active: 0, chosen: chosen as Record<string, string>, warned: false };
  },
  press(state, key, view) {
    const { pairs } = view.question as Matching;
    if (isEnter(key)) {
      const missing = pairs.length - Object.keys(state.chosen).length;
      if (missing === 0 || state.warned) return { state, done: true };
      const notice = `${missing} of ${pairs.length} ${missing === 1 ? 'has' : 'have'} no match yet. Enter again answers all the same.`;
      return { state: { ...state, warned: true }, notice };
    }
    const digit = digitOf(key);
    if (digit !== undefined) {
      const side = rightSides(view)[digit];
      const left = pairs[state.active];
      if (!side || !left) return undefined;
      return {
        state: {
          ...state,
          chosen: { ...state.chosen, [left.id]: side.id },
          active: Math.min(state.active + 1, pairs.length - 1),
        },
      };
    }
    const step = stepOf(key);
    return step === 0
      ? undefined
      : { state: { ...state, active: (state.active + step + pairs.length) % pairs.length } };
  },
  response: (state) => ({ ...state.chosen }),
  entered: (state) => Object.keys(state.chosen).length > 0,
};
