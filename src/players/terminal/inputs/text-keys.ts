// Keys of typed answers. One line: short-answer and numeric; several: open. The line being typed is readline's own.

import { MOST_TYPED, type OpenResponse } from '../../../question/response.js';
import type { AskView } from '../../../session/player.js';
import { type InputKeys, isEnter } from './input.js';

/** The parts of a behavioural answer, as lines of the text. */
const STAR_PARTS = ['Situation:', 'Task:', 'Action:', 'Result:'];

/** True for a question that wants Situation, Task, Action and Result. */
export function isStar({ question }: AskView): boolean {
  return question.type === 'open' && question.framework === 'STAR';
}

/** True for the name of a part, which the person did not type. */
export function isStarPart(line: string, view: AskView): boolean {
  return isStar(view) && STAR_PARTS.includes(line);
}

export interface TextState {
  /** Lines finished with Enter; only open answers have them. */
  above: readonly string[];
  /** The line being typed. */
  line: string;
}

/** The whole text typed so far. */
export function textOf(state: TextState): string {
  return [...state.above, state.line].join('\n').trim().slice(0, MOST_TYPED);
}

/** The line being typed, in a state that has one. */
export function typedLine<State extends { line: string }>(): NonNullable<InputKeys<State>['line']> {
  return { get: (state) => state.line, set: (state, typed) => ({ ...state, line: typed }) };
}

const line = typedLine<TextState>();

export const lineKeys: InputKeys<TextState> = {
  start: (view) => ({ above: [], line: typeof view.previous === 'string' ? view.previous : '' }),
  press(state, key) {
    if (!isEnter(key)) return undefined;
    if (state.line.trim() !== '') return { state, done: true };
    return { state, notice: 'Nothing is typed yet. Ctrl-S skips the question.' };
  },
  response: textOf,
  line,
  entered: (state) => textOf(state) !== '',
};

export const linesKeys: InputKeys<TextState> = {
  start(view) {
    const before = (view.previous as OpenResponse | null)?.text ?? '';
    if (before !== '') return { above: before.split('\n'), line: '' };
    return { above: isStar(view) ? [STAR_PARTS[0] as string] : [], line: '' };
  },
  press(state, key, view) {
    if (!isEnter(key)) return undefined;
    if (state.line !== '') return { state: { above: [...state.above, state.line], line: '' } };
    const part = isStar(view) ? STAR_PARTS.find((name) => !state.above.includes(name)) : undefined;
    if (part !== undefined) return { state: { above: [...state.above, part], line: '' } };
    if (hasWords(state)) return { state, done: true };
    return { state, notice: 'Nothing is typed yet. Ctrl-S skips the question.' };
  },
  line,
  response: (state): OpenResponse => ({ text: textOf(state), met: [], flags: [] }),
  entered: hasWords,
};

/** More than the names of the parts. */
function hasWords({ above, line }: TextState): boolean {
  return [...above, line].some((typed) => typed.trim() !== '' && !STAR_PARTS.includes(typed));
}
