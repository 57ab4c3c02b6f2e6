// The files of a pack on disk, read without following links or waiting for pipes; what is passed over is named.

import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { join, sep } from 'node:path';
import { listFolder, lookAtLink } from '../disk/folders.js';
import { readBounded } from '../disk/read-bounded.js';
import { MAX_FILE_BYTES } from '../question/file-limit.js';
import type { ProblemCode } from '../question/problem-messages.js';

/** Most question files one pack may have. */
export const MAX_FILES = 50_000;
const MAX_DEPTH = 4;
/** Files passed over that are named at most. */
const MOST_NAMED = 50;

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

/** Something in a pack that looks as if it should have been read, and is not. */
export interface PassedOver {
  path: string;
  code: ProblemCode &
    ('file-ending' | 'file-name-not-text' | 'folder-too-deep' | 'folder-is-link' | 'pack-file-name');
}

export interface FoundFiles {
  files: FoundFile[];
  passedOver: PassedOver[];
}

/**
 * Every `.md` file below the folder (README.md left out), sorted by path, and every file of exemplar answers that has no
 * question; the listing stops one past MAX_FILES. A folder that may not be looked into, and a file that may not be looked
 * at, are listed: reading them then tells why.
 */
export function listQuestionFiles(folder: string, deep = true): FoundFiles {
  const found: FoundFiles = { files: [], passedOver: [] };
  const visit = (relative: string, depth: number) => {
    const listed = listFolder(join(folder, relative));
    if ('reason' in listed) found.files.push(unseen(relative || '.'));
    else
      for (const entry of listed.entries) {
        if (found.files.length > MAX_FILES) return;
        const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
        if (!isVisited(entry)) takeFile(folder, path, entry, found);
        else if (deep && depth < MAX_DEPTH) visit(path, depth + 1);
        else if (deep) passOver(found, path, 'folder-too-deep');
      }
  };
  visit('', 0);
  const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
  return { files: withAnswers(found.files).sort(byPath), passedOver: found.passedOver.sort(byPath) };
}

/** Files of exemplar answers become a stamp of their question. */
function withAnswers(found: readonly FoundFile[]): FoundFile[] {
  if (!found.some(({ path }) => isAnswersPath(path))) return [...found];
  const answers = new Map(found.filter(({ path }) => isAnswersPath(path)).map((file) => [file.path, file]));
  const questions = found.filter(({ path }) => !isAnswersPath(path));
  const joined = questions.map((file) => {
    const beside = answers.get(answersPath(file.path));
    answers.delete(answersPath(file.path));
    return beside ? { ...file, answersStamp: `${beside.mtimeMs}:${beside.size}` } : file;
  });
  return [...joined, ...answers.values()];
}

const isVisited = (entry: Dirent) =>
  entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules';

/** As nothing is known of it, it is never taken from the cache. */
const unseen = (path: string): FoundFile => ({
  path,
  mtimeMs: Number.NaN,
  size: 0,
  regular: true,
  answersStamp: '',
});

function takeFile(folder: string, path: string, entry: Dirent, found: FoundFiles): void {
  const { name } = entry;
  if (name.startsWith('.') || name === 'node_modules' || name.toLowerCase() === 'readme.md') return;
  if ((name.endsWith('.md') || isAnswersPath(name)) && !entry.isDirectory() && !name.includes('\ufffd')) {
    const look = lookAtLink(`${folder}${sep}${path}`);
    if ('stats' in look)
      found.files.push({
        path,
        mtimeMs: look.stats.mtimeMs,
        size: look.stats.size,
        regular: look.stats.isFile(),
        answersStamp: '',
      });
    // Gone since it was listed: then it is no file of the pack any more.
    else if (look.reason !== 'ENOENT') found.files.push(unseen(path));
    return;
  }
  const code = whyPassedOver(entry, path);
  if (code !== undefined) passOver(found, path, code);
}

function whyPassedOver(entry: Dirent, path: string): PassedOver['code'] | undefined {
  const name = entry.name.toLowerCase();
  if (entry.isSymbolicLink() && !/\.[a-z]+$/.test(name)) return 'folder-is-link';
  // Bytes that are no UTF-8 come as this sign, and the file cannot be opened by its name.
  if (/\.(md|markdown)$/.test(name) && name.includes('\ufffd')) return 'file-name-not-text';
  if (/\.(md|markdown|mdown|mkdn?|mdx)$/.test(name)) return entry.isDirectory() ? undefined : 'file-ending';
  const packFile = /^pack\.ya?ml$/.test(name) && entry.name !== 'pack.yaml';
  return packFile && path === entry.name ? 'pack-file-name' : undefined;
}

function passOver(found: FoundFiles, path: string, code: PassedOver['code']): void {
  if (found.passedOver.length < MOST_NAMED) found.passedOver.push({ path, code });
}

/** The text, or the code of the problem that keeps it from being read. */
export function readTextFile(
  path: string,
  limit = MAX_FILE_BYTES,
): { text: string } | { code: ProblemCode; reason: string } {
  const read = readBounded(path, limit, false);
  if ('code' in read)
    return read.code === 'file-missing' ? { code: 'file-unreadable', reason: read.reason } : read;
  return isUtf8(read.bytes)
    ? { text: read.bytes.toString('utf8') }
    : { code: 'file-not-text', reason: 'not UTF-8' };
}
