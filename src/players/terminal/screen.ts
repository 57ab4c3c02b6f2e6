// The terminal as our prompts use it: its size, a clear screen before each prompt, redrawing, and the moment after the time was up.

import type { Size } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import { orInterrupted } from './or-interrupted.js';
import { choosePage, type KeyChoice } from './page-prompt.js';
import { BRACKET_PASTES, NO_BRACKETS } from './paste-gate.js';
import type { OnRedraw } from './prompt-hooks.js';

const CLEAR = '\u001b[2J\u001b[H';
/** Before each prompt: an editor that ran in between may have left its own way. */
const OPEN = CLEAR + BRACKET_PASTES;
/** What stands below the cursor goes: a message that follows has a clean line. */
const LEAVE = `\u001b[J\u001b[?25h${NO_BRACKETS}`;

/** What every prompt is given. */
export interface PromptScreen {
  theme: Theme;
  size(): Size;
  onResize: OnRedraw;
}

export interface Screen extends PromptScreen {
  /** A prompt on a clear screen; Ctrl-C and a closed terminal throw Interrupted. */
  show<Value>(prompt: () => Promise<Value>): Promise<Value>;
  /** A page on a clear screen, left by one of the keys. */
  page<Value extends string>(
    lines: (columns: number, room: number) => readonly string[],
    question: string,
    choices: readonly KeyChoice<Value>[],
  ): Promise<Value>;
  /** The time was up, or not, on the screen before. */
  endedByTime(ended: boolean): void;
  /** True for the one screen that comes after the time was up: keys may still be coming that were meant for the one before. */
  isLate(): boolean;
  /** Lines that stay, on a clear screen. */
  leaveWith(lines: readonly string[]): void;
  /** Gives the terminal to something else. */
  leave(): void;
}

export function openScreen(output: NodeJS.WriteStream, theme: Theme): Screen {
  let timeUp = false;
  const size = (): Size => ({ columns: output.columns || 80, rows: output.rows || 24 });
  const onResize = redrawOn(output);
  const isLate = () => {
    const late = timeUp;
    timeUp = false;
    return late;
  };
  const show = <Value>(prompt: () => Promise<Value>) => {
    output.write(OPEN);
    return orInterrupted(prompt());
  };
  return {
    theme,
    size,
    onResize,
    isLate,
    show,
    page: (lines, question, choices) =>
      show(() => choosePage({ lines, question, choices, theme, size, late: isLate(), onResize })),
    endedByTime(ended) {
      timeUp = ended;
    },
    leaveWith: (lines) => void output.write(`${CLEAR}${lines.join('\n')}\n`),
    leave: () => void output.write(LEAVE),
  };
}

/** When the window has changed and when the program goes on after it was stopped; on a clear screen. */
function redrawOn(output: NodeJS.WriteStream): OnRedraw {
  return (callback) => {
    const listener = () => {
      // Lines above were wrapped for the old width; what is drawn now is drawn from the top.
      output.write(OPEN);
      callback();
    };
    output.on('resize', listener);
    process.on('SIGCONT', listener);
    return () => {
      output.off('resize', listener);
      process.off('SIGCONT', listener);
    };
  };
}
