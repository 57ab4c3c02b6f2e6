// Everything that is remembered as one JSON text: the backup, and the way to another machine.

import { basename } from 'node:path';
import { listFolder } from '../disk/folders.js';
import type { Question } from '../question/question.js';
import { CONTENT_HASH } from './decode-segment.js';
import { itemsFolder } from './home.js';
import { loadItem } from './items.js';
import { type SetAside, unreadableFolder } from './load-record.js';
import type { Segment } from './records.js';
import { loadSegments } from './segment-store.js';

export const EXPORT_FORMAT = 'api-quiz-history';
export const EXPORT_VERSION = 1;

/** What an export file holds. */
interface HistoryExport {
  format: typeof EXPORT_FORMAT;
  version: typeof EXPORT_VERSION;
  /** ms since the epoch. */
  exportedAt: number;
  segments: Segment[];
  /** Items as asked, by content hash. */
  items: Record<string, Question>;
}

export interface Exported {
  text: string;
  /** How many of each are in it. */
  segments: number;
  items: number;
  /** Files that could not be read and are therefore not in it. */
  setAside: SetAside[];
}

/** The whole history; `now` in ms. Deleted sittings are in it, with the events that delete them. */
export function exportHistory(home: string, now: number): Exported {
  const { segments, setAside } = loadSegments(home);
  const items: Record<string, Question> = {};
  for (const hash of itemHashes(home, setAside)) {
    const item = loadItem(home, hash);
    if (item.value !== undefined) items[hash] = item.value;
    setAside.push(...item.setAside);
  }
  const content: HistoryExport = {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    exportedAt: now,
    segments,
    items,
  };
  return {
    text: `${JSON.stringify(content)}\n`,
    segments: segments.length,
    items: Object.keys(items).length,
    setAside,
  };
}

/** Sorted; a folder that may not be looked into is told as set aside. */
function itemHashes(home: string, setAside: SetAside[]): string[] {
  const folder = itemsFolder(home);
  const listed = listFolder(folder);
  if ('entries' in listed) {
    const names = listed.entries.map((entry) => basename(entry.name, '.json'));
    return names.filter((name) => CONTENT_HASH.test(name)).sort();
  }
  if (listed.reason !== 'ENOENT') setAside.push(unreadableFolder(folder, listed.reason));
  return [];
}
