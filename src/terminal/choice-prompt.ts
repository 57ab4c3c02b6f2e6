// A one-line prompt that waits for one of a few keys: next, override, flag, quit, confidence.

import { createPrompt, useKeypress, useRef } from '@inquirer/core';
import { TYPE_AHEAD_MS } from './ask-prompt.js';
import { indent, keyLines, measure, type Size } from './frame.js';
import type { Key } from './sheets/sheet.js';
import type { Theme } from './theme.js';

export interface KeyChoice<Value extends string> {
  /** The key's name or the character it types. */
  key: string;
  /** How the key is shown; its name when left out. */
  shown?: string;
  word: string;
  value: Value;
}

export interface KeyConfig {
  question: string;
  choices: readonly KeyChoice<string>[];
  theme: Theme;
  size(): Size;
  now(): number;
}

const HIDE_CURSOR = '\u001b[?25l';

const prompt = createPrompt<string, KeyConfig>((config, done) => {
  const { theme, choices, question, now } = config;
  const openedAt = useRef(now());
  useKeypress((key: Key) => {
    if (now() - openedAt.current < TYPE_AHEAD_MS || key.ctrl) return;
    const found = choices.find((choice) => choice.key === key.name || choice.key === key.sequence);
    if (found) done(found.value);
  });
  const width = measure(config.size().columns);
  const keys = keyLines(
    choices.map(({ key, shown = key, word }) => [shown, word] as const),
    width,
    theme,
  );
  return `${indent([...(question === '' ? [] : [question]), ...keys]).join('\n')}${HIDE_CURSOR}`;
});

/** The value of the key that was pressed; the line is gone afterwards. */
export function chooseByKey<Value extends string>(
  config: Omit<KeyConfig, 'choices'> & { choices: readonly KeyChoice<Value>[] },
): Promise<Value> {
  return prompt(config, { clearPromptOnDone: true }) as Promise<Value>;
}
