// The prompt of a page: it is read, scrolled where it is taller than the screen, and left by one of a few keys.

import { createPrompt, useRef, useState } from '@inquirer/core';
import type { Size } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import { type Key, stepOf } from './inputs/input.js';
import { type PageScreen, pageScreen, turnedPage } from './page-screen.js';
import { useKeys, useRedraw } from './prompt-hooks.js';
import { makeGuard } from './type-ahead.js';

export interface KeyChoice<Value extends string> {
  /** The key's name or the character it types. */
  key: string;
  /** How the key is shown; its name when left out. */
  shown?: string;
  word: string;
  value: Value;
}

export interface PageConfig<Value extends string> {
  /** The page for a window of so many columns, margins included. */
  lines(columns: number): readonly string[];
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
  const size = config.size();
  const screen: PageScreen = {
    lines: config.lines(size.columns),
    question,
    keys: isClosed
      ? [[theme.glyphs.enter, 'go on: the time was up while you were typing']]
      : choices.map(({ key, shown = key, word }) => [shown, word] as const),
    offset,
    size,
  };
  useRedraw(config.onResize);
  useKeys((key: Key) => {
    const taken = guard.current.takes(key);
    setClosed(guard.current.isClosed());
    if (!taken || key.ctrl) return;
    const name = key.name === 'enter' ? 'return' : key.name;
    const found = choices.find((choice) => choice.key === name || choice.key === key.sequence);
    if (found) return done(found.value);
    const page = key.name === 'pagedown' ? 1 : key.name === 'pageup' ? -1 : 0;
    if (page !== 0) return setOffset(turnedPage(screen, 'page', page, theme));
    const step = stepOf(key);
    if (step !== 0) setOffset(turnedPage(screen, 'line', step, theme));
  });
  return pageScreen(screen, theme) + HIDE_CURSOR;
});

/** The value of the key that was pressed; the page is gone afterwards. */
export function choosePage<Value extends string>(config: PageConfig<Value>): Promise<Value> {
  return prompt(config, { clearPromptOnDone: true }) as Promise<Value>;
}
