// Keys of each input: a sequence of keys -> what would be handed in, whether anything was entered, what is said.

import { describe, expect, it } from 'vitest';
import { MODE_RULES } from '../../../src/history/modes.js';
import type { Key } from '../../../src/players/terminal/inputs/input.js';
import { inputFor } from '../../../src/players/terminal/inputs/inputs.js';
import { pressEdit } from '../../../src/players/terminal/inputs/text-edit-keys.js';
import type { Question } from '../../../src/question/question.js';
import type { AskView } from '../../../src/session/player.js';
import { ONE_OF_EACH, open } from '../../support/questions.js';
import { viewOf } from '../sample-views.js';

interface Filled {
  response: unknown;
  entered: boolean;
  done: boolean;
  said: string;
}

/** Presses keys by name: digits, `up`, `down`, `space`, `enter`. */
function press(view: AskView, keys: string): Filled {
  const { keys: input } = inputFor(view);
  let state = input.start(view);
  let done = false;
  let said = '';
  for (const name of keys.split(' ').filter(Boolean)) {
    const pressed = input.press(state, keyOf(name), view);
    state = pressed?.state ?? state;
    done = pressed?.done ?? false;
    said = pressed?.notice ?? '';
  }
  return { response: input.response(state, view), entered: input.entered(state), done, said };
}

function keyOf(name: string): Key {
  return name === 'enter' ? { name: 'return', sequence: '\r' } : { name, sequence: name };
}

type Row = [keys: string, response: unknown, entered: boolean, done?: boolean];

function table(question: Question, rows: readonly Row[]): void {
  it.each(rows)(`${question.type}: %s`, (keys, response, entered, done = false) => {
    expect(press(viewOf(question), keys)).toMatchObject({ response, entered, done });
  });
}

describe('single-choice', () => {
  table(ONE_OF_EACH['single-choice'], [
    ['', 'right', false],
    ['enter', 'right', false],
    ['down', 'right', false],
    ['j j k', 'right', false],
    ['up', 'wrong-3', false],
    ['down down enter', 'wrong-1', true, true],
    ['3', 'wrong-2', true],
    ['3 enter', 'wrong-2', true, true],
    ['9', 'right', false],
    ['x', 'right', false],
  ]);
});

it('single-choice: Enter before anything is chosen says what to do', () => {
  expect(press(viewOf(ONE_OF_EACH['single-choice']), 'enter').said).toContain('Choose first: 1 to 4');
});

describe('true-false', () => {
  table(ONE_OF_EACH['true-false'], [
    ['', true, false],
    ['2', false, true],
    ['t', true, true],
    ['f enter', false, true, true],
    ['down down', false, false],
    ['2 enter', false, true, true],
  ]);
});

describe('multiple-choice', () => {
  const view = viewOf(ONE_OF_EACH['multiple-choice']);
  table(ONE_OF_EACH['multiple-choice'], [
    ['', [], false],
    ['down', [], false],
    ['space', ['right-1'], true],
    ['space space', [], true],
    ['1 3', ['right-1', 'wrong-1'], true],
    ['down space enter', ['right-2'], true, true],
  ]);

  it('Enter with nothing ticked asks once, then answers "none"', () => {
    expect(press(view, 'enter')).toMatchObject({
      done: false,
      said: expect.stringContaining('Nothing is ticked'),
    });
    expect(press(view, 'enter enter')).toMatchObject({ done: true, response: [], entered: true });
  });
});

describe('ordering', () => {
  table(ONE_OF_EACH.ordering, [
    ['', ['1', '2', '3', '4'], false],
    ['enter', ['1', '2', '3', '4'], false],
    ['enter enter', ['1', '2', '3', '4'], true, true],
    ['space down space enter', ['2', '1', '3', '4'], true, true],
    ['down', ['1', '2', '3', '4'], false],
    ['space down', ['2', '1', '3', '4'], true],
    ['space 4', ['2', '3', '4', '1'], true],
    ['space down space down', ['2', '1', '3', '4'], true],
    ['space up', ['1', '2', '3', '4'], true],
    ['4 space up up', ['1', '4', '2', '3'], true],
    ['9', ['1', '2', '3', '4'], false],
  ]);
  it('asks back before the order that was only shown is handed in', () => {
    expect(press(viewOf(ONE_OF_EACH.ordering), 'enter').said).toContain('Nothing was moved');
  });
});

describe('matching', () => {
  const view = viewOf(ONE_OF_EACH.matching);
  table(ONE_OF_EACH.matching, [
    ['', {}, false],
    ['down', {}, false],
    ['2', { 'pair-1': 'pair-2' }, true],
    ['1 2 3 enter', { 'pair-1': 'pair-1', 'pair-2': 'pair-2', 'pair-3': 'pair-3' }, true, true],
    ['1 up 4', { 'pair-1': 'extra-1' }, true],
    ['9', {}, false],
  ]);

  it('Enter with pairs missing says how many, then answers all the same', () => {
    expect(press(view, '1 enter')).toMatchObject({ done: false, said: expect.stringContaining('2 of 3') });
    expect(press(view, '1 enter enter')).toMatchObject({ done: true, response: { 'pair-1': 'pair-1' } });
  });
});

