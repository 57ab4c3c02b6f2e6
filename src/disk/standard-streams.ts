// Standard input and output where they are a file or a pipe: Node's streams for them take milliseconds to make, so they are made at the first need.

import { fstatSync, writeSync } from 'node:fs';
import { errnoOf } from './errno.js';

type Stdin = NodeJS.ReadStream & { fd: 0 };
type Stdout = NodeJS.WriteStream & { fd: 1 };

/** Node's stream, or a stand-in that makes it when anything but `isTTY` is asked for. */
export function standardInput(): Stdin {
  return isNoTerminal(0) ? standIn(() => process.stdin, { isTTY: false }) : process.stdin;
}

export interface StandardOutput {
  readonly stream: Stdout;
  /** Calls back once all that was written is with the system, or with what kept it from there. */
  whenWritten(then: (error?: Error | null) => void): void;
}

/**
 * Node's stream, or a stand-in that writes at once, and makes the stream for what the reader does not take now. `failed` hears what keeps
 * it from being written.
 */
export function standardOutput(failed: (error: NodeJS.ErrnoException) => void): StandardOutput {
  let made: Stdout | undefined;
  const make = () => {
    made ??= process.stdout.on('error', failed);
    return made;
  };
  const write = (text: string | Uint8Array): boolean => {
    const left = made === undefined ? writtenAtOnce(text, failed) : text;
    return left.length === 0 || make().write(left);
  };
  return {
    stream: isNoTerminal(1)
      ? standIn(make, { write, isTTY: false, columns: undefined, rows: undefined })
      : make(),
    whenWritten: (then) => (made === undefined ? then() : made.write('', then)),
  };
}

/** Writes to the first reader of all; what it does not take now is returned. */
function writtenAtOnce(
  text: string | Uint8Array,
  failed: (error: NodeJS.ErrnoException) => void,
): Uint8Array {
  let left = typeof text === 'string' ? Buffer.from(text) : text;
  try {
    while (left.length > 0) left = left.subarray(writeSync(1, left));
  } catch (error) {
    // A pipe that others have set not to wait.
    if (errnoOf(error) === 'EAGAIN') return left;
    failed(error as NodeJS.ErrnoException);
    return left.subarray(left.length);
  }
  return left;
}

/** Known without one of Node's modules for terminals. On Windows pipes are written to by Node alone. */
function isNoTerminal(descriptor: 0 | 1): boolean {
  if (process.platform === 'win32') return false;
  try {
    const stats = fstatSync(descriptor);
    return stats.isFIFO() || stats.isSocket() || stats.isFile();
  } catch (error) {
    errnoOf(error);
    return false;
  }
}

/** What is `known`, and for everything else the stream. */
function standIn<Stream extends object>(
  make: () => Stream,
  known: { [Name in keyof Stream]?: unknown },
): Stream {
  return new Proxy(Object.create(null), {
    get(_, name) {
      if (name in known) return Reflect.get(known, name);
      const stream = make();
      const value: unknown = Reflect.get(stream, name);
      return typeof value === 'function' ? value.bind(stream) : value;
    },
  });
}
