// Items as they were asked, so that an answer can be shown for ever: one file per content hash, written once.

import { lookAt } from '../disk/folders.js';
import { contentHash } from '../question/identity.js';
import type { Question } from '../question/question.js';
import { saveRecord } from './conf-store.js';
import { decodeItem } from './decode-item.js';
import { CONTENT_HASH } from './decode-segment.js';
import { itemFile } from './home.js';
import { type LoadedRecord, loadRecord } from './load-record.js';

/**
 * Keeps the item; an existing file is left alone. True when it was written. Await `prepareStore()` once before. `hash`: of its content,
 * where that is known already.
 */
export function saveItem(home: string, question: Question, hash = contentHash(question)): boolean {
  const path = itemFile(home, hash);
  const existing = lookAt(path);
  if ('stats' in existing && existing.stats.isFile() && existing.stats.size > 0) return false;
  saveRecord(path, question);
  return true;
}

/** The item that was asked under this hash; no value when it is not there or not readable. */
export function loadItem(home: string, hash: string): LoadedRecord<Question> {
  return CONTENT_HASH.test(hash) ? loadRecord(itemFile(home, hash), decodeItem) : { setAside: [] };
}
