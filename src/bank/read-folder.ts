// The files of a pack on disk, read without following links or waiting for pipes.

import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
} from 'node:fs';
import { join } from 'node:path';
import { MAX_FILE_BYTES } from '../question/file-limit.js';
import type { ProblemCode } from '../question/problem-messages.js';

/** Most question files one pack may have. */
export const MAX_FILES = 50_000;
const MAX_DEPTH = 4;

export interface FoundFile {
  /** Relative to the pack, with forward slashes. */
  path: string;
  mtimeMs: number;
  size: number;
  regular: boolean;
  /** Of the exemplar answers beside it, as mtime and size; empty where there are none. */
  answersStamp: string;
}

/** How the name of a file of exemplar answers ends: `<id>.answers.yaml` beside `<id>.md`. */
const ANSWERS_END = '.answers.yaml';

/** The file of exemplar answers that belongs to a question file. */
export function answersPath(questionPath: string): string {
  return questionPath.replace(/\.md$/, ANSWERS_END);
}

/** The question file that a file of exemplar answers belongs to. */
export function questionPath(answers: string): string {
  return `${answers.slice(0, -ANSWERS_END.length)}.md`;
}

/** True for a file of exemplar answers. */
export function isAnswersPath(path: string): boolean {
  return path.endsWith(ANSWERS_END);
}

/**
 * Every `.md` file below the folder (README.md left out), sorted by path, and every file of
 * exemplar answers that has no question; the listing stops one past MAX_FILES. A folder
 * that may not be looked into is listed itself: reading it then tells why.
 */
export function listQuestionFiles(folder: string): FoundFile[] {
  const found: FoundFile[] = [];
  const visit = (relative: string, depth: number) => {
    const entries = entriesOf(join(folder, relative));
    if (entries === undefined)
      found.push({ path: relative || '.', mtimeMs: 0, size: 0, regular: true, answersStamp: '' });
    for (const entry of entries ?? []) {
      if (found.length > MAX_FILES) return;
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (
        entry.isDirectory() &&
        depth < MAX_DEPTH &&
        !entry.name.startsWith('.') &&
        entry.name !== 'node_modules'
      ) {
        visit(path, depth + 1);
      } else if (
        !entry.isDirectory() &&
        (isAnswersPath(entry.name) ||
          (entry.name.endsWith('.md') && entry.name.toLowerCase() !== 'readme.md'))
      ) {
        // Gone since it was listed: then it is no file of the pack any more.
        const stat = lstatSync(join(folder, path), { throwIfNoEntry: false });
        if (stat) {
          const { mtimeMs, size } = stat;
          found.push({ path, mtimeMs, size, regular: entry.isFile(), answersStamp: '' });
        }
      }
    }
  };
  visit('', 0);
  return withAnswers(found).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Files of exemplar answers become a stamp of their question. */
function withAnswers(found: readonly FoundFile[]): FoundFile[] {
  const answers = new Map(found.filter(({ path }) => isAnswersPath(path)).map((file) => [file.path, file]));
  const questions = found.filter(({ path }) => !isAnswersPath(path));
  const joined = questions.map((file) => {
    const beside = answers.get(answersPath(file.path));
    answers.delete(answersPath(file.path));
    return beside ? { ...file, answersStamp: `${beside.mtimeMs}:${beside.size}` } : file;
  });
  return [...joined, ...answers.values()];
}

function entriesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return undefined;
  }
}

/** The text, or the code of the problem that keeps it from being read. */
export function readTextFile(
  path: string,
  limit = MAX_FILE_BYTES,
): { text: string } | { code: ProblemCode; reason: string } {
  let descriptor: number;
  try {
    // Neither a link is followed nor a pipe waited for, even when one replaced the file since it was listed.
    descriptor = openSync(
      path,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return code === 'ELOOP' || code === 'ENXIO'
      ? { code: 'file-not-regular', reason: code }
      : { code: 'file-unreadable', reason: code };
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return { code: 'file-not-regular', reason: 'not a file' };
    if (stat.size > limit) return { code: 'file-too-large', reason: String(stat.size) };
    const buffer = Buffer.allocUnsafe(stat.size);
    let length = 0;
    while (length < buffer.length) {
      const read = readSync(descriptor, buffer, length, buffer.length - length, null);
      if (read === 0) break;
      length += read;
    }
    const bytes = buffer.subarray(0, length);
    return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { code: 'file-not-text', reason: 'not UTF-8' };
  } catch (error) {
    return { code: 'file-unreadable', reason: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  } finally {
    closeSync(descriptor);
  }
}
