// The prompt of a note: one line typed under what it is about; Escape leaves it empty.

import { createPrompt, useState } from '@inquirer/core';
import { indent, keyLines, MARGIN, measure, type Size } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import { wrapText } from '../../text/fit.js';
import { safeLine, safeText } from '../../text/safe.js';
import { isEnter, type Key } from './inputs/input.js';
import { type OnRedraw, useKeys, useRedraw } from './prompt-hooks.js';
import { restoreLine } from './read-line.js';

export interface NoteConfig {
  lines(columns: number): readonly string[];
  message: string;
  theme: Theme;
  size(): Size;
  onResize: OnRedraw;
}

const LONGEST_NOTE = 2000;

const prompt = createPrompt<string, NoteConfig>((config, done) => {
  const [typed, setTyped] = useState('');
  useRedraw(config.onResize);
  useKeys(
    (key: Key, readline) => {
      if (key.name === 'escape') return done('');
      if (isEnter(key)) return done(typed);
      setTyped(readline.line);
    },
    (text, readline) => {
      const line = typed + safeLine(text);
      restoreLine(readline, line);
      setTyped(line);
    },
  );
  const { theme, message, lines, size } = config;
  const { columns, rows } = size();
  const width = measure(columns);
  const foot = indent([
    '',
    ...keyLines(
      [
        [theme.glyphs.enter, 'done'],
        ['Esc', 'no note'],
      ],
      width,
      theme,
    ),
  ]);
  const said = indent(wrapText(theme.strong(message), width));
  const room = Math.max(1, rows - 3 - foot.length - said.length);
  const content = [...lines(columns).slice(0, room), ...said].join('\n');
  return [`${content}\n${MARGIN}${theme.accent(theme.glyphs.pointer)} ${safeText(typed)}`, foot.join('\n')];
});

/** What the person writes; empty when they think better of it. */
export async function askNote(config: NoteConfig): Promise<string> {
  const note = await prompt(config, { clearPromptOnDone: true });
  return safeLine(note).slice(0, LONGEST_NOTE);
}
