import { mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { prepareStore } from '../../src/history/conf-store.js';
import { decodeItem } from '../../src/history/decode-item.js';
import { itemFile, itemsFolder } from '../../src/history/home.js';
import { loadItem, saveItem } from '../../src/history/items.js';
import { contentHash } from '../../src/question/identity.js';
import { QUESTION_TYPES } from '../../src/question/vocabulary.js';
import { temporaryHome } from '../support/home.js';
import { ITEM } from './sample-records.js';

beforeAll(prepareStore);

test('an item is kept as it was asked, once', () => {
  const home = temporaryHome();
  expect(saveItem(home, ITEM)).toBe(true);
  const file = itemFile(home, contentHash(ITEM));
  utimesSync(file, 1, 1);
  expect(saveItem(home, ITEM)).toBe(false);
  expect(statSync(file).mtimeMs).toBe(1000);
  expect(loadItem(home, contentHash(ITEM))).toEqual({ value: ITEM, setAside: [] });
});

test('another wording is another item', () => {
  const home = temporaryHome();
  const reworded = { ...ITEM, stem: 'A payment timed out. What now?' };
  saveItem(home, ITEM);
  saveItem(home, reworded);
  expect(loadItem(home, contentHash(ITEM)).value).toEqual(ITEM);
  expect(loadItem(home, contentHash(reworded)).value).toEqual(reworded);
});

test('a damaged one is set aside, and kept anew when it is next asked', () => {
  const home = temporaryHome();
  saveItem(home, ITEM);
  writeFileSync(itemFile(home, contentHash(ITEM)), '{"type":"single-choice"}');
  expect(loadItem(home, contentHash(ITEM))).toMatchObject({
    setAside: [{ code: 'record-wrong-field', detail: 'id' }],
  });
  expect(saveItem(home, ITEM)).toBe(true);
  expect(loadItem(home, contentHash(ITEM)).value).toEqual(ITEM);
});

test('an unknown hash, and one that names a place elsewhere, give nothing', () => {
  const home = temporaryHome();
  mkdirSync(itemsFolder(home));
  writeFileSync(join(home, 'config.json'), JSON.stringify(ITEM));
  expect(loadItem(home, '0000000000000000')).toEqual({ setAside: [] });
  expect(loadItem(home, '../config')).toEqual({ setAside: [] });
});

test.each([
  ['type', 'essay'],
  ['stem', undefined],
  ['hint', 7],
  ['choices', { a: 1 }],
  ['concepts', [null]],
])('%s = %o is refused', (field, value) => {
  expect(decodeItem({ ...ITEM, [field]: value })).toMatchObject({ detail: expect.stringContaining(field) });
});

const OWN = {
  'single-choice': { choices: ITEM.choices },
  'multiple-choice': { choices: ITEM.choices },
  'true-false': { answer: true },
  'short-answer': { answers: ['ETag'], partial: [{ text: 'tag', credit: 0.5 }] },
  numeric: { answer: 8.76, tolerance: 0.01 },
  ordering: { items: [{ id: 'a', text: 'A' }] },
  matching: { pairs: [{ id: 'a', left: 'A', right: 'B' }], distractors: [{ id: 'c', text: 'C' }] },
  request: {
    answer: 'curl https://api.example.com/',
    parts: [{ id: 'a', any: [{ method: 'GET' }, { header: 'X', begins: ['a'] }], why: 'A' }],
    forbidden: [{ id: 'b', query: 'token', why: 'B' }],
  },
  spot: { snippet: 'a\nb', flaws: [{ id: 'a', lines: '1-2', why: 'A' }] },
  cloze: { snippet: '{{a}}', blanks: [{ id: 'a', answer: 1 }] },
  lab: {
    resources: [{ name: 'orders', items: '[]', allows: ['list'] }],
    behaviours: [{ kind: 'slow', nth: [1], ms: 5 }],
    steps: [{ id: 'a', text: 'A', calls: [{ request: 'GET /orders', status: ['200'], note: 'lost' }] }],
  },
  open: { modelAnswer: 'So …', rubric: [{ id: 'a', text: 'A', weight: 1, accept: ['a'] }] },
};

test.each(QUESTION_TYPES)('%s: right with its own fields, wrong with none', (type) => {
  const { choices: _, ...common } = ITEM;
  const item = { ...common, type, ...OWN[type] };
  expect(decodeItem(item)).toEqual({ value: item });
  expect(decodeItem({ ...common, type })).toHaveProperty('code');
});
