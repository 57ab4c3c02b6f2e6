// Keys of single-choice and true-false: one option is chosen.

import type { AskView } from '../player.js';
import { digitOf, isEnter, type SheetKeys, stepOf } from './sheet.js';

export interface PickOneState {
  active: number;
  moved: boolean;
}

/** Ids of the options in shown order. */
export function optionIds(view: AskView): readonly string[] {
  return view.question.type === 'true-false'
    ? ['true', 'false']
    : shownChoices(view).map((choice) => choice.id);
}

/** Choices in shown order. */
export function shownChoices(view: AskView) {
  const { question, order } = view;
  if (question.type !== 'single-choice' && question.type !== 'multiple-choice') return [];
  if (order.length === 0) return question.choices;
  return order.flatMap((id) => question.choices.find((choice) => choice.id === id) ?? []);
}

export const pickOneKeys: SheetKeys<PickOneState> = {
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
