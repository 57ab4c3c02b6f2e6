// The prompt of an open question: keys in, state, screen out. Time comes from the desk only.

import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { measure, type Size } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import type { QuestionResponse } from '../../question/response.js';
import type { AskView, Desk } from '../../session/player.js';
import { runClock } from './ask-clock.js';
import { type AskLive, type AskResult, startLive } from './ask-commands.js';
import { type AskScreen, drawAsk, type TimerStyle, turnedOffset } from './ask-drawing.js';
import { pasteAsk, pressAsk } from './ask-press.js';
import { type Burst, makeBurst } from './burst.js';
import { type DraftKeeper, keepDrafts } from './draft-keeper.js';
import { editWidth } from './inputs/edit-drawing.js';
import type { Caret, Input, Key } from './inputs/input.js';
import { inputFor } from './inputs/inputs.js';
import { makePasteGate } from './paste-gate.js';
import { useRedraw } from './prompt-hooks.js';
import { TYPE_AHEAD_MS } from './type-ahead.js';

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
  const { desk, theme, view } = config;
  const input = inputFor(view);
  const [live, setLive] = useState<AskLive>(() => startLive(view, config.notice));
  const [, setShownSecond] = useState(-1);
  const readline = useRef<ReadLine | null>(null);
  const burst = useRef(makeBurst(live, setLive)).current;
  const drafts = useRef(keepDrafts((response) => desk.draft(response))).current;
  const finish = (result: AskResult) => {
    // What is handed in is recorded as the answer; everything else keeps what was typed.
    if ('response' in result && result.response !== null) drafts.drop();
    done(result);
  };

  useEffect((rl) => {
    readline.current = rl as unknown as ReadLine;
    if (input.typing !== 'none') burst.show({ ...burst.latest });
    const stopClock = runClock(config, {
      isPaused: () => burst.latest.paused,
      expire: () => finish({ kind: 'expired', response: enteredIn(input, burst.latest, view) }),
      say: (notice) => burst.show({ ...burst.latest, notice }),
      tick: setShownSecond,
    });
    return () => {
      stopClock();
      drafts.flush();
    };
  }, []);
  useRedraw(config.onResize);
  useAskKeys({ config, input, burst, drafts, finish });

  const { content, below, caret } = drawAsk(screenOf(config, input, live), theme);
  if (caret === null) return `${content}\n${below}${HIDE_CURSOR}`;
  if (readline.current !== null) placeCursor(readline.current, caret);
  return [content, `${below}${caret.isShown ? SHOW_CURSOR : HIDE_CURSOR}`];
});

interface AskKeys {
  config: AskConfig;
  input: Input;
  burst: Burst<AskLive>;
  drafts: DraftKeeper;
  finish(result: AskResult): void;
}

/** Keys and pastes, from the moment on that a key can be meant for this question. */
function useAskKeys({ config, input, burst, drafts, finish }: AskKeys): void {
  const { desk, theme, view, size } = config;
  const openedAt = useRef(desk.now()).current;
  const gate = useRef(makePasteGate()).current;
  const entered = () => enteredIn(input, burst.latest, view);
  useKeypress((key: Key) => {
    const gated = gate(key);
    if (gated.kind === 'held') return;
    const before = burst.latest;
    // Drawn anew all the same: readline has made something of the key.
    if (desk.now() - openedAt < TYPE_AHEAD_MS) return burst.show({ ...before });
    const context = {
      desk,
      input,
      entered,
      turned: (step: -1 | 1) => turnedOffset(screenOf(config, input, before), step, theme),
      editWidth: editWidth(measure(size().columns), theme),
    };
    const obeyed =
      gated.kind === 'paste' ? pasteAsk(before, gated.text, context) : pressAsk(before, key, context);
    if (obeyed.kind === 'done') return finish(obeyed.result);
    burst.show(obeyed.live);
    const isTyped = input.typing !== 'none' && obeyed.live.inputState !== before.inputState;
    if (isTyped) drafts.changed(entered());
  });
}

function enteredIn(input: Input, { inputState }: AskLive, view: AskView): QuestionResponse | null {
  return input.keys.entered(inputState) ? input.keys.response(inputState, view) : null;
}

function screenOf({ desk, timer, size }: AskConfig, input: Input, live: AskLive): AskScreen {
  return {
    ...live,
    input,
    remainingMs: desk.remainingMs(),
    spentMs: desk.spentMs(),
    timer,
    size: size(),
  };
}

interface ReadLine {
  line: string;
  cursor: number;
}

/** inquirer puts the cursor where readline has it: readline is told the row of the text that the cursor stands in. */
function placeCursor(readline: ReadLine, { line, at }: Caret): void {
  readline.line = line;
  readline.cursor = at;
}
