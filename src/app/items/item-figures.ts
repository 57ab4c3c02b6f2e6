// Difficulties that many people's answers have told: read from what `api-quiz items --json` printed, and put on the entries.

import { copyEntry } from '../../bank/column-entry.js';
import { type LoadedPack, withEntries } from '../../bank/load-pack.js';
import { readBounded } from '../../disk/read-bounded.js';
import type { ItemStatistics } from '../../items/item-statistics.js';
import { Failure } from '../../text/failure.js';
import { isRecord } from '../../text/is-record.js';

/** First attempts below which a difficulty says less than the declared level. */
const ENOUGH_ATTEMPTS = 30;
/** Logits beyond which nothing can be told of an item: no answers lie there. */
const WIDEST = 5;
const MAX_BYTES = 64 * 1024 * 1024;

/** What is used of the figures of an item: its difficulty (logits), and the key that was answered. */
type Figures = Pick<ItemStatistics, 'item' | 'keyHash' | 'attempts' | 'difficulty'>;

/** By `pack/id`. */
export type ItemFigures = ReadonlyMap<string, Figures>;

/** The figures in a file, those of rarely answered items left out. Throws Failure `item-figures-wrong`. */
export function readItemFigures(path: string): ItemFigures {
  const wrong = (reason: string): never => {
    throw new Failure('item-figures-wrong', { path, reason });
  };
  const read = readBounded(path, MAX_BYTES);
  if (!('bytes' in read)) return wrong(read.reason);
  const rows = parsed(read.bytes.toString('utf8'));
  if (!Array.isArray(rows)) return wrong('no JSON list');
  const fine = rows.filter(isFigures);
  if (fine.length < rows.length) return wrong(`row ${rows.findIndex((row) => !isFigures(row)) + 1}`);
  return new Map(fine.filter(({ attempts }) => attempts >= ENOUGH_ATTEMPTS).map((row) => [row.item, row]));
}

/** The pack with the difficulties of those items whose key is still the one that was answered. */
export function withFigures(pack: LoadedPack, figures: ItemFigures): LoadedPack {
  return withEntries(pack, (entry) => {
    const found = figures.get(entry.key);
    return found?.keyHash === entry.keyHash ? copyEntry(entry, { difficulty: found.difficulty }) : entry;
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFigures(row: unknown): row is Figures {
  if (!isRecord(row)) return false;
  const { item, keyHash, attempts, difficulty } = row;
  const texts = typeof item === 'string' && typeof keyHash === 'string';
  return texts && Number.isInteger(attempts) && Math.abs(Number(difficulty)) <= WIDEST;
}
