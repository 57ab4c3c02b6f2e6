// Keys of single-choice and true-false: one option is chosen.

import { optionIds } from '../../../session/shown.js';
import { digitOf, type InputKeys, isEnter, stepOf } from './input.js';

export interface PickOneState {
  active: number;
  moved: boolean;
}

export const pickOneKeys: InputKeys<PickOneState> = {
  start(view) {
    const before = optionIds(view).indexOf(String(view.previous));
    return { active: Math.max(0, before), moved: before >= 0 };
  },
  press(state, key, view) {
    const count = optionIds(view).length;
    if (isEnter(key)) return { state: { ...state, moved: true }, done: true };
    const digit = digitOf(key);
    if (digit !== undefined) return digit < count ? { state: { active: digit, moved: true } } : undefined;
    const step = stepOf(key);
    return step === 0 ? undefined : { state: { active: (state.active + step + count) % count, moved: true } };
  },
  response(state, view) {
    const id = optionIds(view)[state.active] as string;
    return view.question.type === 'true-false' ? id === 'true' : id;
  },
  entered: (state) => state.moved,
};
