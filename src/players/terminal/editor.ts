// $EDITOR on a text, started without a shell, on a private file that is removed afterwards.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeText } from '../../disk/decode-text.js';
import { errnoOf } from '../../disk/errno.js';
import { readBounded } from '../../disk/read-bounded.js';
import { commandWords } from '../../text/command-words.js';
import { Failure } from '../../text/failure.js';
import { safeLine } from '../../text/safe.js';
import { leaveKeyboard } from './leave-keyboard.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Longest text taken back, in characters. */
const MAX_TEXT = 20_000;
/** Larger files are no answer. */
const MAX_BYTES = 4 * 1024 * 1024;

/** The program and its arguments: VISUAL, EDITOR, else the platform's own; blanks separate, quotes hold together. */
export function editorCommand(env: Environment, platform: NodeJS.Platform): string[] {
  const standard = platform === 'win32' ? 'notepad' : 'vi';
  const named = [env.VISUAL, env.EDITOR]
    .map((value = '') => commandWords(value))
    .find(([program]) => program);
  return named ?? [standard];
}

/** Opens a file in the editor and waits; throws Failure `editor-failed`. Ctrl-C belongs to the editor meanwhile, as with git. */
export async function openInEditor(path: string, env: Environment): Promise<void> {
  const [program = '', ...args] = editorCommand(env, process.platform);
  const giveBack = leaveKeyboard();
  try {
    const reason = await new Promise<string | null>((resolve) => {
      const child = spawn(program, [...args, path], { stdio: 'inherit', shell: false });
      child.on('error', (error) => resolve(errnoOf(error)));
      child.on('close', (code, signal) => resolve(code === 0 ? null : `exit ${code ?? signal}`));
    });
    if (reason !== null) throw new Failure('editor-failed', { program, reason });
  } finally {
    giveBack();
  }
}

/** A folder for one file; throws Failure `editor-failed` where there is no room for it. */
function privateFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'api-quiz-'));
  } catch (error) {
    throw new Failure('editor-failed', { program: tmpdir(), reason: errnoOf(error) });
  }
}

/** The text after the person edited it; throws Failure `editor-failed`. */
export async function editText(text: string, env: Environment): Promise<string> {
  const folder = privateFolder();
  const path = join(folder, 'answer.md');
  try {
    writeFileSync(path, text, { mode: 0o600 });
    let failure: unknown;
    try {
      await openInEditor(path, env);
    } catch (error) {
      failure = error;
    }
    const read = readBounded(path, MAX_BYTES);
    const edited = 'bytes' in read ? decodeText(read.bytes) : text;
    // What was saved is taken over, whatever the editor says at its end.
    if (failure !== undefined && edited === text) throw failure;
    return edited.slice(0, MAX_TEXT).trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text after the person edited it; where no editor starts, the text as it was and a notice that says so. */
export async function editAnswer(text: string, env: Environment): Promise<{ text: string; notice: string }> {
  try {
    return { text: await editText(text, env), notice: '' };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'editor-failed') throw error;
    return { text, notice: noEditor(error) };
  }
}

/** Why no editor opened, in words. */
export function noEditor({ args: { program = '', reason = '' } }: Failure): string {
  return `The editor "${safeLine(String(program))}" could not be used (${reason}): set EDITOR to a program that waits, such as nano.`;
}
