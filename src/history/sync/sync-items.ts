// The union of the items as they were asked: never changed once written, so a file that is there is the right one.

import { basename, join } from 'node:path';
import { listFolder, makeFolder } from '../../disk/folders.js';
import { readBounded } from '../../disk/read-bounded.js';
import { writeWhole } from '../../disk/write-whole.js';
import { contentHash } from '../../question/identity.js';
import type { Question } from '../../question/question.js';
import { decodeItem } from '../decode-item.js';
import { itemFile, itemsFolder } from '../home.js';
import { saveItem } from '../items.js';
import { MAX_RECORD_BYTES, type Refusal } from '../load-record.js';
import { openSealed, renderSealed } from '../sealed-json.js';
import type { Unreadable } from './segment-index.js';
import type { Sides } from './sync-segments.js';

/** The hash, and whatever a program for syncing has put behind it. */
const ITEM_NAME = /^([0-9a-f]{16})(?![0-9a-f]).*\.json$|^([0-9a-f]{16})\.json$/;

export interface SyncedItems {
  cameIn: number;
  wentOut: number;
  conflicts: string[];
  unreadable: Unreadable[];
}

/** Await `prepareStore()` once before. Failures: those of `saveRecord` and `writeWhole`. */
export function syncItems({ home, folder, dryRun }: Sides): SyncedItems {
  const [mine, theirs] = [itemFiles(home), itemFiles(folder)];
  const synced: SyncedItems = {
    cameIn: 0,
    wentOut: 0,
    conflicts: [...mine.conflicts, ...theirs.conflicts],
    unreadable: [],
  };
  const copy = (from: string, save: (item: Question) => void): boolean => {
    const read = readItem(from);
    if ('code' in read) synced.unreadable.push({ file: from, ...read });
    else if (!dryRun) save(read.item);
    return 'item' in read;
  };
  for (const [hash, path] of theirs.paths) {
    if (!mine.paths.has(hash) && copy(path, (item) => saveItem(home, item))) synced.cameIn += 1;
  }
  for (const [hash, path] of mine.paths) {
    const target = itemFile(folder, hash);
    const put = (item: Question) => {
      makeFolder(itemsFolder(folder));
      writeWhole(target, [renderSealed(item)], true);
    };
    if (!theirs.paths.has(hash) && copy(path, put)) synced.wentOut += 1;
  }
  return synced;
}

function itemFiles(root: string): { paths: Map<string, string>; conflicts: string[] } {
  const folder = itemsFolder(root);
  const listed = listFolder(folder);
  const names = 'entries' in listed ? listed.entries.filter((entry) => entry.isFile()) : [];
  const paths = new Map<string, string>();
  const conflicts: string[] = [];
  for (const { name } of names) {
    const found = ITEM_NAME.exec(name);
    const hash = found?.[1] ?? found?.[2];
    if (hash === undefined) continue;
    const path = join(folder, name);
    const own = name === `${hash}.json`;
    if (!own) conflicts.push(path);
    if (own || !paths.has(hash)) paths.set(hash, path);
  }
  return { paths, conflicts };
}

/** The item, if it is the one its file's name promises. */
function readItem(path: string): { item: Question } | Refusal {
  const read = readBounded(path, MAX_RECORD_BYTES, false);
  if ('code' in read)
    return { code: read.code === 'file-missing' ? 'file-unreadable' : read.code, detail: read.reason };
  return openItemBytes(read.bytes, basename(path).slice(0, 16));
}

/** Bytes of an item's file -> the item; under another hash it would be shown for an answer to another text. */
export function openItemBytes(bytes: Buffer, hash: string): { item: Question } | Refusal {
  const opened = openSealed(bytes);
  if ('damage' in opened) return { code: 'record-damaged', detail: opened.damage };
  const decoded = decodeItem(opened.value);
  if ('code' in decoded) return decoded;
  return contentHash(decoded.value) === hash
    ? { item: decoded.value }
    : { code: 'record-damaged', detail: 'hash' };
}
