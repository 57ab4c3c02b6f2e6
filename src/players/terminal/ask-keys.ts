// What a key means while a question is open, before the input sees it: the commands at the foot of the screen.

import type { AskView } from '../../session/player.js';
import type { Input, Key } from './inputs/input.js';

export type Command =
  | 'hint'
  | 'skip'
  | 'flag'
  | 'pause'
  | 'quit'
  | 'editor'
  | 'page-up'
  | 'page-down'
  | 'previous'
  | 'next'
  | 'sheet';

const LETTERS: Readonly<Record<string, Command>> = { h: 'hint', s: 'skip', f: 'flag', p: 'pause', q: 'quit' };
const PAPER_LETTERS: Readonly<Record<string, Command>> = {
  b: 'previous',
  n: 'next',
  a: 'sheet',
  f: 'flag',
  q: 'quit',
};

/** The command of a key; undefined when the key belongs to the input. While typing, letters need Ctrl. */
export function commandOf(
  key: Key,
  view: AskView,
  typing: Input['typing'],
  typed: boolean,
): Command | undefined {
  if (key.name === 'pageup') return 'page-up';
  if (key.name === 'pagedown') return 'page-down';
  const letters = view.mode.order === 'free' ? PAPER_LETTERS : LETTERS;
  if (typing === 'none') return key.ctrl ? undefined : letters[key.name ?? ''];
  if (typing === 'lines' && key.ctrl && key.name === 'e') return 'editor';
  if (key.name === 'f1') return letters.h;
  // Ctrl-H is the byte that some terminals send for Backspace: only where there is nothing to erase does it ask for the hint.
  if (key.sequence === '\b') return typed ? undefined : letters.h;
  return key.ctrl ? letters[key.name ?? ''] : undefined;
}

/** What a key does while the question is hidden. */
export function pausedCommandOf(key: Key): 'unpause' | 'quit' | undefined {
  return key.name === 'p' ? 'unpause' : key.name === 'q' ? 'quit' : undefined;
}

export const PAUSE_KEYS = [
  ['p', 'go on'],
  ['q', 'quit'],
] as const;

/** The commands as the foot of the screen shows them. */
export function commandKeys(
  view: AskView,
  typing: Input['typing'],
): (readonly [key: string, word: string])[] {
  const ctrl = (letter: string) => (typing === 'none' ? letter : `^${letter.toUpperCase()}`);
  if (view.mode.order === 'free') {
    return [
      [ctrl('b'), 'back'],
      [ctrl('n'), 'next'],
      [ctrl('f'), view.marked ? 'unmark' : 'mark'],
      [ctrl('a'), 'answer sheet'],
      [ctrl('q'), 'quit'],
    ];
  }
  const hint = view.mode.hints && view.question.hint !== undefined && !view.hinted;
  return [
    ...(hint ? [[ctrl('h'), 'hint'] as const] : []),
    [ctrl('s'), 'skip'],
    [ctrl('f'), 'flag'],
    ...(view.mode.pauses ? [[ctrl('p'), 'pause'] as const] : []),
    [ctrl('q'), 'quit'],
  ];
}
