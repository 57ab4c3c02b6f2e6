// Folders: looked at, listed and made; what keeps one from being used is a value, or a failure where it is needed.

import {
  accessSync,
  constants,
  type Dirent,
  lstatSync,
  mkdirSync,
  readdirSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { Failure } from '../text/failure.js';
import { errnoOf, folderFailure } from './errno.js';

/** What is at the path, links followed; the code of the operating system where that cannot be said. */
export function lookAt(path: string): { stats: Stats } | { reason: string } {
  try {
    return { stats: statSync(path) };
  } catch (error) {
    return { reason: errnoOf(error) };
  }
}

/** The same without following a link. */
export function lookAtLink(path: string): { stats: Stats } | { reason: string } {
  try {
    return { stats: lstatSync(path) };
  } catch (error) {
    return { reason: errnoOf(error) };
  }
}

/** False also for what cannot be looked at: not there, not reachable, too long for a name. */
export function isFolder(path: string): boolean {
  const found = lookAt(path);
  return 'stats' in found && found.stats.isDirectory();
}

/** What is in the folder, in no order; the code of the operating system where it may not be looked into. */
export function listFolder(path: string): { entries: Dirent[] } | { reason: string } {
  try {
    return { entries: readdirSync(path, { withFileTypes: true }) };
  } catch (error) {
    return { reason: errnoOf(error) };
  }
}

/**
 * Makes the folder and those above it (0700) that are not there yet, and sees that it may be written to. Failures: `disk-full`,
 * `folder-unwritable`. One by one: Node's own recursive way never returns where the system makes no folders (/proc).
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  let nearest = path;
  for (; !isFolder(nearest) && dirname(nearest) !== nearest; nearest = dirname(nearest))
    missing.push(nearest);
  try {
    for (const folder of missing.reverse()) makeOne(folder);
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw folderFailure(error, path);
  }
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
    // Another process was faster, or something else is in the way.
    if (!isFolder(folder)) throw new Failure('folder-unwritable', { path: folder, reason: 'ENOTDIR' });
  }
}

/** The path from the root; Failure `working-folder-gone` where it is relative to a folder that has been deleted. */
export function absolutePath(path: string): string {
  if (isAbsolute(path)) return resolve(path);
  try {
    return resolve(path);
  } catch (error) {
    throw new Failure('working-folder-gone', { path, reason: errnoOf(error) });
  }
}

/** Commas in the name of one folder at most. */
const MOST_COMMAS = 20;

/** The folders, or other names, between commas: what is a folder as typed is one, commas and all. */
export function foldersIn(typed: string): string[] {
  const parts = typed.split(',');
  const found: string[] = [];
  for (let from = 0; from < parts.length; ) {
    let to = Math.min(parts.length, from + MOST_COMMAS);
    while (to > from + 1 && !isFolder(nameOf(parts, from, to))) to -= 1;
    found.push(nameOf(parts, from, to));
    from = to;
  }
  return found.filter((name) => name !== '');
}

/** As it is typed, or without the blanks around it, which also stand behind a comma. */
function nameOf(parts: readonly string[], from: number, to: number): string {
  const typed = parts.slice(from, to).join(',');
  return isFolder(typed) ? typed : typed.trim();
}
