// What every prompt of ours does alike: it is drawn anew when it has to be, takes Ctrl-Z, and keeps pasted text from acting as keys.

import { useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import type { Key } from './inputs/input.js';
import { makePasteGate, NO_BRACKETS } from './paste-gate.js';
import type { ReadLine } from './read-line.js';

interface Suspendable {
  on(event: 'SIGTSTP', listener: () => void): void;
  off(event: 'SIGTSTP', listener: () => void): void;
}

export type OnRedraw = (callback: () => void) => () => void;

/** Draws anew when the window has changed, and when the program goes on after Ctrl-Z. */
export function useRedraw(onResize: OnRedraw): void {
  const [, setTurns] = useState(0);
  useEffect((rl) => {
    const readline = rl as unknown as Suspendable;
    let turns = 0;
    const stop = onResize(() => {
      turns += 1;
      setTurns(turns);
    });
    readline.on('SIGTSTP', stopProcess);
    return () => {
      stop();
      readline.off('SIGTSTP', stopProcess);
    };
  }, []);
}

/** The shell goes on below what is drawn, with a cursor that can be seen. */
const TO_THE_SHELL = `\u001b[999B\u001b[?25h${NO_BRACKETS}`;

/** Ctrl-Z: all of the foreground stops, as it would without raw mode; readline's own way of it leaves the keyboard dead. */
function stopProcess(): void {
  const { stdin, stdout } = process;
  const raw = (on: boolean) => stdin.isTTY && stdin.setRawMode(on);
  raw(false);
  stdout.write(TO_THE_SHELL);
  // Behind this line the program has been told to go on, or there is nobody who could tell it so and it never stopped.
  process.kill(0, 'SIGTSTP');
  setImmediate(() => {
    raw(true);
    process.emit('SIGCONT', 'SIGCONT');
  });
}

/** Keys as they are pressed; what is pasted comes whole, to `paste` or to nobody. */
export function useKeys(
  press: (key: Key, readline: ReadLine) => void,
  paste: (text: string, readline: ReadLine) => void = () => {},
): void {
  const gate = useRef(makePasteGate());
  useKeypress((key: Key, rl) => {
    const gated = gate.current(key);
    const readline = rl as unknown as ReadLine;
    if (gated.kind === 'paste') paste(gated.text, readline);
    else if (gated.kind === 'key') press(key, readline);
  });
}
