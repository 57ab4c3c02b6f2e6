// Reading one record file: the file, or else its `.bak`; what cannot be read is set aside and named. Does not load conf.

import { renameSync } from 'node:fs';
import { errnoOf } from '../disk/errno.js';
import { readBounded } from '../disk/read-bounded.js';
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

/** A folder that may not be looked into; `reason`: the code of the operating system. */
export function unreadableFolder(folder: string, reason: string): SetAside {
  return { file: folder, code: 'file-unreadable', detail: reason, movedTo: null, recovered: false };
}

/** Turns untrusted JSON into a value, or says what is wrong with it. */
export type Decode<T> = (value: unknown) => { value: T } | Refusal;

export interface LoadedRecord<T> {
  value?: T;
  setAside: SetAside[];
}

/**
 * A record from its file or its `.bak`. Neither there: no value and nothing set aside. Never throws for bad content, which is
 * moved away where `move` says so.
 */
export function loadRecord<T>(path: string, decode: Decode<T>, move = always): LoadedRecord<T> {
  const main = readRecord(path, decode);
  if (main !== undefined && 'value' in main) return { value: main.value, setAside: [] };
  const copy = readRecord(backupOf(path), decode);
  const recovered = copy !== undefined && 'value' in copy;
  const value = recovered ? { value: copy.value } : {};
  if (main === undefined) {
    const setAside = copy === undefined || recovered ? [] : [setOneAside(backupOf(path), copy, false, move)];
    return { ...value, setAside };
  }
  return { ...value, setAside: [setOneAside(path, main, recovered, move)] };
}

const always = () => true;

/** The copy of the last good state that `saveRecord` keeps. */
export const backupOf = (path: string): string => `${path}.bak`;

function readRecord<T>(path: string, decode: Decode<T>): { value: T } | Refusal | undefined {
  const read = readBounded(path, MAX_RECORD_BYTES);
  if ('code' in read)
    return read.code === 'file-missing' ? undefined : { code: read.code, detail: read.reason };
  const opened = openSealed(read.bytes);
  return 'damage' in opened ? { code: 'record-damaged', detail: opened.damage } : decode(opened.value);
}

// Only bad content is moved away. A file of a newer version, or one that may be readable tomorrow, stays.
const MOVED: readonly SetAsideCode[] = ['record-damaged', 'record-wrong-field'];

function setOneAside(
  file: string,
  { code, detail }: Refusal,
  recovered: boolean,
  move: () => boolean,
): SetAside {
  const target = `${file}.corrupt-${utcStamp(Date.now())}`;
  const moved = MOVED.includes(code) && move() && moveFile(file, target);
  return { file, code, detail, movedTo: moved ? target : null, recovered };
}

/** False where the folder does not allow it, or another process was faster: the file is then reported again next time. */
function moveFile(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    errnoOf(error);
    return false;
  }
}
