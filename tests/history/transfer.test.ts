import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { prepareStore } from '../../src/history/conf-store.js';
import { exportHistory } from '../../src/history/export-history.js';
import { segmentFile } from '../../src/history/home.js';
import { importHistory, MAX_IMPORT_BYTES, readImportFile } from '../../src/history/import-history.js';
import { loadItem, saveItem } from '../../src/history/items.js';
import { mergeSegments } from '../../src/history/merge.js';
import { loadSegments, saveSegment } from '../../src/history/segment-store.js';
import { contentHash } from '../../src/question/identity.js';
import { temporaryHome } from '../support/home.js';
import { runs } from '../support/thorough.js';
import { arbitrarySegment } from './arbitrary-records.js';
import { answered, event, ITEM, NOW, segment, segmentId } from './sample-records.js';

beforeAll(prepareStore);

const short = segment(1, [answered(0, NOW)]);
const long = segment(1, [answered(0, NOW), answered(1, NOW + 1)]);
const other = segment(2, [answered(2, NOW + 2)]);
const flag = event(3, { kind: 'unflagged', item: 'core/a' });

function homeWith(...segments: (typeof short | typeof flag)[]): string {
  const home = temporaryHome();
  for (const one of segments) saveSegment(home, one);
  return home;
}

const textOf = (content: object) =>
  JSON.stringify({
    format: 'api-quiz-history',
    version: 1,
    exportedAt: NOW,
    segments: [],
    items: {},
    ...content,
  });
const nothing = {
  segments: { added: 0, extended: 0, alreadyThere: 0 },
  items: { added: 0, alreadyThere: 0 },
  refused: [],
  setAside: [],
};

test('what is exported is all there after an import, and importing again changes nothing', () => {
  const home = homeWith(long, other, flag);
  saveItem(home, ITEM);
  const { text, ...counts } = exportHistory(home, NOW);
  expect(counts).toEqual({ segments: 3, items: 1, setAside: [] });
  const copy = temporaryHome();
  expect(importHistory(copy, text)).toEqual({
    ...nothing,
    segments: { added: 3, extended: 0, alreadyThere: 0 },
    items: { added: 1, alreadyThere: 0 },
  });
  expect(loadSegments(copy)).toEqual(loadSegments(home));
  expect(loadItem(copy, contentHash(ITEM)).value).toEqual(ITEM);
  expect(exportHistory(copy, NOW).text).toBe(text);
  expect(importHistory(copy, text)).toEqual({
    ...nothing,
    segments: { added: 0, extended: 0, alreadyThere: 3 },
    items: { added: 0, alreadyThere: 1 },
  });
});

test('a longer state extends, a shorter one never replaces', () => {
  const home = homeWith(short);
  expect(importHistory(home, textOf({ segments: [long] })).segments).toEqual({
    added: 0,
    extended: 1,
    alreadyThere: 0,
  });
  expect(importHistory(home, textOf({ segments: [short] })).segments).toEqual({
    added: 0,
    extended: 0,
    alreadyThere: 1,
  });
  expect(loadSegments(home).segments).toEqual([long]);
});

test('importing is merging', () => {
  fc.assert(
    fc.property(
      fc.array(arbitrarySegment, { maxLength: 4 }),
      fc.array(arbitrarySegment, { maxLength: 4 }),
      (mine, theirs) => {
        const home = temporaryHome();
        importHistory(home, textOf({ segments: mine }));
        importHistory(home, textOf({ segments: theirs }));
        expect(loadSegments(home).segments).toEqual(mergeSegments(mine, theirs));
      },
    ),
    runs(20),
  );
});

test('bad parts are refused by name, the others are taken', () => {
  const home = temporaryHome();
  const segments = [null, other, { ...short, id: '../../x' }, { ...short, version: 7 }];
  const items = { '0123456789abcdef': ITEM, [contentHash(ITEM)]: { ...ITEM, stem: 5 }, '../x': {} };
  const imported = importHistory(home, textOf({ segments, items }));
  expect(imported.segments.added).toBe(1);
  expect(imported.refused).toEqual([
    { what: 'segments[0]', code: 'record-wrong-field', detail: '(all of it)' },
    { what: 'segments[2]', code: 'record-wrong-field', detail: 'id' },
    { what: 'segments[3]', code: 'record-newer', detail: '7' },
    { what: 'items.0123456789abcdef', code: 'record-damaged', detail: 'hash' },
    { what: `items.${contentHash(ITEM)}`, code: 'record-wrong-field', detail: 'stem' },
    { what: 'items.../x', code: 'record-wrong-field', detail: 'type' },
  ]);
});

test.each([
  ['', 'import-not-json'],
  ['{"format": ', 'import-not-json'],
  ['[]', 'import-not-history'],
  ['null', 'import-not-history'],
  ['{"format":"other"}', 'import-not-history'],
  [textOf({ version: 0 }), 'import-not-history'],
  [textOf({ segments: {} }), 'import-not-history'],
  [textOf({ items: [] }), 'import-not-history'],
  [textOf({ version: 2 }), 'import-newer'],
])('%s: %s', (text, code) => {
  expect(() => importHistory(temporaryHome(), text)).toThrow(expect.objectContaining({ code }));
});

test('an import file that is missing, no file, or too large', () => {
  const home = temporaryHome();
  const huge = join(home, 'huge.json');
  writeFileSync(huge, '');
  truncateSync(huge, MAX_IMPORT_BYTES + 1);
  for (const [path, code] of [
    [join(home, 'none.json'), 'import-unreadable'],
    [home, 'import-unreadable'],
    [huge, 'import-too-large'],
  ] as const) {
    expect(() => readImportFile(path)).toThrow(expect.objectContaining({ code }));
  }
});

test('what could not be read is named, and not in the export', () => {
  const home = homeWith(short, other);
  truncateSync(segmentFile(home, segmentId(2)), 50);
  expect(exportHistory(home, NOW)).toMatchObject({ segments: 1, setAside: [{ code: 'record-damaged' }] });
});
