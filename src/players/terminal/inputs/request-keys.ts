// Keys of request: lines of a curl command or an HTTP message. What cannot be read is refused by the type, and stays open.

import { type InputKeys, isHandIn } from './input.js';
import { startEdit } from './text-edit.js';
import { editOf, nothingTyped, type TextState, textOf } from './text-keys.js';

export const requestKeys: InputKeys<TextState> = {
  start: (view) => ({ edit: startEdit(typeof view.previous === 'string' ? view.previous : '') }),
  press(state, key, view) {
    if (!isHandIn(key)) return undefined;
    return textOf(state) === '' ? { state, notice: nothingTyped(view) } : { state, done: true };
  },
  edit: editOf<TextState>(),
  response: textOf,
  entered: (state) => textOf(state) !== '',
};
