// Keys of multiple-choice: options are ticked.

import { isResponseTo } from '../../../question/response.js';
import { shownChoices } from '../../../session/shown.js';
import { digitOf, type InputKeys, isEnter, stepOf } from './input.js';

export interface PickSeveralState {
  active: number;
  ticked: readonly string[];
  touched: boolean;
  /** It has been said that nothing is ticked. */
  warned: boolean;
}

export const pickSeveralKeys: InputKeys<PickSeveralState> = {
  start(view) {
    const ticked = isResponseTo('multiple-choice', view.previous) ? view.previous : [];
    return { active: 0, ticked, touched: ticked.length > 0, warned: false };
  },
  press(state, key, view) {
    const choices = shownChoices(view);
    if (isEnter(key)) {
      if (state.ticked.length > 0 || state.warned) return { state: { ...state, touched: true }, done: true };
      return {
        state: { ...state, warned: true },
        notice: 'Nothing is ticked. Space ticks; Enter again answers "none".',
      };
    }
    const toggle = (index: number) => {
      const id = choices[index]?.id;
      if (id === undefined) return undefined;
      const ticked = state.ticked.includes(id)
        ? state.ticked.filter((other) => other !== id)
        : [...state.ticked, id];
      return { state: { ...state, active: index, ticked, touched: true } };
    };
    if (key.name === 'space') return toggle(state.active);
    const digit = digitOf(key);
    if (digit !== undefined) return toggle(digit);
    const step = stepOf(key);
    if (step === 0) return undefined;
    return { state: { ...state, active: (state.active + step + choices.length) % choices.length } };
  },
  response: (state) => [...state.ticked],
  entered: (state) => state.touched,
};