describe('typed answers', () => {
  const TYPED = { enter: '\r', 'ctrl-d': '\u0004', tab: '\t' } as const;

  /** Types texts; the names in brackets are keys: `[enter]`. */
  function type(view: AskView, script: string): Filled {
    const { keys: input, typing } = inputFor(view);
    let state = input.start(view);
    let done = false;
    let said = '';
    for (const piece of script.match(/\[[\w-]+\]|./g) ?? []) {
      const key = keyTyped(piece);
      const pressed = input.press(state, key, view);
      const edit = input.edit?.get(state);
      const typed = edit && pressEdit(edit, key, { lines: typing === 'lines', width: 60 });
      done = pressed?.done ?? false;
      said = pressed?.notice ?? '';
      if (pressed !== undefined) state = pressed.state;
      else if (typed !== undefined) state = input.edit?.set(state, typed);
    }
    return { response: input.response(state, view), entered: input.entered(state), done, said };
  }

  function keyTyped(piece: string): Key {
    const name = piece.length > 1 ? piece.slice(1, -1) : piece;
    if (name === 'ctrl-d') return { name: 'd', ctrl: true, sequence: TYPED['ctrl-d'] };
    if (name === 'enter') return { name: 'return', sequence: TYPED.enter };
    return name === 'tab' ? { name, sequence: TYPED.tab } : { name, sequence: name };
  }

  it.each(['short-answer', 'numeric'] as const)(
    '%s: Enter hands the line in, but not an empty one',
    (kind) => {
      const view = viewOf(ONE_OF_EACH[kind]);
      expect(type(view, ' 8.76 [enter]')).toMatchObject({ response: '8.76', entered: true, done: true });
      expect(type(view, '  [enter]')).toMatchObject({
        entered: false,
        done: false,
        said: expect.stringContaining('F2 skips'),
      });
    },
  );

  it('in a paper, where nothing is skipped, the key that leads on is named', () => {
    const view = viewOf(ONE_OF_EACH.numeric, { mode: MODE_RULES.exam });
    expect(type(view, '[enter]').said).toBe('Nothing is typed yet. F4 goes to the next question.');
  });

  it('request: Ctrl-D hands in, and whether it can be read is the type’s to say', () => {
    const view = viewOf(ONE_OF_EACH.request);
    expect(type(view, 'curl[ctrl-d]')).toMatchObject({ response: 'curl', done: true });
    expect(type(view, ' [ctrl-d]')).toMatchObject({ done: false });
  });

  it('open: Enter is a line, an empty one too; Ctrl-D hands in', () => {
    const view = viewOf(open());
    expect(type(view, 'one[enter][enter]two')).toMatchObject({
      response: { text: 'one\n\ntwo' },
      entered: true,
      done: false,
    });
    expect(type(view, 'one[enter][enter]two[ctrl-d]')).toMatchObject({
      response: { text: 'one\n\ntwo' },
      done: true,
    });
    expect(type(view, '[enter][ctrl-d]')).toMatchObject({
      entered: false,
      done: false,
      said: expect.stringContaining('F2 skips'),
    });
  });

  it('behavioural: tab goes to the next of the four parts; their names alone are no answer', () => {
    const view = viewOf(open({ framework: 'STAR' }));
    expect(type(view, '[tab][tab][ctrl-d]')).toMatchObject({
      entered: false,
      done: false,
      said: expect.stringContaining('Nothing'),
    });
    expect(type(view, 'a[tab]b[tab]c[tab]d[ctrl-d]')).toMatchObject({
      response: { text: 'Situation:\na\nTask:\nb\nAction:\nc\nResult:\nd' },
      done: true,
    });
    expect(type(view, 'a[tab][tab]c[ctrl-d]')).toMatchObject({
      response: { text: 'Situation:\na\nAction:\nc' },
    });
  });

  it('behavioural: gone back to, what was written stands under its part and the others are there again', () => {
    const previous = { text: 'Situation:\na\nAction:\nc', met: [], flags: [] };
    const view = viewOf(open({ framework: 'STAR' }), { previous });
    expect(type(view, '')).toMatchObject({ response: previous, entered: true });
    expect(type(view, 's')).toMatchObject({ response: { text: 'Situation:\nas\nAction:\nc' } });
    expect(type(view, '[tab]t')).toMatchObject({ response: { text: 'Situation:\na\nTask:\nt\nAction:\nc' } });
  });

  it('spoken: Enter is done, and nothing counts as typed', () => {
    const view = viewOf(open(), { spoken: true });
    expect(press(view, '')).toMatchObject({ entered: false });
    expect(press(view, 'enter')).toMatchObject({ done: true, response: { text: '', met: [], flags: [] } });
  });
});

it.each([
  ['single-choice', 'wrong-2'],
  ['true-false', false],
  ['multiple-choice', ['right-2']],
  ['ordering', ['4', '3', '2', '1']],
  ['matching', { 'pair-1': 'extra-1' }],
  ['short-answer', 'idem'],
  ['open', { text: 'before', met: [], flags: [] }],
] as const)('%s: gone back to in a paper, the input shows what was answered', (kind, previous) => {
  const view = viewOf(ONE_OF_EACH[kind], { previous: previous as AskView['previous'] });
  expect(press(view, '')).toMatchObject({ response: previous, entered: true });
});
