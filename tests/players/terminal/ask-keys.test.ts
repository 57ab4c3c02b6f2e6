// What a key means before the input sees it: letters where nothing is typed, function keys where something is.

import { describe, expect, it } from 'vitest';
import { MODE_RULES } from '../../../src/history/modes.js';
import {
  commandKeys,
  commandOf,
  pausedCommandOf,
  prefixedCommandOf,
} from '../../../src/players/terminal/ask-keys.js';
import type { Key } from '../../../src/players/terminal/inputs/input.js';
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
    ['x', 'suspend'],
    ['1', undefined],
  ])('%s is %s', (name, command) => {
    expect(commandOf(letter(name), practice, 'none')).toBe(command);
  });

  it('the question mark tells every key', () => {
    expect(commandOf({ sequence: '?' }, practice, 'none')).toBe('keys');
    expect(commandOf({ sequence: '?' }, practice, 'line')).toBeUndefined();
  });

  it('Ctrl and a letter is nothing', () => {
    expect(commandOf(ctrl('q'), practice, 'none')).toBeUndefined();
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
    expect(commandOf(letter(name), paper, 'none')).toBe(command);
  });
});

describe('while typing', () => {
  it.each(['h', 's', 'f', 'p', 'q', 'n', 'b', 'a', 'e'])('the letter %s is text', (name) => {
    expect(commandOf(letter(name), practice, 'line')).toBeUndefined();
    expect(commandOf(letter(name), paper, 'line')).toBeUndefined();
  });

  it.each(['a', 'b', 'd', 'e', 'f', 'h', 'k', 'n', 'p', 'q', 't', 'u', 'w', 'y'])(
    'Ctrl-%s is no command: it means what it means in every shell',
    (name) => {
      for (const typing of ['line', 'lines'] as const) {
        expect(commandOf(ctrl(name), practice, typing)).toBeUndefined();
        expect(commandOf(ctrl(name), paper, typing)).toBeUndefined();
      }
      expect(commandOf(backspaceByte, practice, 'line')).toBeUndefined();
    },
  );

  it.each([
    ['f1', 'hint', undefined],
    ['f2', 'skip', 'previous'],
    ['f3', 'flag', 'flag'],
    ['f4', 'pause', 'next'],
    ['f5', 'editor', 'editor'],
    ['f6', 'take-back', 'sheet'],
    ['f8', 'quit', 'quit'],
    ['f9', undefined, undefined],
  ])('%s is %s, in a paper %s', (name, inPractice, inPaper) => {
    expect(commandOf({ name }, practice, 'lines')).toBe(inPractice);
    expect(commandOf({ name }, paper, 'lines')).toBe(inPaper);
  });

  it('the editor is for texts of several lines only', () => {
    expect(commandOf({ name: 'f5' }, practice, 'line')).toBeUndefined();
    expect(prefixedCommandOf(ctrl('e'), practice, 'line')).toBeUndefined();
  });

  it('Ctrl-X makes the next key a command, with Ctrl or without', () => {
    expect(commandOf(ctrl('x'), practice, 'line')).toBe('prefix');
    expect(prefixedCommandOf(letter('h'), practice, 'line')).toBe('hint');
    expect(prefixedCommandOf(ctrl('s'), practice, 'line')).toBe('skip');
    expect(prefixedCommandOf(ctrl('e'), practice, 'lines')).toBe('editor');
    expect(prefixedCommandOf(letter('a'), paper, 'lines')).toBe('sheet');
    expect(prefixedCommandOf(letter('x'), practice, 'line')).toBe('suspend');
    expect(prefixedCommandOf(ctrl('x'), practice, 'line')).toBeUndefined();
  });

  it('Ctrl-S, the reflex of who wants to save, throws nothing away', () => {
    expect(commandOf(ctrl('s'), practice, 'lines')).toBe('saved');
  });
});

describe('true-false', () => {
  const truth = viewOf(ONE_OF_EACH['true-false']);

  it('f is False; a capital F flags', () => {
    expect(commandOf(letter('f'), truth, 'none')).toBeUndefined();
    expect(commandOf({ name: 'f', sequence: 'F', shift: true }, truth, 'none')).toBe('flag');
    expect(commandKeys(truth, 'none').map(([key]) => key)).toEqual(['s', 'F', 'p', 'x', 'q']);
  });
});

it.each(['none', 'line', 'lines'] as const)('page keys scroll (%s)', (typing) => {
  expect(commandOf({ name: 'pageup' }, practice, typing)).toBe('page-up');
  expect(commandOf({ name: 'pagedown' }, paper, typing)).toBe('page-down');
});

it('in a pause only p and q mean something', () => {
  expect(pausedCommandOf(letter('p'))).toBe('unpause');
  expect(pausedCommandOf(ctrl('p'))).toBe('unpause');
  expect(pausedCommandOf(letter('q'))).toBe('quit');
  expect(pausedCommandOf(letter('1'))).toBeUndefined();
});

it('the foot of the screen shows the hint only while there is one to be had', () => {
  const shown = (view: typeof practice) => commandKeys(view, 'none').map(([key]) => key);
  expect(shown(practice)).toEqual(['h', 's', 'f', 'p', 'x', 'q']);
  expect(shown({ ...practice, hinted: true })).toEqual(['s', 'f', 'p', 'x', 'q']);
  expect(shown(paper)).toEqual(['b', 'n', 'f', 'a', 'q']);
  expect(commandKeys(practice, 'line').map(([key]) => key)).toEqual(['F1', 'F2', 'F3', 'F4', 'F7', 'F8']);
  expect(commandKeys(practice, 'lines').map(([key]) => key)).toEqual([
    'F1',
    'F2',
    'F3',
    'F4',
    'F5',
    'F7',
    'F8',
  ]);
});

it('the price of a hint and the way to take back are told before', () => {
  expect(commandKeys(practice, 'none')[0]).toEqual(['h', 'hint (-1/3)']);
  expect(commandKeys({ ...practice, mayTakeBack: true }, 'none')).toContainEqual(['u', 'take back']);
});
