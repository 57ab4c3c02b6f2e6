// Keys of single-choice and true-false: one option is chosen.

import type { AskView } from '../../../session/player.js';
import { optionIds } from '../../../session/shown.js';
import { digitOf, type InputKeys, isEnter, type Key, stepOf } from './input.js';

export interface PickOneState {
  /** Place of the pointer; null: no key has been pressed, so nothing is preselected. */
  active: number | null;
  /** The option was chosen by its own key; where the pointer was only moved, Enter has to follow. */
  chosen: boolean;
}

export const pickOneKeys: InputKeys<PickOneState> = {
  start(view) {
    const before = optionIds(view).indexOf(String(view.previous));
    return before < 0 ? { active: null, chosen: false } : { active: before, chosen: true };
  },
  press(state, key, view) {
    const count = optionIds(view).length;
    if (isEnter(key)) {
      if (state.active !== null) return { state: { ...state, chosen: true }, done: true };
      return { state, notice: `Choose first: 1 to ${count}, or the arrows.` };
    }
    const choice = digitOf(key) ?? truthOf(key, view);
    if (choice !== undefined) return choice < count ? { state: { active: choice, chosen: true } } : undefined;
    const step = stepOf(key);
    if (step === 0) return undefined;
    const from = state.active ?? (step > 0 ? -1 : count);
    return { state: { active: (from + step + count) % count, chosen: false } };
  },
  response(state, view) {
    const id = optionIds(view)[state.active ?? 0] ?? '';
    return view.question.type === 'true-false' ? id === 'true' : id;
  },
  entered: (state) => state.chosen,
};

/** `t` and `f` choose True and False. */
function truthOf(key: Key, view: AskView): number | undefined {
  if (view.question.type !== 'true-false' || key.ctrl || key.shift) return undefined;
  return key.name === 't' ? 0 : key.name === 'f' ? 1 : undefined;
}
