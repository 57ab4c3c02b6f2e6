import { expect, test } from 'vitest';
import { flagsOf } from '../../src/history/flags.js';
import type { EventBody } from '../../src/history/records.js';
import { event, NOW } from './sample-records.js';

const contentHash = '0123456789abcdef';
const flag = (item: string, note: string): EventBody => ({ kind: 'flagged', item, contentHash, note });
const at = (number: number) => NOW + number * 60_000;

test('flags in order, with all their notes, without those taken back', () => {
  const segments = [
    event(5, flag('core/a', 'and the key is wrong')),
    event(1, flag('core/a', 'typo')),
    event(2, flag('core/b', '')),
    event(3, flag('core/c', 'old')),
    event(4, { kind: 'unflagged', item: 'core/c' }),
  ];
  expect(flagsOf(segments)).toEqual([
    { item: 'core/b', contentHash, note: '', at: at(2) },
    { item: 'core/a', contentHash, note: 'typo; and the key is wrong', at: at(5) },
  ]);
});

test('at one instant the id decides, on every machine alike', () => {
  const flagged = event(1, flag('core/a', ''), NOW);
  const unflagged = event(2, { kind: 'unflagged', item: 'core/a' }, NOW);
  expect(flagsOf([flagged, unflagged])).toEqual([]);
  expect(flagsOf([unflagged, flagged])).toEqual([]);
});
