// What a key, or a paste, does to the open question. Pure but for what commands record through the desk.

import { refusalOf } from '../../question/type-rules.js';
import { type AskLive, type CommandContext, type Obeyed, obeyCommand } from './ask-commands.js';
import { commandOf, pausedCommandOf, prefixedCommandOf } from './ask-keys.js';
import type { Key } from './inputs/input.js';
import { insert } from './inputs/text-edit.js';
import { pressEdit } from './inputs/text-edit-keys.js';

export interface PressContext extends CommandContext {
  /** Cells of a row of the text under edit. */
  editWidth: number;
}

/** First the commands, then the keys of the input, then those of its text. */
export function pressAsk(live: AskLive, key: Key, context: PressContext): Obeyed {
  if (live.paused) return pressPaused(live, key, context);
  const { input, editWidth } = context;
  const { view } = live;
  const command = live.prefixed
    ? prefixedCommandOf(key, view, input.typing)
    : commandOf(key, view, input.typing);
  if (command !== undefined) return obeyCommand(command, live, context);
  // The key after Ctrl-X is no text, whatever it is.
  if (live.prefixed) return stay(live, { prefixed: false, notice: '' });
  const pressed = input.keys.press(live.inputState, key, view);
  if (pressed?.done) {
    const response = input.keys.response(pressed.state, view);
    const refused = refusalOf(view.question, response);
    return refused === null
      ? { kind: 'done', result: { kind: 'answer', response } }
      : stay(live, { inputState: pressed.state, notice: refused, offset: null });
  }
  if (pressed !== undefined)
    return stay(live, { inputState: pressed.state, notice: pressed.notice ?? '', offset: null });
  const { edit } = input.keys;
  if (edit === undefined) return stay(live, {});
  const rules = { lines: input.typing === 'lines', width: editWidth };
  const next = pressEdit(edit.get(live.inputState), key, rules);
  return next === undefined
    ? stay(live, {})
    : stay(live, { inputState: edit.set(live.inputState, next), notice: '', offset: null });
}

/** What is pasted is text, never a command; where nothing is typed it is nothing. */
export function pasteAsk(live: AskLive, text: string, { input }: CommandContext): Obeyed {
  const { edit } = input.keys;
  if (edit === undefined || live.paused) return stay(live, {});
  const next = insert(edit.get(live.inputState), text, input.typing === 'lines');
  return stay(live, { inputState: edit.set(live.inputState, next), notice: '', offset: null });
}

function pressPaused(live: AskLive, key: Key, { desk }: CommandContext): Obeyed {
  const command = pausedCommandOf(key);
  if (command === 'quit') return { kind: 'done', result: { kind: 'quit' } };
  if (command === undefined) return stay(live, {});
  desk.unpause();
  return stay(live, { paused: false });
}

const stay = (live: AskLive, change: Partial<AskLive>): Obeyed => ({
  kind: 'stay',
  live: { ...live, suspending: false, ...change },
});
