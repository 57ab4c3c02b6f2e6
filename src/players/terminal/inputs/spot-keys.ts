// Keys of spot: the cursor walks the lines of the snippet, space marks.

import type { Spot } from '../../../question/question.js';
import { isResponseTo } from '../../../question/response.js';
import { markableLines } from '../../../question/snippet.js';
import type { AskView } from '../../../session/player.js';
import { type InputKeys, isEnter, stepOf } from './input.js';

export interface SpotState {
  /** Line under the cursor, from 1. */
  line: number;
  marked: readonly number[];
  touched: boolean;
  /** It has been said that nothing is marked. */
  warned: boolean;
}

const linesIn = (view: AskView) => markableLines((view.question as Spot).snippet);

export const spotKeys: InputKeys<SpotState> = {
  start(view) {
    const marked = isResponseTo('spot', view.previous) ? view.previous : [];
    return { line: linesIn(view)[0] ?? 1, marked, touched: marked.length > 0, warned: false };
  },
  press(state, key, view) {
    if (isEnter(key)) {
      if (state.marked.length > 0 || state.warned) return { state: { ...state, touched: true }, done: true };
      return {
        state: { ...state, warned: true },
        notice: 'No line is marked. Space marks; Enter again answers "none".',
      };
    }
    if (key.name === 'space') {
      const marked = state.marked.includes(state.line)
        ? state.marked.filter((line) => line !== state.line)
        : [...state.marked, state.line].sort((a, b) => a - b);
      return { state: { ...state, marked, touched: true } };
    }
    // Blank lines are stepped over; at either end the cursor stays.
    const lines = linesIn(view);
    const at = lines.indexOf(state.line);
    const to = key.name === 'home' ? 0 : key.name === 'end' ? lines.length - 1 : at + stepOf(key);
    if (to === at) return undefined;
    return { state: { ...state, line: lines[to] ?? state.line } };
  },
  response: (state) => [...state.marked],
  entered: (state) => state.touched,
};
