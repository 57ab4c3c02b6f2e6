// Keys of the marking: nothing, all, half; red flags yes or no; from the points to the flags and back.

import { expect, it } from 'vitest';
import { markingRows } from '../../../src/players/marking-rows.js';
import { markedAs, pressMarking, startMarking } from '../../../src/players/terminal/marking-keys.js';
import { open } from '../../support/questions.js';

const mark = {
  points: [],
  flags: [],
  guard: null,
  suggestedCredit: 0,
  clearCredit: 0,
  mostCredit: 0,
};
const suggestion = { text: 'x', met: ['second'], flags: [] };
const rows = markingRows(open(), { text: 'x', mark, model: mark, suggestion });
const press = (...names: string[]) =>
  names.reduce(
    (state, name) => pressMarking(state, { name, sequence: name === 'space' ? ' ' : name }, rows),
    startMarking(suggestion),
  );

it.each([
  ['what is suggested stands', [], { met: ['second'] }],
  ['space: all', ['space'], { met: ['second', 'main'] }],
  ['twice: half', ['space', 'space'], { met: ['second'], half: ['main'] }],
  ['three times: nothing', ['space', 'space', 'space'], { met: ['second'] }],
  ['h: half, and not', ['h', 'h'], { met: ['second'] }],
  ['h on a ticked point: half of it', ['down', 'h'], { met: [], half: ['second'] }],
  ['space on a flag: yes', ['tab', 'space'], { met: ['second'], flags: ['slip'] }],
  ['h means nothing to a flag', ['tab', 'h'], { met: ['second'] }],
  ['to the flags and back', ['tab', 'space', 'tab', 'space'], { met: ['second', 'main'], flags: ['slip'] }],
  ['up from the first is the last', ['up', 'space'], { met: ['second'], flags: ['blunder'] }],
] as const)('%s', (_, keys, expected) => {
  expect(markedAs(press(...keys), suggestion)).toEqual({ text: 'x', flags: [], ...expected });
});

it('the model answer is shown and put away', () => {
  expect(press('m').model).toBe(true);
  expect(press('m', 'm').model).toBe(false);
});
