// The prompt in which an open answer is marked.

import { createPrompt, useRef, useState } from '@inquirer/core';
import type { Size } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import type { Open } from '../../question/question.js';
import type { OpenResponse } from '../../question/response.js';
import type { AskView, Marking } from '../../session/player.js';
import { markingRows } from '../marking-rows.js';
import { isEnter, type Key } from './inputs/input.js';
import { markedAs, pressMarking, startMarking } from './marking-keys.js';
import { markingScreen } from './marking-screen.js';
import { type OnRedraw, useKeys, useRedraw } from './prompt-hooks.js';
import { makeGuard } from './type-ahead.js';

export interface MarkingConfig {
  view: AskView;
  question: Open;
  marking: Marking;
  /** Keys may still be coming that were meant for the screen before. */
  late: boolean;
  theme: Theme;
  size(): Size;
  onResize: OnRedraw;
}

const HIDE_CURSOR = '\u001b[?25l';

export const markingPrompt = createPrompt<OpenResponse, MarkingConfig>((config, done) => {
  const { view, question, marking, theme, size } = config;
  const rows = useRef(markingRows(question, marking)).current;
  const [state, setState] = useState(startMarking(marking.suggestion));
  const latest = useRef(state);
  latest.current = state;
  const guard = useRef(makeGuard(config.late));
  useRedraw(config.onResize);
  const shown = markingScreen({ view, question, marking, rows, state, size: size() }, theme);
  useKeys((key: Key) => {
    if (!guard.current.takes(key)) return;
    if (isEnter(key)) return done(markedAs(latest.current, marking.suggestion));
    const turn = key.name === 'pagedown' ? 1 : key.name === 'pageup' ? -1 : 0;
    const now = latest.current;
    latest.current =
      turn === 0
        ? { ...pressMarking(now, key, rows), offset: null }
        : { ...now, offset: Math.max(0, shown.offset + turn * shown.page) };
    setState(latest.current);
  });
  return shown.text + HIDE_CURSOR;
});
