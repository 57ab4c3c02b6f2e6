// Keys of ordering: an item is lifted, moved and put down.

import { isResponseTo } from '../../../question/response.js';
import { digitOf, type InputKeys, isEnter, stepOf } from './input.js';

export interface OrderState {
  ids: readonly string[];
  active: number;
  lifted: boolean;
  touched: boolean;
  /** It has been said that nothing was moved. */
  warned: boolean;
}

export const orderKeys: InputKeys<OrderState> = {
  start(view) {
    const ids = isResponseTo('ordering', view.previous) ? view.previous : view.order;
    return { ids, active: 0, lifted: false, touched: Array.isArray(view.previous), warned: false };
  },
  press(state, key) {
    if (isEnter(key)) {
      // The order that is shown is nobody's answer until somebody says so.
      if (state.touched || state.warned) return { state: { ...state, touched: true }, done: true };
      return {
        state: { ...state, warned: true },
        notice: 'Nothing was moved. Space lifts; Enter again answers this order.',
      };
    }
    if (key.name === 'space') return { state: { ...state, lifted: !state.lifted, touched: true } };
    const digit = digitOf(key);
    const target = digit ?? state.active + stepOf(key);
    if (target === state.active && digit === undefined) return undefined;
    if (target < 0 || target >= state.ids.length) return { state };
    const ids = state.lifted ? moved(state.ids, state.active, target) : state.ids;
    return { state: { ...state, ids, active: target, touched: state.touched || state.lifted } };
  },
  response: (state) => [...state.ids],
  entered: (state) => state.touched,
};

function moved(ids: readonly string[], from: number, to: number): string[] {
  const rest = ids.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ids[from] as string, ...rest.slice(to)];
}
