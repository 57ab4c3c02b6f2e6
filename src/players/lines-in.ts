// Lines from an input that is no terminal: none is lost, however many arrive at once; the end is a value.

import { createInterface } from 'node:readline';

/** Longest line taken, in characters; the rest is cut off. */
const MAX_LINE = 100_000;

export interface LinesIn {
  /** The next line, or null at the end of input. With a limit in ms: `late` when no line came in time. */
  next(limitMs?: number | null): Promise<string | null | 'late'>;
  close(): void;
}

/** Reads from the stream from now on. */
export function readLines(input: NodeJS.ReadableStream): LinesIn {
  const reader = createInterface({ input, terminal: false });
  const waiting: string[] = [];
  let ended = false;
  let wake: (() => void) | null = null;
  const notify = () => {
    wake?.();
    wake = null;
  };
  reader.on('line', (line) => {
    waiting.push(line.slice(0, MAX_LINE));
    notify();
  });
  reader.on('close', () => {
    ended = true;
    notify();
  });
  return {
    async next(limitMs = null) {
      if (waiting.length === 0 && !ended) {
        await new Promise<void>((resolve) => {
          const timer = limitMs === null ? undefined : setTimeout(resolve, limitMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = null;
      }
      const line = waiting.shift();
      return line ?? (ended ? null : 'late');
    },
    close: () => reader.close(),
  };
}
