// Anki packages: a zip with a SQLite collection, in the three forms there have been. The only file that knows sql.js.

import type { Database } from 'sql.js';
import { messageOf } from '../../text/error-message.js';
import { isRecord } from '../../text/is-record.js';
import { isZip, unzip } from '../archive.js';
import type { ForeignFile, ReadResult } from '../foreign-question.js';
import { refuseAll } from '../foreign-question.js';
import { unzstd } from '../zstd.js';
import { cardToQuestions, type ForeignCard } from './card.js';

/** Newest first: beside the newest form a dummy of the oldest tells old programs to update. */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'];
const MOST_DATABASE = 256 * 1024 * 1024;
const MOST_NOTES = 100_000;

/** A question per note, or one per gap; `line` is the number of the note. */
export async function readApkg(file: ForeignFile): Promise<ReadResult> {
  if (!isZip(file.bytes)) return refuseAll({ code: 'archive-broken', detail: 'no zip archive' });
  const unpacked = unzip(file.bytes, (name) => COLLECTIONS.includes(name));
  if ('note' in unpacked) return refuseAll(unpacked.note);
  const name = COLLECTIONS.find((candidate) => unpacked.entries.has(candidate));
  const packed = name === undefined ? undefined : unpacked.entries.get(name);
  if (packed === undefined) return refuseAll({ code: 'archive-broken', detail: 'no collection in it' });
  const bytes = name === 'collection.anki21b' ? unzstd(packed, MOST_DATABASE) : packed;
  if (bytes === undefined) return refuseAll({ code: 'archive-bomb', detail: '256 MiB, or is malformed' });
  const { default: initSqlJs } = await import('sql.js/dist/sql-wasm-inline.js');
  const sql = await initSqlJs();
  const database = new sql.Database(bytes);
  try {
    return {
      questions: cardsIn(database)
        .flatMap(cardToQuestions)
        .filter(({ stem }) => stem !== ''),
      refused: [],
    };
  } catch (error) {
    return refuseAll({
      code: 'syntax',
      detail: `the collection is no Anki database (${messageOf(error)})`,
    });
  } finally {
    database.close();
  }
}

function cardsIn(database: Database): ForeignCard[] {
  // A view or trigger of that name could compute for ever; a table only holds.
  const tables = new Set(
    rowsOf(database, "select name from sqlite_master where type = 'table'").map(([name]) => String(name)),
  );
  const views = rowsOf(database, "select name from sqlite_master where type in ('view', 'trigger')");
  if (!tables.has('notes') || views.length > 0) throw new Error('no table of notes');
  const decks = tables.has('cards') ? deckOfNotes(database, tables) : new Map<string, string>();
  return rowsOf(database, `select id, guid, tags, flds from notes order by id limit ${MOST_NOTES}`).map(
    ([id, guid, tags, fields], index) => {
      const [front = '', ...back] = String(fields).split('\u001f');
      return {
        line: index + 1,
        part: 'note',
        id: String(guid || id),
        front,
        back: back.filter((field) => field.trim() !== '').join('<br><br>'),
        tags: String(tags).split(' ').filter(Boolean),
        deck: decks.get(String(id)),
        isHtml: true,
      };
    },
  );
}

function deckOfNotes(database: Database, tables: ReadonlySet<string>): Map<string, string> {
  const names = tables.has('decks')
    ? new Map(
        rowsOf(database, 'select id, name from decks').map(([id, name]) => [
          String(id),
          String(name).replaceAll('\u001f', '::'),
        ]),
      )
    : deckNames(String(rowsOf(database, 'select decks from col limit 1')[0]?.[0] ?? '{}'));
  const notes = rowsOf(database, 'select nid, min(did) from cards group by nid');
  return new Map(
    notes.flatMap(([note, deck]) => {
      const name = names.get(String(deck));
      return name === undefined ? [] : [[String(note), name] as const];
    }),
  );
}

/** Until schema 15 the decks stand as JSON in the one row of `col`. */
function deckNames(json: string): Map<string, string> {
  const decks: unknown = JSON.parse(json);
  if (typeof decks !== 'object' || decks === null) return new Map();
  return new Map(
    Object.entries(decks).map(([id, deck]: [string, unknown]) => [
      id,
      isRecord(deck) ? String(deck.name ?? '') : '',
    ]),
  );
}

function rowsOf(database: Database, query: string): readonly (readonly unknown[])[] {
  return database.exec(query)[0]?.values ?? [];
}
