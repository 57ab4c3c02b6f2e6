// The prompt of a page: it is read, scrolled where it is taller than the screen, and left by one of a few keys.

import { createPrompt, useRef, useState } from '@inquirer/core';
import type { Size } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import { type Key, stepOf } from './inputs/input.js';
import { type PageScreen, pageScreen, roomOf, turnedPage } from './page-screen.js';
import { useKeys, useRedraw } from './prompt-hooks.js';
import { makeGuard } from './type-ahead.js';

export interface KeyChoice<Value extends string> {
  /** The key's name or the character it types. */
  key: string;
  /** How the key is shown; its name when left out. */
  shown?: string;
  word: string;
  /** What the page is left with; left out where the key does something and the page stays. */
  value?: Value;
  /** Does it; what is to be said of it. */
  stay?(): string | Promise<string>;
}

export interface PageConfig<Value extends string> {
  /** The page for a window of so many columns, margins included; `room`: lines that are seen at once. */
  lines(columns: number, room: number): readonly string[];
  /** Said above the keys; empty for nothing. */
  question: string;
  choices: readonly KeyChoice<Value>[];
  theme: Theme;
  size(): Size;
  /** It came by itself while the person may have been typing. */
  late: boolean;
  onResize(callback: () => void): () => void;
}

const HIDE_CURSOR = '\u001b[?25l';

const prompt = createPrompt<string, PageConfig<string>>((config, done) => {
  const { theme, choices, question } = config;
  const [offset, setOffset] = useState(0);
  const guard = useRef(makeGuard(config.late));
  const [isClosed, setClosed] = useState(config.late);
  const [notice, setNotice] = useState('');
  const turns = useRef(0);
  const [, setTurns] = useState(0);
  const size = config.size();
  const keys = isClosed
    ? [[theme.glyphs.enter, 'go on: the time was up while you were typing'] as const]
    : choices.map(({ key, shown = key, word }) => [shown, word] as const);
  const bare = { lines: [], question: notice || question, keys, offset, size };
  const screen: PageScreen = { ...bare, lines: config.lines(size.columns, roomOf(bare, theme)) };
  useRedraw(config.onResize);
  useKeys((key: Key) => {
    const taken = guard.current.takes(key);
    setClosed(guard.current.isClosed());
    if (!taken || key.ctrl) return;
    const name = key.name === 'enter' ? 'return' : key.name;
    const found = choices.find((choice) => choice.key === name || choice.key === key.sequence);
    if (found?.value !== undefined) return done(found.value);
    if (found !== undefined) return void stayed(found);
    const turn = turnOf(key);
    if (turn !== undefined) setOffset(turnedPage(screen, turn.by, turn.step, theme));
  });

  async function stayed(choice: KeyChoice<string>): Promise<void> {
    const said = (await choice.stay?.()) ?? '';
    setNotice(said);
    // What it did may have changed the page.
    turns.current += 1;
    setTurns(turns.current);
  }

  return pageScreen(screen, theme) + HIDE_CURSOR;
});

/** How far a key turns the page: space and the page keys a screen, g and G to either end, arrows and j k a line. */
function turnOf(key: Key): { by: 'line' | 'page' | 'end'; step: -1 | 1 } | undefined {
  if (key.name === 'pagedown' || (key.name === 'space' && !key.shift)) return { by: 'page', step: 1 };
  if (key.name === 'pageup' || key.name === 'space' || key.name === 'b') return { by: 'page', step: -1 };
  if (key.name === 'home' || (key.name === 'g' && !key.shift)) return { by: 'end', step: -1 };
  if (key.name === 'end' || key.name === 'g') return { by: 'end', step: 1 };
  const step = stepOf(key);
  return step === 0 ? undefined : { by: 'line', step };
}

/** The value of the key that was pressed; the page is gone afterwards. */
export function choosePage<Value extends string>(config: PageConfig<Value>): Promise<Value> {
  return prompt(config, { clearPromptOnDone: true }) as Promise<Value>;
}
