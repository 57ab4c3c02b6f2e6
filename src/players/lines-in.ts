// Lines from an input: none is lost, however many arrive at once; the end is a value. What comes without end is not kept.

import { StringDecoder } from 'node:string_decoder';

/** Longest line taken, in characters; the rest is cut off. */
const MAX_LINE = 100_000;
/** Lines that wait at most; the input is then left standing until they are taken. */
const MOST_WAITING = 1000;
/** Node fires a timer of more than 2^31 - 1 ms at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

export interface LinesIn {
  /** The next line, or null at the end of input. With a limit in ms: `late` when no line came in time. */
  next(limitMs?: number | null): Promise<string | null | 'late'>;
  /** At a terminal: forgets the lines that have come already, for they were typed before what is asked now was to be seen. */
  forget(): void;
  /** A person types the lines. */
  readonly typed: boolean;
  close(): void;
}

/** Reads from a terminal from now on, for what is typed too early is to be forgotten; from anything else once a line is wanted. */
export function readLines(input: NodeJS.ReadableStream & { isTTY?: boolean }): LinesIn {
  const waiting: string[] = [];
  const typed = input.isTTY === true;
  let ended = false;
  const bell = makeBell();
  const cut = lineCutter((line) => waiting.push(line));
  const onData = (chunk: Buffer | string) => {
    cut.take(chunk);
    if (waiting.length >= MOST_WAITING) input.pause();
    if (waiting.length > 0) bell.ring();
  };
  const onEnd = () => {
    if (ended) return;
    ended = true;
    cut.end();
    bell.ring();
  };
  let open = false;
  const listen = () => {
    open = true;
    input.on('data', onData);
    for (const event of ['end', 'close', 'error']) input.on(event, onEnd);
  };
  if (typed) listen();
  return {
    typed,
    async next(limitMs = null) {
      if (!open) listen();
      if (waiting.length === 0 && !ended) await bell.wait(limitMs);
      const line = waiting.shift();
      if (waiting.length < MOST_WAITING && input.isPaused() && !ended) input.resume();
      return line ?? (ended ? null : 'late');
    },
    forget() {
      if (typed) waiting.length = 0;
    },
    close() {
      if (!open) return;
      input.off('data', onData);
      input.pause();
    },
  };
}

/** Wakes the one who waits; null: without limit, else for so many ms at most. */
function makeBell(): { ring(): void; wait(limitMs: number | null): Promise<void> } {
  let wake: (() => void) | null = null;
  return {
    ring() {
      wake?.();
      wake = null;
    },
    wait: (limitMs) =>
      new Promise((resolve) => {
        // Beyond what a timer can do there is no limit: 24 days.
        const timer =
          limitMs === null || limitMs > LONGEST_TIMER_MS ? undefined : setTimeout(resolve, limitMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}

/** Cuts chunks into lines (LF, CRLF or CR), a byte order mark in front of the first one left out. */
function lineCutter(emit: (line: string) => void): { take(chunk: Buffer | string): void; end(): void } {
  const decoder = new StringDecoder('utf8');
  let line = '';
  let first = true;
  let afterReturn = false;
  const add = (text: string) => {
    if (line.length < MAX_LINE) line += text.slice(0, MAX_LINE - line.length);
  };
  const finish = () => {
    emit(first ? line.replace(/^\ufeff/, '') : line);
    first = false;
    line = '';
  };
  const takeText = (text: string) => {
    const from = afterReturn && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') afterReturn = text.endsWith('\r');
    const pieces = from.split(/\r\n|\r|\n/);
    pieces.forEach((piece, index) => {
      if (index > 0) finish();
      add(piece);
    });
  };
  return {
    take: (chunk) => takeText(typeof chunk === 'string' ? chunk : decoder.write(chunk)),
    end() {
      takeText(decoder.end());
      if (line !== '') finish();
    },
  };
}
