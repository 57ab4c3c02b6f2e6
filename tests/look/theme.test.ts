// Colours from the environment: who asks for none gets none, and nothing is said by colour alone.

import { describe, expect, it } from 'vitest';
import { makeTheme, themeFor } from '../../src/look/theme.js';

const terminal = { isTTY: true, getColorDepth: () => 8 };
const pipe = { isTTY: false };
const hasColours = (env: Record<string, string>, stream: object = terminal) =>
  themeFor(env, stream, false).accent('x') !== 'x';

describe('colours', () => {
  it.each([
    ['a terminal', {}, terminal, true],
    ['a pipe', {}, pipe, false],
    ['NO_COLOR', { NO_COLOR: '1' }, terminal, false],
    ['an empty NO_COLOR counts for nothing', { NO_COLOR: '' }, terminal, true],
    ['TERM=dumb', { TERM: 'dumb' }, terminal, false],
    ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, pipe, true],
    ['FORCE_COLOR wins over NO_COLOR', { FORCE_COLOR: '3', NO_COLOR: '1' }, pipe, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, terminal, false],
  ])('%s', (_, env, stream, expected) => {
    expect(hasColours(env as Record<string, string>, stream)).toBe(expected);
  });
});

it('a light background gets darker tones', () => {
  const accentOn = (colours: string) => themeFor({ COLORFGBG: colours }, terminal, false).accent('x');
  expect(accentOn('0;15')).not.toBe(accentOn('15;0'));
  expect(accentOn('0;default;15')).toBe(accentOn('0;15'));
});

it('code keeps its backticks where there are no colours to tell it by', () => {
  expect(makeTheme({ level: 0, ascii: false, light: false }).code('GET')).toBe('`GET`');
  expect(makeTheme({ level: 1, ascii: false, light: false }).code('GET')).not.toContain('`');
});

it('both sets of signs tell right, wrong and partly apart, and are of one width', () => {
  for (const ascii of [true, false]) {
    const { right, wrong, partly, ticked, unticked } = makeTheme({ level: 0, ascii, light: false }).glyphs;
    expect(new Set([right, wrong, partly]).size).toBe(3);
    expect(new Set([right, wrong, partly].map((sign) => sign.length)).size).toBe(1);
    expect(ticked).toHaveLength(unticked.length);
  }
});

it('the signs of --ascii are ASCII', () => {
  const { glyphs } = makeTheme({ level: 0, ascii: true, light: false });
  expect(Object.values(glyphs).join('')).toMatch(/^[ -~]*$/);
});
