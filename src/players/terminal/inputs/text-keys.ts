// Keys of typed answers. One line: short-answer and numeric; several: open. Moving and correcting is the editor's.

import type { OpenResponse } from '../../../question/response.js';
import type { AskView } from '../../../session/player.js';
import { type InputKeys, isEnter, isHandIn, type Key, type Pressed } from './input.js';
import { moved, startEdit, type TextEdit } from './text-edit.js';

/** The parts of a behavioural answer, as lines of the text. */
const STAR_PARTS = ['Situation:', 'Task:', 'Action:', 'Result:'];

/** True for a question that wants Situation, Task, Action and Result; what is asked behind it wants a sentence. */
export function isStar({ question, probe }: AskView): boolean {
  return question.type === 'open' && question.framework === 'STAR' && probe === undefined;
}

/** True for the name of a part, which the person did not type. */
export function isStarPart(line: string, view: AskView): boolean {
  return isStar(view) && STAR_PARTS.includes(line);
}

export interface TextState {
  edit: TextEdit;
}

/** The whole text typed so far. */
export function textOf({ edit }: TextState): string {
  return edit.text.trim();
}

/** The text under edit, in a state that has one. */
export function editOf<State extends { edit: TextEdit }>(): NonNullable<InputKeys<State>['edit']> {
  return { get: (state) => state.edit, set: (state, edit) => ({ ...state, edit }) };
}

/** Said where nothing is typed and the person wants to hand in; the key is the one that leads on in this mode. */
export function nothingTyped({ mode }: AskView): string {
  return `Nothing is typed yet. ${mode.order === 'free' ? 'F4 goes to the next question' : 'F2 skips the question'}.`;
}

export const lineKeys: InputKeys<TextState> = {
  start: (view) => ({ edit: startEdit(typeof view.previous === 'string' ? view.previous : '') }),
  press(state, key, view) {
    if (!isEnter(key)) return undefined;
    return textOf(state) === '' ? { state, notice: nothingTyped(view) } : { state, done: true };
  },
  response: textOf,
  edit: editOf<TextState>(),
  entered: (state) => textOf(state) !== '',
};

export const linesKeys: InputKeys<TextState> = {
  start(view) {
    const before = (view.previous as OpenResponse | null)?.text ?? '';
    return { edit: isStar(view) ? startParts(before) : startEdit(before) };
  },
  press(state, key, view) {
    if (key.name === 'tab') return isStar(view) ? nextPart(state, key) : undefined;
    if (!isHandIn(key)) return undefined;
    return hasWords(state) ? { state, done: true } : { state, notice: nothingTyped(view) };
  },
  edit: editOf<TextState>(),
  response: (state, view): OpenResponse => ({ text: givenText(state, view), met: [], flags: [] }),
  entered: hasWords,
};

/** All parts, with what was written under them before; the cursor under the first. */
function startParts(before: string): TextEdit {
  const written = partsIn(before);
  const lead = before.slice(0, written[0]?.from ?? before.length).trim();
  const parts = STAR_PARTS.map((name) => {
    const found = written.find((part) => part.name === name);
    return `${name}\n${found === undefined ? '' : before.slice(found.from + name.length, found.to).trim()}`;
  });
  const text = [...(lead === '' ? [] : [lead]), ...parts].join('\n');
  return startEdit(text, partEnds(text)[0]);
}

/** Tab goes to the end of what stands under the next part, Shift-Tab to the one before. */
function nextPart(state: TextState, key: Key): Pressed<TextState> {
  const { text, cursor } = state.edit;
  const ends = partEnds(text);
  const at = partsIn(text).findLastIndex(({ from }) => from <= cursor);
  const to = (at + (key.shift ? -1 : 1) + ends.length) % Math.max(1, ends.length);
  return { state: { edit: moved(state.edit, ends[to] ?? cursor) } };
}

/** Where one goes on writing in each part. */
function partEnds(text: string): number[] {
  return partsIn(text).map(({ name, from, to }) =>
    Math.max(from + name.length + 1, from + text.slice(from, to).trimEnd().length),
  );
}

/** Where each part begins, its name included, and ends. */
function partsIn(text: string): { name: string; from: number; to: number }[] {
  const starts = STAR_PARTS.flatMap((name) => {
    const found = new RegExp(`^${name}$`, 'm').exec(text);
    return found === null ? [] : [{ name, from: found.index }];
  }).sort((a, b) => a.from - b.from);
  return starts.map((part, index) => ({ ...part, to: starts[index + 1]?.from ?? text.length }));
}

/** The text without the names of parts that nothing was written under. */
function givenText(state: TextState, view: AskView): string {
  if (!isStar(view)) return textOf(state);
  const { text } = state.edit;
  const parts = partsIn(text);
  const lead = text.slice(0, parts[0]?.from ?? text.length);
  const kept = parts
    .map(({ name, from, to }) => ({ name, body: text.slice(from + name.length, to).trim() }))
    .filter(({ body }) => body !== '')
    .map(({ name, body }) => `${name}\n${body}`);
  return [lead.trim(), ...kept].filter(Boolean).join('\n').trim();
}

/** More than the names of the parts. */
function hasWords({ edit }: TextState): boolean {
  return edit.text.split('\n').some((line) => line.trim() !== '' && !STAR_PARTS.includes(line));
}
