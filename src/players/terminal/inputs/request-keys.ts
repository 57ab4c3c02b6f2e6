// Keys of request: lines of a curl command or an HTTP message. What cannot be read is told and stays open.

import { expectsBody, readRequest } from '../../../question/request/read-request.js';
import { requestProblemMessage } from '../../../question/request/request-problems.js';
import { type InputKeys, isEnter, type Pressed } from './input.js';
import { type TextState, textOf, typedLine } from './text-keys.js';

export interface RequestState extends TextState {
  /** The text whose fault has been told: Enter again answers it all the same. */
  told: string | null;
}

export const requestKeys: InputKeys<RequestState> = {
  start(view) {
    const before = typeof view.previous === 'string' ? view.previous : '';
    if (before === '') return { above: [], line: '', told: null };
    const lines = before.split('\n');
    return { above: lines.slice(0, -1), line: lines.at(-1) ?? '', told: null };
  },
  press(state, key) {
    if (key.name === 'up') return lineTakenBack(state);
    if (!isEnter(key)) return undefined;
    // A blank line is the end, but for the one between the headers of a message and its body.
    if (state.line !== '' || expectsBody(state.above.join('\n')))
      return { state: { ...state, above: [...state.above, state.line], line: '' } };
    return finished(state);
  },
  line: typedLine<RequestState>(),
  response: textOf,
  entered: (state) => textOf(state) !== '',
};

function finished(state: RequestState): Pressed<RequestState> {
  const text = textOf(state);
  if (text === '') return { state, notice: 'Nothing is typed yet. Ctrl-S skips the question.' };
  const { problem } = readRequest(text);
  if (problem === undefined || state.told === text) return { state, done: true };
  return {
    state: { ...state, told: text },
    notice: `${requestProblemMessage(problem)} (Ctrl-E corrects it in an editor; Enter again answers it so.)`,
  };
}

/** The last finished line comes back for correction where nothing is being typed. */
export function lineTakenBack<State extends TextState>(state: State): Pressed<State> {
  if (state.line !== '' || state.above.length === 0) return { state };
  return { state: { ...state, above: state.above.slice(0, -1), line: state.above.at(-1) ?? '' } };
}
