// The real program in a real pseudo-terminal: keys in, the cells of a screen out. Nothing here sleeps blindly.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type IPty, spawn } from '@lydell/node-pty';
import unicode11 from '@xterm/addon-unicode11';
import headless from '@xterm/headless';
import { TYPE_AHEAD_MS } from '../../src/players/terminal/type-ahead.js';

/** The launcher of the built program. */
export const LAUNCHER = join(fileURLToPath(new URL('../../', import.meta.url)), 'bin', 'api-quiz.js');

export const KEY = {
  enter: '\r',
  up: '\u001b[A',
  down: '\u001b[B',
  pageUp: '\u001b[5~',
  pageDown: '\u001b[6~',
  escape: '\u001b',
  tab: '\t',
  backspace: '\u007f',
  paste: (text: string) => `\u001b[200~${text}\u001b[201~`,
  f: (number: 1 | 2 | 3 | 4 | 5 | 6 | 8) =>
    ({
      1: '\u001bOP',
      2: '\u001bOQ',
      3: '\u001bOR',
      4: '\u001bOS',
      5: '\u001b[15~',
      6: '\u001b[17~',
      8: '\u001b[19~',
    })[number],
  ctrl: (letter: string) => String.fromCharCode(letter.toUpperCase().charCodeAt(0) - 64),
} as const;

export interface TerminalRequest {
  args: readonly string[];
  home: string;
  columns?: number;
  rows?: number;
  env?: Readonly<Record<string, string>>;
  /** Typed into a shell with job control, instead of being started by itself. */
  inShell?: boolean;
}

const PATIENCE_MS = 15_000;
/** A key is pressed a little later than the prompt begins to listen. */
const SETTLE_MS = TYPE_AHEAD_MS + 40;
/** A screen is complete when nothing has come for so long. */
const QUIET_MS = 40;
const SHOW_CURSOR = '\u001b[?25h';
const HIDE_CURSOR = '\u001b[?25l';

/** One run of the program; `dispose` ends it whatever state it is in. */
export class TerminalSession {
  readonly terminal: InstanceType<typeof headless.Terminal>;
  readonly exited: Promise<number>;
  private readonly child: IPty;
  private readonly watchers = new Set<() => void>();
  private output = '';
  private seenAt = 0;
  private lastDataAt = 0;

  constructor({ args, home, columns = 80, rows = 24, env = {}, inShell = false }: TerminalRequest) {
    this.terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.terminal.loadAddon(new unicode11.Unicode11Addon());
    this.terminal.unicode.activeVersion = '11';
    const command = [process.execPath, LAUNCHER, ...args];
    const [program = '', ...words] = inShell ? ['bash', '--norc', '--noprofile', '-i'] : command;
    this.child = spawn(program, words, {
      cols: columns,
      rows,
      env: {
        PATH: process.env.PATH ?? '',
        TERM: 'xterm-256color',
        PAGER: 'cat',
        API_QUIZ_HOME: home,
        TZ: 'UTC',
        ...env,
      },
    });
    if (inShell) this.child.write(`clear; ${command.map((word) => `'${word}'`).join(' ')}\r`);
    this.child.onData((data) => {
      this.output += data;
      this.lastDataAt = Date.now();
      this.terminal.write(data, () => this.notify());
    });
    this.exited = new Promise((resolve) => {
      // What was written last may still be on its way to the screen.
      this.child.onExit(({ exitCode }) => this.terminal.write('', () => resolve(exitCode)));
    });
    this.exited.then(() => this.notify());
  }

  /** The visible rows without trailing blanks. */
  screen(): string {
    return this.rows(this.terminal.buffer.active.viewportY).join('\n').trimEnd();
  }

  /** The visible rows and everything that scrolled away above them. */
  everything(): string {
    return this.rows(0).join('\n').trimEnd();
  }

  /** Everything it has written so far: what stood there for a moment only, too. */
  written(): string {
    return this.output;
  }

  cursorIsShown(): boolean {
    return this.output.lastIndexOf(SHOW_CURSOR) >= this.output.lastIndexOf(HIDE_CURSOR);
  }

  /** Resolves with the screen once it shows (or matches) what is wanted, drawn to its end; a screen that never does is the error. */
  async see(wanted: string | RegExp): Promise<string> {
    const shown = () =>
      typeof wanted === 'string' ? this.screen().includes(wanted) : wanted.test(this.screen());
    const patience = Date.now() + PATIENCE_MS;
    do {
      await this.until(shown, patience, wanted);
      await this.quiet();
    } while (!shown());
    this.seenAt = Date.now();
    return this.screen();
  }

  private until(shown: () => boolean, patience: number, wanted: string | RegExp): Promise<void> {
    if (shown()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const watcher = () => {
        if (!shown()) return;
        clearTimeout(timer);
        this.watchers.delete(watcher);
        resolve();
      };
      const timer = setTimeout(() => {
        this.watchers.delete(watcher);
        reject(new Error(`never seen: ${wanted}\n--- the screen ---\n${this.screen()}\n------------------`));
      }, patience - Date.now());
      this.watchers.add(watcher);
    });
  }

  /** A screen may come in pieces: waits until no more of it comes. */
  private async quiet(): Promise<void> {
    for (let rest = QUIET_MS; rest > 0; rest = this.lastDataAt + QUIET_MS - Date.now()) {
      await new Promise((resolve) => setTimeout(resolve, rest));
      // What has arrived in the meantime is read before the clock is.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Types keys, not before the prompt seen last listens. */
  async press(...keys: readonly string[]): Promise<void> {
    const wait = this.seenAt + SETTLE_MS - Date.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    // One write a key: an Escape and what follows it would be read as one key otherwise.
    for (const key of keys) this.child.write(key);
  }

  /** Types at once, before the prompt listens. */
  typeAhead(keys: string): void {
    this.child.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.terminal.resize(columns, rows);
    this.child.resize(columns, rows);
  }

  signal(name: 'SIGTERM' | 'SIGHUP' | 'SIGKILL'): void {
    this.child.kill(name);
  }

  /** Closes the terminal, as one closes its window. */
  hangUp(): void {
    (this.child as unknown as { destroy(): void }).destroy();
  }

  dispose(): void {
    try {
      this.child.kill('SIGKILL');
    } catch {
      // It has ended already: that is what is wanted.
    }
    this.terminal.dispose();
  }

  private rows(from: number): string[] {
    const { active } = this.terminal.buffer;
    const end = active.baseY + this.terminal.rows;
    return Array.from(
      { length: end - from },
      (_, row) => active.getLine(from + row)?.translateToString(true) ?? '',
    );
  }

  private notify(): void {
    for (const watcher of [...this.watchers]) watcher();
  }
}
