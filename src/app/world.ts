// What a command is given of the world, so that it can be run in a test with another one.

import type { ReadStream, WriteStream } from 'node:tty';

export interface World {
  env: Readonly<Record<string, string | undefined>>;
  /** Version of api-quiz. */
  version: string;
  stdin: ReadStream | NodeJS.ReadableStream;
  stdout: WriteStream;
  stderr: WriteStream;
  /** The instant, ms since the epoch. */
  now(): number;
  /** Real randomness, [0, 1). */
  random(): number;
  /** Home folder of settings and history. */
  home: string;
  /** The built-in pack: the file the build made, and the folder of a checkout (null elsewhere). */
  builtIn: { compiled: string; folder: string };
  /** Registers what has to be done when the process is told to end; returns what takes it back. */
  onInterrupt(handler: () => void): () => void;
}

/** Exit codes; a bug is 70. */
export const EXIT = { fine: 0, findings: 1, wrongUse: 2, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
