// The prompt of an open question: keys in, state, screen out. Time comes from the desk only.

import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { measure, type Size } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import type { QuestionResponse } from '../../question/response.js';
import type { AskView, Desk } from '../../session/player.js';
import { type AskLive, type AskResult, startLive } from './ask-commands.js';
import { type AskScreen, drawAsk, type TimerStyle, turnedOffset } from './ask-drawing.js';
import { pasteAsk, pressAsk } from './ask-press.js';
import { keepDrafts } from './draft-keeper.js';
import { editWidth } from './inputs/edit-drawing.js';
import type { Caret, Key } from './inputs/input.js';
import { inputFor } from './inputs/inputs.js';
import { makePasteGate } from './paste-gate.js';
import { useRedraw } from './prompt-hooks.js';
import { announcement } from './time-announcement.js';
import { TYPE_AHEAD_MS } from './type-ahead.js';

const TICK_MS = 100;
const DRAWN_AT_ONCE = 30;
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';

export interface AskConfig {
  view: AskView;
  desk: Desk;
  theme: Theme;
  timer: TimerStyle;
  /** Said when the question opens; empty for nothing. */
  notice: string;
  size(): Size;
  /** Calls back when the window changed, after the screen was cleared; returns what stops it. */
  onResize(callback: () => void): () => void;
}

export const askPrompt = createPrompt<AskResult, AskConfig>((config, done) => {
  const { desk, theme, timer, view } = config;
  const input = inputFor(view);
  const isTyped = input.typing !== 'none';
  const [live, setLive] = useState<AskLive>(() => startLive(view, config.notice));
  const [, setShownSecond] = useState(-1);
  const openedAt = useRef(desk.now());
  const latest = useRef(live);
  const readline = useRef<ReadLine | null>(null);
  const gate = useRef(makePasteGate());
  const drafts = useRef(keepDrafts((response) => desk.draft(response)));
  const burst = useRef({ keys: 0, unseen: false });

  const entered = (): QuestionResponse | null => {
    const { inputState } = latest.current;
    return input.keys.entered(inputState) ? input.keys.response(inputState, view) : null;
  };
  const screenOf = (shown: AskLive): AskScreen => ({
    ...shown,
    input,
    remainingMs: desk.remainingMs(),
    spentMs: desk.spentMs(),
    timer,
    size: config.size(),
  });
  const finish = (result: AskResult) => {
    // What is handed in is recorded as the answer; everything else keeps what was typed.
    if ('response' in result && result.response !== null) drafts.current.drop();
    done(result);
  };
  /** Many keys at once are a paste without brackets: the first are drawn one by one, the others together. */
  const show = (next: AskLive) => {
    latest.current = next;
    const { current } = burst;
    current.keys += 1;
    if (current.keys > DRAWN_AT_ONCE) {
      current.unseen = true;
      return;
    }
    setLive(next);
    if (current.keys > 1) return;
    queueMicrotask(() => {
      const { unseen } = current;
      Object.assign(current, { keys: 0, unseen: false });
      if (unseen) setLive(latest.current);
    });
  };

  useEffect((rl) => {
    readline.current = rl as unknown as ReadLine;
    if (isTyped) show({ ...latest.current });
    const stopClock = runClock(config, {
      isPaused: () => latest.current.paused,
      expire: () => finish({ kind: 'expired', response: entered() }),
      say: (notice) => show({ ...latest.current, notice }),
      tick: setShownSecond,
    });
    return () => {
      stopClock();
      drafts.current.flush();
    };
  }, []);
  useRedraw(config.onResize);

  useKeypress((key: Key) => {
    const gated = gate.current(key);
    if (gated.kind === 'held') return;
    const before = latest.current;
    // Drawn anew all the same: readline has made something of the key.
    if (desk.now() - openedAt.current < TYPE_AHEAD_MS) return show({ ...before });
    const context = {
      desk,
      input,
      entered,
      turned: (step: -1 | 1) => turnedOffset(screenOf(before), step, theme),
      editWidth: editWidth(measure(config.size().columns), theme),
    };
    const obeyed =
      gated.kind === 'paste' ? pasteAsk(before, gated.text, context) : pressAsk(before, key, context);
    if (obeyed.kind === 'done') return finish(obeyed.result);
    show(obeyed.live);
    if (isTyped && obeyed.live.inputState !== before.inputState) drafts.current.changed(entered());
  });

  const { content, below, caret } = drawAsk(screenOf(live), theme);
  if (caret === null) return `${content}\n${below}${HIDE_CURSOR}`;
  if (readline.current !== null) placeCursor(readline.current, caret);
  return [content, `${below}${caret.isShown ? SHOW_CURSOR : HIDE_CURSOR}`];
});

interface ReadLine {
  line: string;
  cursor: number;
}

/** inquirer puts the cursor where readline has it: readline is told the row of the text that the cursor stands in. */
function placeCursor(readline: ReadLine, { line, at }: Caret): void {
  readline.line = line;
  readline.cursor = at;
}

interface ClockEvents {
  isPaused(): boolean;
  expire(): void;
  /** The quiet clock speaks. */
  say(notice: string): void;
  /** The second shown by the live clock, told again and again. */
  tick(second: number): void;
}

/** Watches the time until the prompt is done; returns what stops it. */
function runClock(
  { desk, view, timer }: AskConfig,
  { isPaused, expire, say, tick }: ClockEvents,
): () => void {
  let lastMs = desk.remainingMs();
  const timerId = setInterval(() => {
    const remaining = desk.remainingMs();
    if (remaining === 0 && view.limitCuts && !isPaused()) {
      clearInterval(timerId);
      expire();
      return;
    }
    const said = timer === 'quiet' ? announcement(view.limitMs, lastMs, remaining) : undefined;
    lastMs = remaining;
    if (said !== undefined) say(said);
    if (timer === 'live') tick(shownSecond(view, desk));
  }, TICK_MS);
  return () => clearInterval(timerId);
}

/** Changes when the clock on the screen does. */
function shownSecond({ limitCuts }: AskView, desk: Desk): number {
  return limitCuts ? Math.ceil((desk.remainingMs() ?? 0) / 1000) : Math.floor(desk.spentMs() / 1000);
}
