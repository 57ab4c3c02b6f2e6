// What a person fills in: the keys of a input and its drawing are given separately, both pure.

import type { Theme } from '../../../look/theme.js';
import type { QuestionResponse } from '../../../question/response.js';
import type { AskView } from '../../../session/player.js';
import type { TextEdit } from './text-edit.js';

/** A key as readline reports it. */
export interface Key {
  name?: string | undefined;
  sequence?: string | undefined;
  ctrl?: boolean | undefined;
  shift?: boolean | undefined;
  meta?: boolean | undefined;
}

export interface Pressed<State> {
  state: State;
  /** The person is done. */
  done?: boolean;
  /** One line said below the input. */
  notice?: string;
}

export interface InputKeys<State> {
  start(view: AskView): State;
  /** Undefined when the key means nothing to this input. */
  press(state: State, key: Key, view: AskView): Pressed<State> | undefined;
  response(state: State, view: AskView): QuestionResponse;
  /** The text under edit; left out where nothing is typed. */
  edit?: { get(state: State): TextEdit; set(state: State, edit: TextEdit): State };
  /** True once the person chose, ticked or typed. A pointer that was only moved has chosen nothing. */
  entered(state: State): boolean;
}

export interface DrawnInput {
  lines: string[];
  /** Line that must stay visible. */
  focus: number;
  /** Where the cursor stands in that line, which ends with `line`; left out where nothing is typed. */
  caret?: Caret;
}

/** The cursor in the row it stands in. */
export interface Caret {
  /** The text of the row. */
  line: string;
  /** Place in it, in characters. */
  at: number;
}

/** Lines there are for an input in this window. */
export interface Room {
  /** Below the stem. */
  below: number;
  /** Where the body is scrolled. */
  page: number;
}

export interface InputDrawing<State> {
  draw(state: State, view: AskView, width: number, theme: Theme, room: Room): DrawnInput;
  /** Keys and their meaning, for the foot. */
  keys(view: AskView, theme: Theme): (readonly [key: string, word: string])[];
}

/** 0 to 8 for the digits 1 to 9; undefined for other keys. */
export function digitOf(key: Key): number | undefined {
  return !key.ctrl && /^[1-9]$/.test(key.sequence ?? key.name ?? '')
    ? Number(key.sequence ?? key.name) - 1
    : undefined;
}

/** -1, 1 or 0 for up, down and other keys. */
export function stepOf(key: Key): -1 | 0 | 1 {
  if (key.ctrl) return 0;
  return key.name === 'up' || key.name === 'k' ? -1 : key.name === 'down' || key.name === 'j' ? 1 : 0;
}

/** True for Enter. */
export function isEnter(key: Key): boolean {
  return key.name === 'return' || key.name === 'enter';
}

/** True for the keys that hand in a text of several lines, where Enter begins a line: Ctrl-D, and Alt-Enter. */
export function isHandIn(key: Key): boolean {
  return (key.ctrl === true && key.name === 'd') || (key.meta === true && isEnter(key));
}

/** How one question type is filled in. */
export interface Input {
  keys: InputKeys<unknown>;
  drawing: InputDrawing<unknown>;
  /** line or lines: letters are text, commands need Ctrl. */
  typing: 'none' | 'line' | 'lines';
}
