// Keys of request: lines of a curl command or an HTTP message. What cannot be read is told and stays open.

import { readRequest } from '../../../question/request/read-request.js';
import { requestProblemMessage } from '../../../question/request/request-problems.js';
import { type InputKeys, isHandIn, type Pressed } from './input.js';
import { startEdit } from './text-edit.js';
import { editOf, NOTHING_TYPED, type TextState, textOf } from './text-keys.js';

export interface RequestState extends TextState {
  /** The text whose fault has been told: handing it in again answers it all the same. */
  told: string | null;
}

export const requestKeys: InputKeys<RequestState> = {
  start: (view) => ({
    edit: startEdit(typeof view.previous === 'string' ? view.previous : ''),
    told: null,
  }),
  press: (state, key) => (isHandIn(key) ? finished(state) : undefined),
  edit: editOf<RequestState>(),
  response: textOf,
  entered: (state) => textOf(state) !== '',
};

function finished(state: RequestState): Pressed<RequestState> {
  const text = textOf(state);
  if (text === '') return { state, notice: NOTHING_TYPED };
  const { problem } = readRequest(text);
  if (problem === undefined || state.told === text) return { state, done: true };
  return {
    state: { ...state, told: text },
    notice: `${requestProblemMessage(problem)} (Correct it; Ctrl-D again answers it so.)`,
  };
}
