// What a person fills in: the keys of a input and its drawing are given separately, both pure.

import type { Theme } from '../../../look/theme.js';
import type { QuestionResponse } from '../../../question/response.js';
import type { AskView } from '../../../session/player.js';

/** A key as readline reports it. */
export interface Key {
  name?: string | undefined;
  sequence?: string | undefined;
  ctrl?: boolean | undefined;
  shift?: boolean | undefined;
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
  /** The line being typed, which is readline's own; left out where nothing is typed. */
  line?: { get(state: State): string; set(state: State, line: string): State };
  /** True once the person moved, ticked or typed. */
  entered(state: State): boolean;
}

export interface DrawnInput {
  lines: string[];
  /** Line that must stay visible. */
  focus: number;
}

export interface InputDrawing<State> {
  draw(state: State, view: AskView, width: number, theme: Theme): DrawnInput;
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

/** True for keys that walk through what is typed and type nothing themselves. */
export function isMove(key: Key): boolean {
  return key.name === 'tab' || key.name === 'up' || key.name === 'down';
}

/** How one question type is filled in. */
export interface Input {
  keys: InputKeys<unknown>;
  drawing: InputDrawing<unknown>;
  /** line or lines: letters are text, commands need Ctrl. */
  typing: 'none' | 'line' | 'lines';
}
