// The bench tells regressions: what counts as worse, and what is kept of a run.

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Figure,
  isWorse,
  LIMITS,
  readRecords,
  tableLines,
  writeRecords,
} from '../../bench/support/figures.js';
import { measurePairs } from '../../bench/support/pairs.js';

const LIST: Figure = { name: 'list', ms: 40, ratio: 1.8, cpuMs: 41, cpuRatio: 1.9, memoryMb: 60.4, aim: 1.7 };

describe('isWorse', () => {
  it.each([
    ['a CPU ratio a quarter above', { cpuRatio: 1.9 * 1.26 }, true],
    ['a CPU ratio just below that', { cpuRatio: 1.9 * 1.24 }, false],
    ['a wall ratio alone, as on a busy machine', { ratio: 18 }, false],
  ])('%s', (_, changed, worse) => {
    expect(isWorse({ ...LIST, ...changed }, LIST, LIMITS.full)).toBe(worse);
  });

  it('looks at the wall ratio where there is no CPU ratio', () => {
    const saving = { ms: 1, ratio: 1 };
    expect(isWorse({ ms: 1, ratio: 1.3 }, saving, LIMITS.full)).toBe(true);
    expect(isWorse({ ms: 1, ratio: 1.2 }, saving, LIMITS.full)).toBe(false);
  });

  it('finds nothing worse than what was never measured', () => {
    expect(isWorse(LIST, undefined, LIMITS.full)).toBe(false);
  });
});

it('keeps figures by version of Node, and those that were not measured again', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'api-quiz-figures-')), 'figures.json');
  expect(readRecords(path)).toEqual({});
  writeRecords(path, 'v20.20.2', 'a machine', [LIST, { ...LIST, name: 'topics' }]);
  writeRecords(path, 'v22.1.0', 'a machine', [LIST]);
  writeRecords(path, 'v20.21.0', 'another', [{ ...LIST, ratio: 1.55 }]);
  const records = readRecords(path);
  expect(Object.keys(records)).toEqual(['20', '22']);
  expect(records['20']).toEqual({
    machine: 'another',
    figures: {
      list: { ms: 40, ratio: 1.55, cpuMs: 41, cpuRatio: 1.9, memoryMb: 60 },
      topics: { ms: 40, ratio: 1.8, cpuMs: 41, cpuRatio: 1.9, memoryMb: 60 },
    },
  });
  expect(readFileSync(path, 'utf8').endsWith('}\n')).toBe(true);
  writeFileSync(path, 'torn');
  expect(() => readRecords(path)).toThrow();
});

it('prints each figure beside the one before', () => {
  const before = {
    machine: '',
    figures: { list: { ms: 30, ratio: 1.4, cpuMs: 30, cpuRatio: 1.5, memoryMb: 50 } },
  };
  expect(
    tableLines({ title: 'Start-up', figures: [LIST], notes: ['note'] }, before, 1.25),
  ).toMatchInlineSnapshot(`
    [
      "Start-up",
      "      wall ms    ratio   before   CPU ms    ratio   before       MB   before",
      "list     40.0    1.80x    1.40x     41.0    1.90x    1.50x       60       50  aim 1.7x missed  WORSE",
      "note",
    ]
  `);
});

it('takes ratios pair by pair and leaves the first pair out', async () => {
  const costs = [900, 20, 30, 40];
  let at = 0;
  const paired = await measurePairs(
    3,
    () => ({ wallMs: costs[at]!, cpuMs: 2 * costs[at]! }),
    () => ({ wallMs: 10 + (at++ % 2) * 10, cpuMs: 10 }),
  );
  expect(paired.wall).toEqual({ median: 2, low: 1, high: 3 });
  expect(paired.cpu.median).toBe(6);
  expect(paired.a.wallMs).toBe(30);
});
