// Reading one record file: the file, or else its `.bak`; what cannot be read is set aside and named. Does not load conf.

import { closeSync, constants, fstatSync, openSync, readSync, renameSync } from 'node:fs';
import { openSealed } from './sealed-json.js';
import { utcStamp } from './segment-id.js';

/** Larger files are refused: the largest segment this program writes stays far below. */
export const MAX_RECORD_BYTES = 8 * 1024 * 1024;

/** Why a file was not used: `record-*` codes speak about its content, `file-*` codes about the file. */
type SetAsideCode =
  | 'file-not-regular'
  | 'file-too-large'
  | 'file-unreadable'
  | 'record-damaged'
  | 'record-wrong-field'
  | 'record-newer';

export interface Refusal {
  code: SetAsideCode;
  /** The field, the errno, the version, … that the code speaks of. */
  detail: string;
}

/** A file that was not used. */
export interface SetAside extends Refusal {
  file: string;
  /** Its new name beside the old one; null: left where it is. */
  movedTo: string | null;
  /** An older state of the same record was found in its `.bak` and used. */
  recovered: boolean;
}

/** Turns untrusted JSON into a value, or says what is wrong with it. */
export type Decode<T> = (value: unknown) => { value: T } | Refusal;

export interface LoadedRecord<T> {
  value?: T;
  setAside: SetAside[];
}

/** A record from its file or its `.bak`. Neither there: no value and nothing set aside. Never throws for bad content. */
export function loadRecord<T>(path: string, decode: Decode<T>): LoadedRecord<T> {
  const main = readRecord(path, decode);
  if (main !== undefined && 'value' in main) return { value: main.value, setAside: [] };
  const copy = readRecord(backupOf(path), decode);
  const recovered = copy !== undefined && 'value' in copy;
  const value = recovered ? { value: copy.value } : {};
  if (main === undefined) {
    const setAside = copy === undefined || recovered ? [] : [setOneAside(backupOf(path), copy, false)];
    return { ...value, setAside };
  }
  return { ...value, setAside: [setOneAside(path, main, recovered)] };
}

/** The copy of the last good state that `saveRecord` keeps. */
export const backupOf = (path: string): string => `${path}.bak`;

function readRecord<T>(path: string, decode: Decode<T>): { value: T } | Refusal | undefined {
  const read = readRegularFile(path, MAX_RECORD_BYTES);
  if (read === undefined || 'code' in read) return read;
  const opened = openSealed(read.bytes);
  return 'damage' in opened ? { code: 'record-damaged', detail: opened.damage } : decode(opened.value);
}

/** Bytes of a regular file, or of one a link leads to; undefined when there is none. A FIFO does not block. */
export function readRegularFile(path: string, maxBytes: number): { bytes: Buffer } | Refusal | undefined {
  let descriptor: number | undefined;
  try {
    // Undefined on Windows, which has no FIFOs.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    if (!stats.isFile())
      return { code: 'file-not-regular', detail: stats.isDirectory() ? 'folder' : 'special' };
    if (stats.size > maxBytes) return { code: 'file-too-large', detail: String(stats.size) };
    return { bytes: readAll(descriptor, stats.size) };
  } catch (error) {
    return refusalOf(error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function readAll(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const count = readSync(descriptor, bytes, length, size - length, null);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}

function refusalOf(error: unknown): Refusal | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  if (code === 'ELOOP') return { code: 'file-not-regular', detail: 'link' };
  if (code === 'ENXIO' || code === 'EISDIR') return { code: 'file-not-regular', detail: 'special' };
  return { code: 'file-unreadable', detail: code };
}

// Only bad content is moved away. A file of a newer version, or one that may be readable tomorrow, stays.
const MOVED: readonly SetAsideCode[] = ['record-damaged', 'record-wrong-field'];

function setOneAside(file: string, { code, detail }: Refusal, recovered: boolean): SetAside {
  const target = `${file}.corrupt-${utcStamp(Date.now())}`;
  const moved = MOVED.includes(code) && moveFile(file, target);
  return { file, code, detail, movedTo: moved ? target : null, recovered };
}

/** False where the folder does not allow it, or another process was faster: the file is then reported again next time. */
function moveFile(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}
