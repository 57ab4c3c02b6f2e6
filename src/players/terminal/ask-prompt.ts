// The prompt of an open question: keys in, state, screen out. Time comes from the desk only.

import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import type { Size } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import type { QuestionResponse } from '../../question/response.js';
import type { AskView, Desk } from '../../session/player.js';
import { type AskLive, type AskResult, obeyCommand, startLive } from './ask-commands.js';
import { type AskScreen, drawAsk, type TimerStyle, turnedOffset } from './ask-drawing.js';
import { commandOf, pausedCommandOf } from './ask-keys.js';
import { isEnter, isMove, type Key } from './inputs/input.js';
import { inputFor } from './inputs/inputs.js';
import { announcement } from './time-announcement.js';

/** Keys in the first moments were meant for the screen before. */
export const TYPE_AHEAD_MS = 200;
const TICK_MS = 100;
const HIDE_CURSOR = '\u001b[?25l';

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

/** The line editor below a prompt. */
export interface ReadLine {
  line: string;
  clearLine(direction: 0): void;
  write(text: string): void;
}

export const askPrompt = createPrompt<AskResult, AskConfig>((config, done) => {
  const { desk, theme, timer, view } = config;
  const input = inputFor(view);
  const typing = input.typing !== 'none';
  const [live, setLive] = useState<AskLive>(() => startLive(view, config.notice));
  const [, setShownSecond] = useState(-1);
  const [, setResizes] = useState(0);
  const openedAt = useRef(desk.now());
  const latest = useRef(live);
  latest.current = live;

  const lineOf = (state: unknown) => input.keys.line?.get(state) ?? '';
  const entered = (): QuestionResponse | null => {
    const { inputState } = latest.current;
    return input.keys.entered(inputState) ? input.keys.response(inputState, view) : null;
  };
  const screenOf = (shown: AskLive): AskScreen => ({
    ...shown,
    input,
    line: typing && !shown.paused ? lineOf(shown.inputState) : null,
    remainingMs: desk.remainingMs(),
    spentMs: desk.spentMs(),
    timer,
    size: config.size(),
  });

  useEffect((rl) => {
    restoreLine(rl as unknown as ReadLine, lineOf(latest.current.inputState));
    return runClock(config, {
      isPaused: () => latest.current.paused,
      expire: () => done({ kind: 'expired', response: entered() }),
      say: (notice) => setLive({ ...latest.current, notice }),
      tick: setShownSecond,
    });
  }, []);
  useEffect(() => {
    let resizes = 0;
    return config.onResize(() => {
      resizes += 1;
      setResizes(resizes);
    });
  }, []);

  const pressPaused = (key: Key) => {
    const command = pausedCommandOf(key);
    if (command === 'quit') return done({ kind: 'quit' });
    if (command === undefined) return;
    desk.unpause();
    setLive({ ...latest.current, paused: false });
  };

  useKeypress((key: Key, rl) => {
    const readline = rl as unknown as ReadLine;
    const now = latest.current;
    if (desk.now() - openedAt.current < TYPE_AHEAD_MS || now.paused) {
      // Whatever readline took of it is taken back.
      restoreLine(readline, lineOf(now.inputState));
      if (now.paused) pressPaused(key);
      return;
    }
    const command = commandOf(key, now.view, input.typing, lineOf(now.inputState) !== '');
    if (command !== undefined) {
      const obeyed = obeyCommand(command, now, {
        desk,
        input,
        entered,
        turned: (step) => turnedOffset(screenOf(now), step, theme),
      });
      if (obeyed.kind === 'stay') return setLive(obeyed.live);
      return done(obeyed.result);
    }
    // On Enter readline has already emptied its line; the state still has it.
    // Keys that move type nothing, whatever readline makes of them.
    const before =
      isEnter(key) || isMove(key)
        ? now.inputState
        : (input.keys.line?.set(now.inputState, readline.line) ?? now.inputState);
    const pressed = input.keys.press(before, key, view);
    if (pressed?.done) return done({ kind: 'answer', response: input.keys.response(pressed.state, view) });
    if (pressed === undefined && !typing) return;
    restoreLine(readline, lineOf(pressed?.state ?? before));
    setLive({ ...now, inputState: pressed?.state ?? before, notice: pressed?.notice ?? '', offset: null });
  });

  const [content, below] = drawAsk(screenOf(live), theme);
  return typing ? [content, below] : `${content}\n${below}${HIDE_CURSOR}`;
});

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

/** Puts the line that counts back into the line editor. */
export function restoreLine(rl: ReadLine, line: string): void {
  if (rl.line === line) return;
  rl.clearLine(0);
  if (line !== '') rl.write(line);
}
