// Options and sides of a question in the order in which they are shown, for every player.

import type { Matching } from '../question/question.js';
import type { AskView } from './player.js';

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

/** The right sides in shown order, with their ids. */
export function rightSides(view: AskView): { id: string; text: string }[] {
  const { pairs, distractors = [] } = view.question as Matching;
  const sides = [...pairs.map((pair) => ({ id: pair.id, text: pair.right })), ...distractors];
  return view.order.flatMap((id) => sides.find((side) => side.id === id) ?? []);
}
