// The prompt of a page: it is read, scrolled where it is taller than the screen, and left by one of a few keys.

import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import type { Size } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import { TYPE_AHEAD_MS } from './ask-prompt.js';
import { type Key, stepOf } from './inputs/input.js';
import { type PageScreen, pageScreen, turnedPage } from './page-screen.js';
import { makePasteGate } from './paste-gate.js';

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
  now(): number;
  onResize(callback: () => void): () => void;
}

const HIDE_CURSOR = '\u001b[?25l';

const prompt = createPrompt<string, PageConfig<string>>((config, done) => {
  const { theme, choices, question, now } = config;
  const [offset, setOffset] = useState(0);
  const [, setResizes] = useState(0);
  const openedAt = useRef(now());
  const gate = useRef(makePasteGate());
  const size = config.size();
  const screen: PageScreen = {
    lines: config.lines(size.columns),
    question,
    keys: choices.map(({ key, shown = key, word }) => [shown, word] as const),
    offset,
    size,
  };
  useEffect(() => {
    let resizes = 0;
    return config.onResize(() => {
      resizes += 1;
      setResizes(resizes);
    });
  }, []);
  useKeypress((key: Key) => {
    if (gate.current(key).kind !== 'key') return;
    if (now() - openedAt.current < TYPE_AHEAD_MS || key.ctrl) return;
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
