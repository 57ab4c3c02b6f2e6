// Which JSON texts are too costly to parse.

import { expect, test } from 'vitest';
import { isCostlyJson } from '../../src/history/json-bounds.js';

test('deep and crowded texts are costly; brackets in strings, and backslashes before quotes, do not count', () => {
  expect(isCostlyJson('['.repeat(101))).toBe(true);
  expect(isCostlyJson('['.repeat(100))).toBe(false);
  expect(isCostlyJson('[{'.repeat(60))).toBe(true);
  // No more than brackets and commas: each sign costs time here, too.
  expect(isCostlyJson('{}'.repeat(8_000_000))).toBe(false);
  expect(isCostlyJson('{}'.repeat(8_000_001))).toBe(true);
  expect(isCostlyJson(','.repeat(32_000_000))).toBe(false);
  expect(isCostlyJson(','.repeat(32_000_001))).toBe(true);
  expect(isCostlyJson(JSON.stringify({ a: '['.repeat(1000), b: `"\\${'{'.repeat(1000)}` }))).toBe(false);
  expect(isCostlyJson(`"\\\\"${'['.repeat(101)}`)).toBe(true);
  expect(isCostlyJson(`"never closed ${'['.repeat(101)}`)).toBe(false);
  expect(isCostlyJson('')).toBe(false);
});
