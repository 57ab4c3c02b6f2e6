// Keys of cloze: tab walks the blanks; what is typed goes into the one that is active.

import { blanksInOrder } from '../../../question/cloze-pieces.js';
import type { Cloze } from '../../../question/question.js';
import { isResponseTo } from '../../../question/response.js';
import type { AskView } from '../../../session/player.js';
import { type InputKeys, isEnter, type Key } from './input.js';
import { startEdit, type TextEdit } from './text-edit.js';
import { editOf, nothingTyped } from './text-keys.js';

export interface ClozeState {
  /** Number of the active blank, from 0. */
  active: number;
  /** What stands in each blank; that of the active one is in `edit`. */
  texts: readonly string[];
  /** What is being typed. */
  edit: TextEdit;
  /** It has been said that blanks are empty. */
  warned: boolean;
}

const idsOf = (view: AskView) => blanksInOrder(view.question as Cloze).map(({ id }) => id);

/** All texts, the one being typed among them. */
export function textsOf({ texts, active, edit }: ClozeState): string[] {
  return texts.map((text, index) => (index === active ? edit.text : text).trim());
}

export const clozeKeys: InputKeys<ClozeState> = {
  start(view) {
    const before = isResponseTo('cloze', view.previous) ? view.previous : {};
    const texts = idsOf(view).map((id) => before[id] ?? '');
    return { active: 0, texts, edit: startEdit(texts[0] ?? ''), warned: false };
  },
  press(state, key, view) {
    const step = blankStep(key);
    if (step !== 0)
      return { state: goTo(state, (state.active + step + state.texts.length) % state.texts.length) };
    if (!isEnter(key)) return undefined;
    const texts = textsOf(state);
    const empty = texts.filter((text) => text === '').length;
    if (empty === 0) return { state, done: true };
    const next = [...texts.keys()]
      .map((offset) => (state.active + 1 + offset) % texts.length)
      .find((blank) => texts[blank] === '');
    if (texts[state.active] !== '' && next !== undefined) return { state: goTo(state, next) };
    if (empty === texts.length) return { state, notice: nothingTyped(view) };
    if (state.warned) return { state, done: true };
    return {
      state: { ...state, warned: true },
      notice: `${empty === 1 ? 'One blank is' : `${empty} blanks are`} empty. Enter again answers so.`,
    };
  },
  response: (state, view) =>
    Object.fromEntries(
      idsOf(view).flatMap((id, index) => {
        const text = textsOf(state)[index] ?? '';
        return text === '' ? [] : [[id, text]];
      }),
    ),
  edit: editOf<ClozeState>(),
  entered: (state) => textsOf(state).some((text) => text !== ''),
};

function blankStep(key: Key): number {
  if (key.name === 'tab') return key.shift ? -1 : 1;
  return key.name === 'down' ? 1 : key.name === 'up' ? -1 : 0;
}

function goTo(state: ClozeState, active: number): ClozeState {
  const texts = textsOf(state);
  return { active, texts, edit: startEdit(texts[active] ?? ''), warned: false };
}
