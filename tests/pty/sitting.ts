// Starts the real program over the sample pack, in a terminal or through pipes, and ends it with the test.

import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { usedHome } from '../support/home.js';
import { LAUNCHER, type TerminalRequest, TerminalSession } from '../support/pty.js';
import { run, SHIPPED } from '../support/run.js';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** Keeps to the sample pack, which the settings of `welcomedHome` add. */
export const SAMPLES = ['--pack', 'sample'];

/** `$EDITOR` that writes a fixed answer. */
export const EDITOR = `"${process.execPath}" "${join(FIXTURES, 'editor.mjs')}"`;

/** The pack that is practised with beside the built-in one, by its id. */
const FOLDERS = { sample: join(FIXTURES, 'pack'), 'hands-on': join(FIXTURES, 'hands-on-pack') };

/** As a home keeps them once they have been read: parsing a pack anew costs as much as all else of a start. */
const parsed = mkdtempSync(join(tmpdir(), 'api-quiz-parsed-'));
process.on('exit', () => rmSync(parsed, { recursive: true, force: true }));
for (const folder of Object.values(FOLDERS)) await loadFolderPack(folder, parsed, true);

/** A home whose owner has been welcomed before and practises with the sample pack too, or another. */
export function welcomedHome(pack: keyof typeof FOLDERS = 'sample'): string {
  const home = usedHome({ packs: [FOLDERS[pack]] });
  cpSync(parsed, join(home, 'cache'), { recursive: true });
  return home;
}

/** A sitting over the sample pack at a terminal. */
export function sit(args: readonly string[], request: Partial<TerminalRequest> = {}): TerminalSession {
  const [verb = '', ...rest] = args;
  return atTerminal([verb, ...SAMPLES, ...rest], request);
}

/** The program at a terminal, with these arguments only. */
export function atTerminal(args: readonly string[], request: Partial<TerminalRequest> = {}): TerminalSession {
  const session = new TerminalSession({ ...request, home: request.home ?? welcomedHome(), args });
  onTestFinished(() => session.dispose());
  return session;
}

export interface Piped {
  code: number;
  out: string;
  err: string;
}

/** The program through pipes: all input at once, all output at the end. */
export function pipe(args: readonly string[], input: string, home: string): Promise<Piped> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH ?? '', API_QUIZ_HOME: home, TZ: 'UTC' };
    const child = execFile(process.execPath, [LAUNCHER, ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
    child.stdin?.end(input);
  });
}

interface ToldSitting {
  mode: string;
  finished: boolean;
  answers: {
    question: string;
    outcome: string;
    response: unknown;
    credit: number;
    effectiveCredit: number;
    order: string[];
    confidence: string | null;
    round: number;
    takenBack: boolean;
  }[];
}

/** What the program tells of a home, asked here: what was written down is looked at, not another start. */
export async function toldOf(home: string, ...args: string[]): Promise<string> {
  return (await run(args, { home, builtIn: SHIPPED })).out;
}

/** What `history --json` tells of a home. */
export async function historyOf(home: string): Promise<ToldSitting[]> {
  return JSON.parse(await toldOf(home, 'history', '--json')) as ToldSitting[];
}
