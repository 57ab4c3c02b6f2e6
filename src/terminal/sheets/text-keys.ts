// Keys of typed answers. One line: short-answer and numeric; several: open. The line being typed is readline's own.

import type { OpenResponse } from '../../question/response.js';
import { isEnter, type SheetKeys } from './sheet.js';

export interface TextState {
  /** Lines finished with Enter; only open answers have them. */
  above: readonly string[];
  /** The line being typed. */
  line: string;
}

/** The whole text typed so far. */
export function textOf(state: TextState): string {
  return [...state.above, state.line].join('\n').trim();
}

export const lineKeys: SheetKeys<TextState> = {
  start: (view) => ({ above: [], line: typeof view.previous === 'string' ? view.previous : '' }),
  press(state, key) {
    if (!isEnter(key)) return undefined;
    if (state.line.trim() !== '') return { state, done: true };
    return { state, notice: 'Nothing is typed yet. Ctrl-S skips the question.' };
  },
  response: textOf,
  entered: (state) => textOf(state) !== '',
};

export const linesKeys: SheetKeys<TextState> = {
  start(view) {
    const before = (view.previous as OpenResponse | null)?.text ?? '';
    return { above: before === '' ? [] : before.split('\n'), line: '' };
  },
  press(state, key) {
    if (!isEnter(key)) return undefined;
    if (state.line !== '') return { state: { above: [...state.above, state.line], line: '' } };
    if (state.above.length > 0) return { state, done: true };
    return { state, notice: 'Nothing is typed yet. Ctrl-S skips the question.' };
  },
  response: (state): OpenResponse => ({ text: textOf(state), met: [], flags: [] }),
  entered: (state) => textOf(state) !== '',
};
