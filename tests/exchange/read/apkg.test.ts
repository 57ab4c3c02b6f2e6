// Anki packages in the three forms, made here with SQLite and read as cards.

import { zipSync } from 'fflate';
import initSqlJs from 'sql.js/dist/sql-wasm-inline.js';
import { expect, test } from 'vitest';
import { largestUnpacked } from '../../../src/exchange/zstd.js';
import { asked, read } from '../reading.js';

const sql = await initSqlJs();

function collection(schema: 11 | 18, more = ''): Uint8Array {
  const database = new sql.Database();
  database.run(
    'create table notes (id integer primary key, guid text, mid integer, tags text, flds text); create table cards (id integer primary key, nid integer, did integer);',
  );
  if (schema === 11) {
    database.run('create table col (id integer, decks text);');
    database.run('insert into col values (1, ?)', [JSON.stringify({ 7: { name: 'API::HTTP semantics' } })]);
  } else
    database.run(
      "create table decks (id integer primary key, name text); insert into decks values (7, 'API\u001fHTTP semantics');",
    );
  database.run('insert into notes values (1, ?, 1, ?, ?)', [
    'gUId1',
    ' x y ',
    '<h1 style="color:red">Which header?</h1><script>alert(1)</script>\u001fIf-Match',
  ]);
  database.run('insert into notes values (2, ?, 1, ?, ?)', [
    'gUId2',
    '',
    '{{c1::GET}} is safe<img src="a.png">\u001f',
  ]);
  database.run('insert into cards values (1, 1, 7), (2, 2, 7);');
  if (more !== '') database.run(more);
  return database.export();
}

/** A zstd frame of raw blocks: magic, a window of 128 KiB, blocks with their sizes. */
function storedZstd(bytes: Uint8Array): Uint8Array {
  const parts: number[] = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38];
  for (let at = 0; at < bytes.length; at += 65536) {
    const block = bytes.subarray(at, at + 65536);
    const header = (block.length << 3) | (at + 65536 >= bytes.length ? 1 : 0);
    parts.push(header & 255, (header >> 8) & 255, header >> 16, ...block);
  }
  return Uint8Array.from(parts);
}

const dummy = new TextEncoder().encode('please update');

test.each([
  ['anki2', { 'collection.anki2': collection(11), media: dummy }],
  ['anki21', { 'collection.anki2': dummy, 'collection.anki21': collection(11) }],
  ['anki21b', { 'collection.anki2': dummy, 'collection.anki21b': storedZstd(collection(18)) }],
])('%s: notes as questions, the deck as topic, HTML as Markdown', async (_form, files) => {
  const { questions, refused, notes } = await read('apkg', zipSync(files));
  expect(refused).toEqual([]);
  expect(questions.map(asked)).toEqual([
    {
      id: 'guid1',
      topic: 'http-semantics',
      tags: ['x', 'y'],
      type: 'short-answer',
      stem: '**Which header?**',
      answers: ['If-Match'],
    },
    {
      id: 'guid2',
      topic: 'http-semantics',
      type: 'short-answer',
      stem: '_____ is safe(image: a.png)',
      answers: ['GET'],
    },
  ]);
  expect(notes.sort()).toEqual(['cloze-blank', 'image-lost', 'script-lost']);
});

test('a view in place of the notes, or beside them, is not asked', async () => {
  const view =
    'drop table notes; create view notes as with recursive r(x) as (select 1 union all select x + 1 from r) select x as id, x as guid, x as tags, x as flds from r;';
  expect((await read('apkg', zipSync({ 'collection.anki2': collection(11, view) }))).refused).toEqual([
    expect.stringMatching(/^1 syntax .*no table of notes/),
  ]);
});

test('no collection, no database, no archive', async () => {
  expect((await read('apkg', zipSync({ media: dummy }))).refused).toEqual([
    expect.stringMatching(/^1 archive-broken/),
  ]);
  expect((await read('apkg', zipSync({ 'collection.anki2': dummy }))).refused).toEqual([
    expect.stringMatching(/^1 syntax/),
  ]);
  expect((await read('apkg', 'text')).refused).toEqual([expect.stringMatching(/^1 archive-broken/)]);
});

test('zstd is bounded by its headers before anything is unpacked', async () => {
  const window = (descriptor: number) =>
    Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, descriptor, 0x01, 0x00, 0x00]);
  expect(largestUnpacked(window(0x38))).toBe(0);
  // A window of gigabytes, in the first frame or in a later one.
  expect(largestUnpacked(window(0xa8))).toBeUndefined();
  expect(largestUnpacked(Uint8Array.from([...window(0x38), ...window(0xa8)]))).toBeUndefined();
  const bomb = Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0xff, 0xff, 0xff, 0xff, 0x01, 0x00, 0x00]);
  expect((await read('apkg', zipSync({ 'collection.anki21b': bomb }))).refused).toEqual([
    expect.stringMatching(/^1 archive-bomb/),
  ]);
});
