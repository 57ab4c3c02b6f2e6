// An export brought back in: untrusted, merged, and without effect the second time.

import { decodeText } from '../disk/decode-text.js';
import { readBounded } from '../disk/read-bounded.js';
import { contentHash } from '../question/identity.js';
import { Failure } from '../text/failure.js';
import { isRecord } from '../text/is-record.js';
import { decodeItem } from './decode-item.js';
import { decodeSegment } from './decode-segment.js';
import { EXPORT_FORMAT, EXPORT_VERSION } from './export-history.js';
import { saveItem } from './items.js';
import { isCostlyJson } from './json-bounds.js';
import type { Refusal, SetAside } from './load-record.js';
import { laterState, mergeSegments } from './merge.js';
import type { Segment } from './records.js';
import { loadSegments, saveSegment } from './segment-store.js';

/** Larger files are refused before they are read; some 600,000 answers. */
export const MAX_IMPORT_BYTES = 256 * 1024 * 1024;

/** Segments, and items, of one file; a hundred times what years of practice make. */
const MOST_PARTS = 2_000_000;

export interface Imported {
  /** `extended`: known before, and longer in the file. */
  segments: { added: number; extended: number; alreadyThere: number };
  items: { added: number; alreadyThere: number };
  /** Parts of the file that were not taken, such as `segments[3]`, and why. */
  refused: ({ what: string } & Refusal)[];
  /** Files of this home that could not be read on the way. */
  setAside: SetAside[];
}

/** The text of an export file. Failures: `import-unreadable`, `import-too-large`. */
export function readImportFile(path: string): string {
  const read = readBounded(path, MAX_IMPORT_BYTES);
  if ('bytes' in read) return decodeText(read.bytes);
  if (read.code === 'file-too-large') throw new Failure('import-too-large', { limit: MAX_IMPORT_BYTES });
  throw new Failure('import-unreadable', { path, reason: read.reason });
}

/**
 * Takes in what is not there yet; a longer state is never replaced by a shorter one. Await `prepareStore()` once before.
 * Failures: `import-too-large`, `import-not-json`, `import-not-history`, `import-newer`, and those of `saveRecord`: what
 * was taken in before one of those stays, and importing again goes on.
 */
export function importHistory(home: string, text: string): Imported {
  const content = parseExport(text);
  const imported: Imported = {
    segments: { added: 0, extended: 0, alreadyThere: 0 },
    items: { added: 0, alreadyThere: 0 },
    refused: [],
    setAside: [],
  };
  const segments = decodeAll(content.segments, imported);
  // Items first: an answer whose item can't be shown would be worse than an item without an answer.
  importItems(home, content.items, imported);
  importSegments(home, segments, imported);
  return imported;
}

function parseExport(text: string): { segments: unknown[]; items: Record<string, unknown> } {
  if (text.length > MAX_IMPORT_BYTES) throw new Failure('import-too-large', { limit: MAX_IMPORT_BYTES });
  if (isCostlyJson(text)) throw new Failure('import-not-history', { field: 'structure' });
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new Failure('import-not-json');
  }
  if (!isRecord(content) || content.format !== EXPORT_FORMAT)
    throw new Failure('import-not-history', { field: 'format' });
  const { version, segments, items = {} } = content;
  if (typeof version === 'number' && version > EXPORT_VERSION) throw new Failure('import-newer', { version });
  if (version !== EXPORT_VERSION) throw new Failure('import-not-history', { field: 'version' });
  if (!Array.isArray(segments)) throw new Failure('import-not-history', { field: 'segments' });
  if (!isRecord(items)) throw new Failure('import-not-history', { field: 'items' });
  if (segments.length > MOST_PARTS || Object.keys(items).length > MOST_PARTS)
    throw new Failure('import-too-large', { limit: MAX_IMPORT_BYTES });
  return { segments, items };
}

function decodeAll(segments: readonly unknown[], imported: Imported): Segment[] {
  return segments.flatMap((json, place) => {
    const decoded = decodeSegment(json);
    if ('value' in decoded) return [decoded.value];
    imported.refused.push({ what: `segments[${place}]`, ...decoded });
    return [];
  });
}

function importItems(home: string, items: Record<string, unknown>, imported: Imported): void {
  for (const [hash, json] of Object.entries(items)) {
    const decoded = decodeItem(json);
    if (!('value' in decoded)) imported.refused.push({ what: `items.${hash}`, ...decoded });
    // Under a hash that is not its own, it would be shown for an answer to another text.
    else if (contentHash(decoded.value) !== hash) {
      imported.refused.push({ what: `items.${hash}`, code: 'record-damaged', detail: 'hash' });
    } else imported.items[saveItem(home, decoded.value) ? 'added' : 'alreadyThere'] += 1;
  }
}

function importSegments(home: string, incoming: readonly Segment[], imported: Imported): void {
  const loaded = loadSegments(home);
  imported.setAside.push(...loaded.setAside);
  const known = new Map(loaded.segments.map((segment) => [segment.id, segment]));
  for (const segment of mergeSegments(incoming)) {
    const before = known.get(segment.id);
    if (before !== undefined && laterState(before, segment) === before) {
      imported.segments.alreadyThere += 1;
      continue;
    }
    saveSegment(home, segment);
    imported.segments[before === undefined ? 'added' : 'extended'] += 1;
  }
}
