// What the operating system answers, as failures a person can act on: the one place where its codes get a meaning.

import { Failure } from '../text/failure.js';

/** The code of an error of the operating system (`ENOENT`); any other error is a bug and thrown on. */
export function errnoOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (typeof code !== 'string') throw error;
  return code;
}

const FULL: readonly string[] = ['ENOSPC', 'EDQUOT'];
const IN_THE_WAY: readonly string[] = ['EISDIR', 'ENOTEMPTY', 'EEXIST'];
const OF_THE_FOLDER: readonly string[] = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'ELOOP'];

/**
 * Why a file could not be written: `disk-full`, `file-in-the-way`, `file-unwritable`. A Failure stays what it is; an error
 * that is none of the operating system is thrown.
 */
export function fileFailure(error: unknown, path: string): Failure {
  if (error instanceof Failure) return error;
  const reason = errnoOf(error);
  if (FULL.includes(reason)) return new Failure('disk-full', { path });
  if (IN_THE_WAY.includes(reason)) return new Failure('file-in-the-way', { path });
  return new Failure('file-unwritable', { path, reason });
}

/** True where the code speaks of the folder a file should have gone into. */
export function speaksOfFolder(error: unknown): boolean {
  return !(error instanceof Failure) && OF_THE_FOLDER.includes(errnoOf(error));
}

/** Why a folder cannot be used: `disk-full` or `folder-unwritable`. */
export function folderFailure(error: unknown, path: string): Failure {
  if (error instanceof Failure) return error;
  const reason = errnoOf(error);
  return FULL.includes(reason)
    ? new Failure('disk-full', { path })
    : new Failure('folder-unwritable', { path, reason });
}
