// The clock of an open question: it ends the prompt, speaks, or ticks. Time comes from the desk only.

import type { AskView, Desk } from '../../session/player.js';
import type { TimerStyle } from './ask-drawing.js';
import { announcement } from './time-announcement.js';

const TICK_MS = 100;

interface Watched {
  desk: Desk;
  view: AskView;
  timer: TimerStyle;
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
export function runClock(
  { desk, view, timer }: Watched,
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
