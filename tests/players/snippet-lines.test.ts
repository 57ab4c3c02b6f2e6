// Lines of code on narrow screens: what they are indented by stays.

import { expect, test } from 'vitest';
import { indentedLine } from '../../src/players/snippet-lines.js';
import { cellWidth } from '../../src/text/fit.js';

test('a line keeps its indentation, and what goes on below stands under it', () => {
  expect(indentedLine('  "received_at": "[1: ____]",', 40, '  ')).toEqual([
    '    "received_at": "[1: ____]",',
  ]);
  expect(indentedLine('    alpha beta gamma', 18, '  ')).toEqual(['      alpha beta', '      gamma']);
});

test('an empty line is empty', () => {
  expect(indentedLine('', 40, '  ')).toEqual(['']);
  expect(indentedLine('   ', 40, '  ')).toEqual(['']);
});

test('an indentation beyond half of the screen is cut to it', () => {
  const lines = indentedLine(`${' '.repeat(60)}alpha beta gamma delta`, 20, '  ');
  expect(lines.join('')).toContain('alpha');
  expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(20);
});
