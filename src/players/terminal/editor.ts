// $EDITOR on a text, started without a shell, on a private file that is removed afterwards.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../../text/failure.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Longest text taken back, in characters. */
const MAX_TEXT = 20_000;

/** The program and its arguments: VISUAL, EDITOR, else the platform's own; blanks separate, quotes hold together. */
export function editorCommand(env: Environment, platform: NodeJS.Platform): string[] {
  const named = env.VISUAL || env.EDITOR || (platform === 'win32' ? 'notepad' : 'vi');
  return (named.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? []).map((word) => word.replace(/^["']|["']$/g, ''));
}

/** Opens a file in the editor and waits; throws Failure `editor-failed`. */
export function openInEditor(path: string, env: Environment): void {
  const [program = '', ...args] = editorCommand(env, process.platform);
  const result = spawnSync(program, [...args, path], { stdio: 'inherit', shell: false });
  if (result.error || result.status !== 0) {
    const reason =
      (result.error as NodeJS.ErrnoException | undefined)?.code ?? `exit ${result.status ?? result.signal}`;
    throw new Failure('editor-failed', { program, reason });
  }
}

/** The text after the person edited it; throws Failure `editor-failed`. */
export function editText(text: string, env: Environment): string {
  const folder = mkdtempSync(join(tmpdir(), 'api-quiz-'));
  const path = join(folder, 'answer.md');
  try {
    writeFileSync(path, text, { mode: 0o600 });
    openInEditor(path, env);
    return readFileSync(path, 'utf8').slice(0, MAX_TEXT).trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text after the person edited it; where no editor starts, the text as it was and a notice that says so. */
export function editAnswer(text: string, env: Environment): { text: string; notice: string } {
  try {
    return { text: editText(text, env), notice: '' };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'editor-failed') throw error;
    return { text, notice: noEditor(error) };
  }
}

/** Why no editor opened, in words. */
export function noEditor({ args: { program = '', reason = '' } }: Failure): string {
  return `The editor "${program}" could not be used (${reason}): set EDITOR to a program that waits, such as nano.`;
}
