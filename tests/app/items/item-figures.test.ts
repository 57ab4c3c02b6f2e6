// Figures of items from many people, as a person allows them to be used: read, refused, put on entries, done without.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readItemFigures, withFigures } from '../../../src/app/items/item-figures.js';
import { loadFolderPack } from '../../../src/bank/load-folder-pack.js';
import { attemptsFrom, knownDifficulties } from '../../../src/session/attempts.js';
import { temporaryHome } from '../../support/home.js';
import { run } from '../../support/run.js';

const PACK = join(process.cwd(), 'tests', 'fixtures', 'pack');
const pack = await loadFolderPack(PACK, null);
const entryOf = ({ files }: typeof pack, id: string) => files.find(({ entry }) => entry?.id === id)?.entry;
const known = entryOf(pack, 'one')!;

const row = { item: known.key, keyHash: known.keyHash, attempts: 30, difficulty: 1.5 };

function fileWith(content: unknown): string {
  const file = join(temporaryHome(), 'items.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('figures on entries', () => {
  const difficultyWith = (rows: unknown[]) =>
    entryOf(withFigures(pack, readItemFigures(fileWith(rows))), 'one')?.difficulty;

  it('are those of the key that was answered, by thirty people or more', () => {
    expect(difficultyWith([row])).toBe(1.5);
    expect(difficultyWith([{ ...row, keyHash: 'another' }])).toBeUndefined();
    expect(difficultyWith([{ ...row, attempts: 29 }])).toBeUndefined();
    expect(difficultyWith([])).toBeUndefined();
  });
});

test.each([
  ['{"items": []}', 'no JSON list'],
  ['[', 'no JSON list'],
  [[row, { ...row, difficulty: 9 }], 'row 2'],
  [[{ ...row, difficulty: null, item: 3 }], 'row 1'],
])('%j is refused: %s', (content, reason) => {
  expect(() => readItemFigures(fileWith(content))).toThrow(
    expect.objectContaining({ code: 'item-figures-wrong', args: expect.objectContaining({ reason }) }),
  );
});

test('an attempt is judged by them, unless the key it was given to is another', () => {
  const answer = {
    id: 'a',
    item: known.key,
    concept: 'c',
    topic: 't',
    level: 'foundation',
    guess: 0,
    markedBy: 'key',
    effectiveCredit: 1,
    outcome: 'answered',
    hinted: false,
    easy: false,
    confidence: null,
    at: 0,
    superseded: false,
  } as const;
  const difficulties = knownDifficulties([{ key: known.key, difficulty: 1.5 }, { key: 'other/item' }]);
  const attempt = (effectiveKeyHash: string) =>
    attemptsFrom([{ ...answer, effectiveKeyHash }], () => known.keyHash, difficulties)[0];
  expect(attempt(known.keyHash)?.difficulty).toBe(1.5);
  expect(attempt('another')?.difficulty).toBeUndefined();
});

test('config itemFigures: looked at before it is kept; gone later, it is told and done without', async () => {
  const home = temporaryHome();
  expect((await run(['config', 'itemFigures', fileWith('{}')], { home })).err).toContain(
    'not what api-quiz items --json prints (no JSON list)',
  );
  const file = fileWith([row]);
  expect((await run(['config', 'itemFigures', file], { home })).code).toBe(0);
  expect(await run(['topics'], { home })).toMatchObject({ code: 0, err: '' });
  writeFileSync(file, 'gone');
  const { code, err } = await run(['topics'], { home });
  expect(code).toBe(0);
  expect(err).toContain(`${file}: not what api-quiz items --json prints`);
});
