// What a key means while a question is open, before the input sees it: the commands at the foot of the screen.

import type { AskView } from '../../session/player.js';
import { maySuspend } from '../../session/suspend-entry.js';
import type { Input, Key } from './inputs/input.js';

export type Command =
  | 'hint'
  | 'skip'
  | 'flag'
  | 'pause'
  | 'quit'
  | 'editor'
  | 'take-back'
  | 'suspend'
  /** The next key is a command. */
  | 'prefix'
  /** Somebody wants to save. */
  | 'saved'
  /** Every key is shown at the foot, or the most used again. */
  | 'keys'
  | 'page-up'
  | 'page-down'
  | 'previous'
  | 'next'
  | 'sheet';

type Keys = Readonly<Record<string, Command>>;

const LETTERS: Keys = {
  h: 'hint',
  s: 'skip',
  f: 'flag',
  p: 'pause',
  u: 'take-back',
  x: 'suspend',
  q: 'quit',
};
const PAPER_LETTERS: Keys = { b: 'previous', n: 'next', f: 'flag', a: 'sheet', q: 'quit' };

// While typing, Ctrl and a letter means what it means in every shell: commands are function keys, or Ctrl-X and their letter.
const FUNCTION_KEYS: Keys = {
  f1: 'hint',
  f2: 'skip',
  f3: 'flag',
  f4: 'pause',
  f5: 'editor',
  f6: 'take-back',
  f7: 'suspend',
  f8: 'quit',
};
const PAPER_FUNCTION_KEYS: Keys = {
  f2: 'previous',
  f3: 'flag',
  f4: 'next',
  f5: 'editor',
  f6: 'sheet',
  f8: 'quit',
};

/** The command of a key; undefined when the key belongs to the input. */
export function commandOf(key: Key, view: AskView, typing: Input['typing']): Command | undefined {
  if (key.name === 'pageup') return 'page-up';
  if (key.name === 'pagedown') return 'page-down';
  const isPaper = view.mode.order === 'free';
  if (typing === 'none' && key.sequence === '?') return 'keys';
  if (typing === 'none') return key.ctrl || key.meta ? undefined : letterCommand(key, view);
  if (key.ctrl && key.name === 'x') return 'prefix';
  if (key.ctrl && key.name === 's') return 'saved';
  const command = (isPaper ? PAPER_FUNCTION_KEYS : FUNCTION_KEYS)[key.name ?? ''];
  return command === 'editor' && typing === 'line' ? undefined : command;
}

/** The command of the key after Ctrl-X, with or without Ctrl: Ctrl-X Ctrl-E opens the editor, as in a shell. */
export function prefixedCommandOf(key: Key, view: AskView, typing: Input['typing']): Command | undefined {
  // Ctrl-X twice is a slip, not a letter.
  if (key.ctrl && key.name === 'x') return undefined;
  if (key.name === 'e') return typing === 'lines' ? 'editor' : undefined;
  return letterCommand({ ...key, shift: true }, view);
}

function letterCommand(key: Key, view: AskView): Command | undefined {
  // There f is False.
  if (view.question.type === 'true-false' && key.name === 'f' && !key.shift) return undefined;
  return (view.mode.order === 'free' ? PAPER_LETTERS : LETTERS)[key.name ?? ''];
}

/** What a key does while the question is hidden. */
export function pausedCommandOf(key: Key): 'unpause' | 'quit' | undefined {
  return key.name === 'p' ? 'unpause' : key.name === 'q' ? 'quit' : undefined;
}

export const PAUSE_KEYS = [
  ['p', 'go on'],
  ['q', 'quit'],
] as const;

/** The commands as the foot of the screen shows them, the price of a hint among them. */
export function commandKeys(
  view: AskView,
  typing: Input['typing'],
): (readonly [key: string, word: string])[] {
  const isPaper = view.mode.order === 'free';
  const flag = isPaper && view.marked ? 'unmark' : isPaper ? 'mark' : 'flag';
  const letters = isPaper ? PAPER_LETTERS : LETTERS;
  const functionKeys = isPaper ? PAPER_FUNCTION_KEYS : FUNCTION_KEYS;
  const words: Partial<Record<Command, string>> = isPaper
    ? { previous: 'back', next: 'next', flag, sheet: 'answer sheet', quit: 'quit' }
    : {
        ...(hasHint(view) ? { hint: 'hint (-1/3)' } : {}),
        skip: 'skip',
        flag,
        ...(view.mode.pauses ? { pause: 'pause' } : {}),
        ...(view.mayTakeBack ? { 'take-back': 'take back' } : {}),
        ...(maySuspend(view) ? { suspend: 'suspend' } : {}),
        quit: 'quit',
      };
  if (typing === 'lines') words.editor = 'editor';
  return Object.entries(typing === 'none' ? letters : functionKeys).flatMap(([key, command]) => {
    const word = words[command];
    if (word === undefined) return [];
    if (typing !== 'none') return [[key.toUpperCase(), word] as const];
    return [[key === 'f' && view.question.type === 'true-false' ? 'F' : key, word] as const];
  });
}

function hasHint({ mode, question, hinted }: AskView): boolean {
  return mode.hints && question.hint !== undefined && !hinted;
}
