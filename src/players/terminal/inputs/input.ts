// What a person fills in: the keys of a sheet and its drawing are given separately, both pure.

import type { Theme } from '../../../look/theme.js';
import type { QuestionResponse } from '../../../question/response.js';
import type { AskView } from '../../../session/player.js';

/** A key as readline reports it. */
export interface Key {
  name?: string | undefined;
  sequence?: string | undefined;
  ctrl?: boolean | undefined;
}

export interface Pressed<State> {
  state: State;
  /** The person is done. */
  done?: boolean;
  /** One line said below the sheet. */
  notice?: string;
}

export interface SheetKeys<State> {
  start(view: AskView): State;
  /** Undefined when the key means nothing to this sheet. */
  press(state: State, key: Key, view: AskView): Pressed<State> | undefined;
  response(state: State, view: AskView): QuestionResponse;
  /** True once the person moved, ticked or typed. */
  entered(state: State): boolean;
}

export interface DrawnSheet {
  lines: string[];
  /** Line that must stay visible. */
  focus: number;
}

export interface SheetDrawing<State> {
  draw(state: State, view: AskView, width: number, theme: Theme): DrawnSheet;
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

/** How one question type is filled in. */
export interface Sheet {
  keys: SheetKeys<unknown>;
  drawing: SheetDrawing<unknown>;
  /** line or lines: letters are text, commands need Ctrl. */
  typing: 'none' | 'line' | 'lines';
}
