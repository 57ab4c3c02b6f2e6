// What a key means before the input sees it: letters where nothing is typed, Ctrl and the letter where something is.

import { describe, expect, it } from 'vitest';
import { commandKeys, commandOf, pausedCommandOf } from '../../../src/players/terminal/ask-keys.js';
import type { Key } from '../../../src/players/terminal/inputs/input.js';
import { MODE_RULES } from '../../../src/session/modes.js';
import { ONE_OF_EACH, singleChoice } from '../../support/questions.js';
import { viewOf } from '../sample-views.js';

const practice = viewOf(singleChoice(2, { hint: 'A hint.' }));
const paper = viewOf(ONE_OF_EACH.numeric, { mode: MODE_RULES.exam });
const letter = (name: string): Key => ({ name, sequence: name });
const ctrl = (name: string): Key => ({
  name,
  ctrl: true,
  sequence: String.fromCharCode(name.charCodeAt(0) - 96),
});
/** What many terminals send for Ctrl-H, and some for Backspace. */
const backspaceByte: Key = { name: 'backspace', sequence: '\b' };

describe('where nothing is typed', () => {
  it.each([
    ['h', 'hint'],
    ['s', 'skip'],
    ['f', 'flag'],
    ['p', 'pause'],
    ['q', 'quit'],
    ['x', undefined],
    ['1', undefined],
  ])('%s is %s', (name, command) => {
    expect(commandOf(letter(name), practice, 'none', false)).toBe(command);
  });

  it('Ctrl and a letter is nothing', () => {
    expect(commandOf(ctrl('q'), practice, 'none', false)).toBeUndefined();
  });

  it.each([
    ['b', 'previous'],
    ['n', 'next'],
    ['a', 'sheet'],
    ['f', 'flag'],
    ['q', 'quit'],
    ['s', undefined],
    ['p', undefined],
  ])('in a paper %s is %s', (name, command) => {
    expect(commandOf(letter(name), paper, 'none', false)).toBe(command);
  });
});

describe('while typing', () => {
  it.each(['h', 's', 'f', 'p', 'q', 'n', 'b', 'a', 'e'])('the letter %s is text', (name) => {
    expect(commandOf(letter(name), practice, 'line', true)).toBeUndefined();
    expect(commandOf(letter(name), paper, 'line', true)).toBeUndefined();
  });

  it.each([
    ['s', 'skip'],
    ['f', 'flag'],
    ['p', 'pause'],
    ['q', 'quit'],
  ])('Ctrl-%s is %s', (name, command) => {
    expect(commandOf(ctrl(name), practice, 'line', true)).toBe(command);
  });

  it('Ctrl-H asks for the hint only where there is nothing to erase', () => {
    expect(commandOf(backspaceByte, practice, 'line', false)).toBe('hint');
    expect(commandOf(backspaceByte, practice, 'line', true)).toBeUndefined();
  });

  it('F1 always asks for the hint, where there may be one', () => {
    expect(commandOf({ name: 'f1' }, practice, 'line', true)).toBe('hint');
    expect(commandOf({ name: 'f1' }, paper, 'line', true)).toBeUndefined();
  });

  it('Ctrl-E opens the editor, for texts of several lines only', () => {
    expect(commandOf(ctrl('e'), practice, 'lines', true)).toBe('editor');
    expect(commandOf(ctrl('e'), practice, 'line', true)).toBeUndefined();
  });
});

it.each(['none', 'line', 'lines'] as const)('page keys scroll (%s)', (typing) => {
  expect(commandOf({ name: 'pageup' }, practice, typing, false)).toBe('page-up');
  expect(commandOf({ name: 'pagedown' }, paper, typing, false)).toBe('page-down');
});

it('in a pause only p and q mean something', () => {
  expect(pausedCommandOf(letter('p'))).toBe('unpause');
  expect(pausedCommandOf(ctrl('p'))).toBe('unpause');
  expect(pausedCommandOf(letter('q'))).toBe('quit');
  expect(pausedCommandOf(letter('1'))).toBeUndefined();
});

it('the foot of the screen shows the hint only while there is one to be had', () => {
  const shown = (view: typeof practice) => commandKeys(view, 'none').map(([key]) => key);
  expect(shown(practice)).toEqual(['h', 's', 'f', 'p', 'q']);
  expect(shown({ ...practice, hinted: true })).toEqual(['s', 'f', 'p', 'q']);
  expect(shown(paper)).toEqual(['b', 'n', 'f', 'a', 'q']);
  expect(commandKeys(practice, 'line').map(([key]) => key)).toEqual(['^H', '^S', '^F', '^P', '^Q']);
});
