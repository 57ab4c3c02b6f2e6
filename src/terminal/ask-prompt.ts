// The prompt of an open question: keys in, state, screen out. Time comes from the desk only.

import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import type { QuestionResponse } from '../question/response.js';
import { type AskScreen, drawAsk, type TimerStyle, turnedOffset } from './ask-drawing.js';
import { type Command, commandOf, pausedCommandOf } from './ask-keys.js';
import type { Size } from './frame.js';
import type { AskAct, AskView, Desk } from './player.js';
import type { Key } from './sheets/sheet.js';
import { sheetFor } from './sheets/sheets.js';
import type { TextState } from './sheets/text-keys.js';
import type { Theme } from './theme.js';
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

/** Beyond what a player may answer: the person wants the text in an editor. */
export type AskResult = AskAct | { kind: 'editor'; text: string; hinted: boolean };

interface Live {
  sheetState: unknown;
  notice: string;
  paused: boolean;
  offset: number | null;
  view: AskView;
}

interface ReadLine {
  line: string;
  clearLine(direction: 0): void;
  write(text: string): void;
}

export const askPrompt = createPrompt<AskResult, AskConfig>((config, done) => {
  const { desk, theme, timer } = config;
  const sheet = sheetFor(config.view);
  const [live, setLive] = useState<Live>(() => startLive(config));
  const [, setShownSecond] = useState(-1);
  const [, setResizes] = useState(0);
  const openedAt = useRef(desk.now());
  const latest = useRef(live);
  latest.current = live;
  const typing = sheet.typing !== 'none';

  const entered = (): QuestionResponse | null =>
    sheet.keys.entered(latest.current.sheetState)
      ? sheet.keys.response(latest.current.sheetState, config.view)
      : null;

  useEffect((rl) => {
    const before = typing ? (latest.current.sheetState as TextState).line : '';
    if (before !== '') (rl as unknown as ReadLine).write(before);
    let lastMs = desk.remainingMs();
    const timerId = setInterval(() => {
      const remaining = desk.remainingMs();
      if (remaining === 0 && config.view.limitCuts && !latest.current.paused) {
        clearInterval(timerId);
        done({ kind: 'expired', response: entered() });
        return;
      }
      const said = timer === 'quiet' ? announcement(config.view.limitMs, lastMs, remaining) : undefined;
      lastMs = remaining;
      if (said !== undefined) setLive({ ...latest.current, notice: said });
      if (timer === 'live')
        setShownSecond(Math.ceil((config.view.limitCuts ? (remaining ?? 0) : desk.spentMs()) / 1000));
    }, TICK_MS);
    let resizes = 0;
    const stop = config.onResize(() => {
      resizes += 1;
      setResizes(resizes);
    });
    return () => {
      clearInterval(timerId);
      stop();
    };
  }, []);

  const run = (command: Command) => {
    const now = latest.current;
    switch (command) {
      case 'hint':
        if (!now.view.mode.hints || now.view.question.hint === undefined || now.view.hinted) return;
        desk.hint();
        setLive({
          ...now,
          view: { ...now.view, hinted: true },
          notice: 'A hint costs a third of the credit.',
          offset: null,
        });
        return;
      case 'pause':
        if (!now.view.mode.pauses) return;
        desk.pause();
        setLive({ ...now, paused: true });
        return;
      case 'flag': {
        if (now.view.mode.order === 'free') {
          desk.mark(!now.view.marked);
          setLive({ ...now, view: { ...now.view, marked: !now.view.marked } });
          return;
        }
        desk.flag('');
        setLive({ ...now, notice: 'Flagged. After the answer you can add a note.' });
        return;
      }
      case 'page-up':
      case 'page-down': {
        const page = Math.max(1, config.size().rows - 10) * (command === 'page-up' ? -1 : 1);
        setLive({ ...now, offset: Math.max(0, (now.offset ?? 0) + page) });
        return;
      }
      case 'skip':
        return done({ kind: 'skip' });
      case 'quit':
        return done({ kind: 'quit' });
      case 'editor':
        return done({
          kind: 'editor',
          text: (sheet.keys.response(now.sheetState, config.view) as { text: string }).text,
        });
      default:
        return done({ kind: 'leave', response: entered(), to: command });
    }
  };

  useKeypress((key: Key, rl) => {
    const input = rl as unknown as ReadLine;
    const now = latest.current;
    if (desk.now() - openedAt.current < TYPE_AHEAD_MS || now.paused) {
      if (typing && input.line !== '') input.clearLine(0);
      if (now.paused && key.name === 'p') {
        desk.unpause();
        setLive({ ...now, paused: false });
      }
      return;
    }
    const command = commandOf(
      key,
      now.view,
      sheet.typing,
      typing && (now.sheetState as TextState).line !== '',
    );
    if (command !== undefined) return run(command);
    const isEnter = key.name === 'return' || key.name === 'enter';
    // On Enter readline has already emptied its line; the state still has it.
    const before =
      typing && !isEnter ? { ...(now.sheetState as TextState), line: input.line } : now.sheetState;
    const pressed = sheet.keys.press(before, key, config.view);
    if (pressed?.done)
      return done({ kind: 'answer', response: sheet.keys.response(pressed.state, config.view) });
    if (pressed === undefined && !typing) return;
    setLive({ ...now, sheetState: pressed?.state ?? before, notice: pressed?.notice ?? '', offset: null });
  });

  const [content, below] = drawAsk(
    {
      view: live.view,
      sheet,
      sheetState: live.sheetState,
      line: typing && !live.paused ? (live.sheetState as TextState).line : null,
      remainingMs: desk.remainingMs(),
      spentMs: desk.spentMs(),
      timer,
      notice: live.notice,
      paused: live.paused,
      offset: live.offset,
      size: config.size(),
    },
    theme,
  );
  return typing ? [content, below] : `${content}\n${below}${HIDE_CURSOR}`;
});

function startLive({ view }: AskConfig): Live {
  return { sheetState: sheetFor(view).keys.start(view), notice: '', paused: false, offset: null, view };
}
