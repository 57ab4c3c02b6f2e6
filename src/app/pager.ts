// Long output in a pager: less, or what PAGER says, started without a shell; the text goes through a pipe only.

import { spawn } from 'node:child_process';
import { errnoOf } from '../disk/errno.js';
import { leaveKeyboard } from '../players/terminal/leave-keyboard.js';
import { commandWords } from '../text/command-words.js';
import { cellWidth } from '../text/fit.js';
import { safeLine } from '../text/safe.js';
import { tellLines } from './print.js';
import type { World } from './world.js';

type Environment = World['env'];

/** What less is told where LESS says nothing: leave at once what fits, colours as they are, no other screen. */
const LESS = 'FRX';

export interface PagerCommand {
  program: string;
  args: string[];
  /** PAGER names it: that it cannot be started is told. */
  isNamed: boolean;
}

/** The pager; null where PAGER is empty or `cat`. */
export function pagerCommand({ PAGER }: Environment): PagerCommand | null {
  if (PAGER === undefined) return { program: 'less', args: [`-${LESS}`], isNamed: false };
  const [program, ...args] = commandWords(PAGER);
  return program === undefined || program === 'cat' ? null : { program, args, isNamed: true };
}

/** True where the text takes more rows than the terminal shows beside the prompt of the shell. */
export function isLong(text: string, { columns, rows }: { columns: number; rows: number }): boolean {
  let taken = 1;
  for (const line of text.trimEnd().split('\n')) {
    taken += Math.max(1, Math.ceil(cellWidth(line) / Math.max(1, columns)));
    if (taken > rows) return true;
  }
  return false;
}

/** Shows the text in the pager and waits until it is left; prints it where it is short, or where there is no pager. */
export async function showText(world: Pick<World, 'env' | 'stdout' | 'stderr'>, text: string): Promise<void> {
  const { env, stdout, stderr } = world;
  const command = isLong(text, stdout) ? pagerCommand(env) : null;
  const failed = command === null ? null : await runPager(command, withoutLinks(text), env);
  if (command !== null && failed === null) return;
  if (command?.isNamed && failed !== null)
    tellLines({ stderr }, [
      `The pager "${safeLine(command.program)}" (PAGER) could not be started: ${failed}.`,
    ]);
  stdout.write(text);
}

/** Null: it was shown; else why the pager did not start. */
async function runPager(
  { program, args }: PagerCommand,
  text: string,
  env: Environment,
): Promise<string | null> {
  const giveBack = leaveKeyboard();
  try {
    return await new Promise((resolve) => {
      const child = spawn(program, args, {
        stdio: ['pipe', 'inherit', 'inherit'],
        shell: false,
        env: { LESS, ...env },
      });
      child.on('error', (error) => resolve(errnoOf(error)));
      child.on('close', () => resolve(null));
      // Left before its end, it closes the pipe: no error of ours.
      child.stdin.on('error', () => {});
      child.stdin.end(text);
    });
  } finally {
    giveBack();
  }
}

/** Older pagers show the signs of a link; the address stands beside it anyhow. */
function withoutLinks(text: string): string {
  return text.replace(/\u001b\]8;[^\u0007\u001b]*(?:\u0007|\u001b\\)/g, '');
}
