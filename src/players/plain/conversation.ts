// The talk with a person line by line: what is said, the next line, one line held back, and how it goes on after the time was up.

import type { Theme } from '../../look/theme.js';
import type { LinesIn } from '../lines-in.js';

export interface Conversation {
  say(...lines: readonly string[]): void;
  /** The next line; null at the end of input; with a limit in ms: `late` when none came in time. */
  next(limitMs?: number | null): Promise<string | null | 'late'>;
}

export interface PlainTalk extends Conversation {
  readonly theme: Theme;
  readonly width: number;
  /** A person types the lines. */
  readonly typed: boolean;
  /** A line that was read too early waits for what is asked next. */
  hold(line: string): void;
  /** A line finished before the question was to be seen is no answer to it. */
  forget(): void;
  /** The time was up while something was being typed. */
  timeIsUp(): void;
  /** At a terminal the line that was being typed when the time was up still comes: it means nothing to what follows. */
  settle(): Promise<void>;
}

interface Voice {
  lines: LinesIn;
  write(text: string): void;
  theme: Theme;
  width: number;
}

/** `write` gets whole lines. */
export function plainTalk({ lines, write, theme, width }: Voice): PlainTalk {
  const say = (...said: readonly string[]) => write(`${said.join('\n')}\n`);
  let held: string | null = null;
  let timeUp = false;
  return {
    theme,
    width,
    typed: lines.typed,
    say,
    async next(limitMs = null) {
      const line = held ?? (await lines.next(limitMs));
      held = null;
      return line;
    },
    hold(line) {
      held = line;
    },
    forget: () => lines.forget(),
    timeIsUp() {
      timeUp = true;
    },
    async settle() {
      if (timeUp && lines.typed) {
        say('', 'Time is up. Enter goes on.');
        await lines.next();
        lines.forget();
      }
      timeUp = false;
    },
  };
}
