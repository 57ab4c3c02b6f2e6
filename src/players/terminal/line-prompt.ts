// The prompt of one line, typed under what it is about; Escape leaves it empty.

import { createPrompt, useRef, useState } from '@inquirer/core';
import { indent, keyLines, MARGIN, measure } from '../../look/frame.js';
import { wrapText } from '../../text/fit.js';
import { safeLine, safeText } from '../../text/safe.js';
import { isEnter, type Key } from './inputs/input.js';
import { useKeys, useRedraw } from './prompt-hooks.js';
import { restoreLine } from './read-line.js';
import type { PromptScreen } from './screen.js';
import { makeGuard } from './type-ahead.js';

export interface LineConfig extends PromptScreen {
  lines(columns: number): readonly string[];
  message: string;
  /** What Escape means, in a word or two. */
  escapeWord: string;
  /** Why a line is not taken; undefined where it is. Every line is taken when left out. */
  refuse?(line: string): string | undefined;
}

const LONGEST_LINE = 2000;

const prompt = createPrompt<string, LineConfig>((config, done) => {
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState('');
  const guard = useRef(makeGuard(false));
  useRedraw(config.onResize);
  useKeys(
    (key: Key, readline) => {
      const isMeant = guard.current.takes(key);
      if (key.name === 'escape') return done('');
      if (!isEnter(key)) {
        setRefusal('');
        return setTyped(readline.line);
      }
      // An Enter in the first moments was meant for the screen before.
      const why = isMeant ? config.refuse?.(safeLine(typed)) : '';
      if (why === undefined) return done(typed);
      restoreLine(readline, typed);
      setRefusal(why);
    },
    (text, readline) => {
      const line = typed + safeLine(text);
      restoreLine(readline, line);
      setTyped(line);
    },
  );
  return drawn(config, typed, refusal);
});

/** What stands above the cursor, and what below it. */
function drawn({ theme, message, escapeWord, lines, size }: LineConfig, typed: string, refusal: string) {
  const { columns, rows } = size();
  const width = measure(columns);
  const keys = keyLines(
    [
      [theme.glyphs.enter, 'done'],
      ['Esc', escapeWord],
    ],
    width,
    theme,
  );
  const foot = indent([...(refusal === '' ? [] : wrapText(theme.warn(refusal), width)), '', ...keys]);
  const said = indent(wrapText(theme.strong(message), width));
  const room = Math.max(1, rows - 3 - foot.length - said.length);
  const content = [...lines(columns).slice(0, room), ...said].join('\n');
  const above = `${content}\n${MARGIN}${theme.accent(theme.glyphs.pointer)} ${safeText(typed)}`;
  return [above, foot.join('\n')] satisfies [string, string];
}

/** What the person writes; empty when they think better of it. */
export async function askLine(config: LineConfig): Promise<string> {
  const line = await prompt(config, { clearPromptOnDone: true });
  return safeLine(line).slice(0, LONGEST_LINE);
}
