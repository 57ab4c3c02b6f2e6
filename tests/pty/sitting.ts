// Starts the real program over the sample pack, in a terminal or through pipes, and ends it with the test.

import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { LAUNCHER, type TerminalRequest, TerminalSession } from '../support/pty.js';
import { run, SHIPPED } from '../support/run.js';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** Keeps to the sample pack, which the settings of `welcomedHome` add. */
export const SAMPLES = ['--pack', 'sample'];

/** `$EDITOR` that writes a fixed answer. */
export const EDITOR = `"${process.execPath}" "${join(FIXTURES, 'editor.mjs')}"`;

/** The pack that is practised with beside the built-in one, by its id. */
const FOLDERS = { sample: join(FIXTURES, 'pack'), 'hands-on': join(FIXTURES, 'hands-on-pack') };

const warmed = new Map<string, string>();

/** A home in which the pack has been read before: parsing it anew costs as much as all else of a start. Made once a worker. */
function warmedHome(pack: keyof typeof FOLDERS): string {
  const known = warmed.get(pack);
  if (known !== undefined) return known;
  const home = mkdtempSync(join(tmpdir(), 'api-quiz-warm-'));
  warmed.set(pack, home);
  process.on('exit', () => rmSync(home, { recursive: true, force: true }));
  writeFileSync(join(home, 'config.json'), JSON.stringify({ welcomed: true, packs: [FOLDERS[pack]] }));
  const env = { PATH: process.env.PATH ?? '', API_QUIZ_HOME: home, TZ: 'UTC' };
  execFileSync(process.execPath, [LAUNCHER, 'list', '--pack', pack], { env, stdio: 'ignore' });
  return home;
}

/** A home whose owner has been welcomed before and practises with the sample pack too, or another. */
export function welcomedHome(pack: keyof typeof FOLDERS = 'sample'): string {
  const home = temporaryHome();
  cpSync(warmedHome(pack), home, { recursive: true });
  return home;
}

/** A sitting over the sample pack at a terminal. */
export function sit(args: readonly string[], request: Partial<TerminalRequest> = {}): TerminalSession {
  const [verb = '', ...rest] = args;
  return atTerminal([verb, ...SAMPLES, ...rest], request);
}

/** The program at a terminal, with these arguments only. */
export function atTerminal(args: readonly string[], request: Partial<TerminalRequest> = {}): TerminalSession {
  const home = request.home ?? welcomedHome();
  const session = new TerminalSession({ ...request, home, args });
  onTestFinished(() => {
    session.dispose();
    keepCompiled(home);
  });
  return session;
}

/** What a start has compiled of the program is there for the starts of later tests, as it is for those of a person. */
function keepCompiled(home: string): void {
  for (const warm of warmed.values())
    for (const file of compiledIn(home)) {
      const kept = join(warm, COMPILED, file);
      if (sizeOf(kept) < sizeOf(join(home, COMPILED, file))) cpSync(join(home, COMPILED, file), kept);
    }
}

const COMPILED = join('cache', 'compiled');
const compiledIn = (home: string): string[] => {
  const folder = join(home, COMPILED);
  return existsSync(folder) ? readdirSync(folder) : [];
};
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

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
