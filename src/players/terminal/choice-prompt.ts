// The prompt of a choice of one: arrows move, Enter takes; Enter alone takes the first.

import { createPrompt, useRef, useState } from '@inquirer/core';
import { indent, keyLines, MARGIN, measure, scrollLines } from '../../look/frame.js';
import { cutText, wrapText } from '../../text/fit.js';
import { isEnter, type Key, stepOf } from './inputs/input.js';
import { useKeys, useRedraw } from './prompt-hooks.js';
import type { PromptScreen } from './screen.js';
import { makeGuard } from './type-ahead.js';

export interface ChoiceConfig<Value> extends PromptScreen {
  lines(columns: number): readonly string[];
  message: string;
  choices: readonly { name: string; value: Value }[];
}

const HIDE_CURSOR = '\u001b[?25l';
/** Choices a page key moves by. */
const PAGE = 5;

const prompt = createPrompt<number, ChoiceConfig<unknown>>((config, done) => {
  const [at, setAt] = useState(0);
  const guard = useRef(makeGuard(false));
  useRedraw(config.onResize);
  useKeys((key: Key) => {
    // What was typed before the question stood there chooses nothing.
    if (!guard.current.takes(key)) return;
    if (isEnter(key)) return done(at);
    setAt(Math.max(0, Math.min(config.choices.length - 1, at + stepsOf(key))));
  });
  return drawn(config, at) + HIDE_CURSOR;
});

function stepsOf(key: Key): number {
  if (key.name === 'pageup') return -PAGE;
  return key.name === 'pagedown' ? PAGE : stepOf(key);
}

function drawn({ theme, message, choices, lines, size }: ChoiceConfig<unknown>, at: number): string {
  const { columns, rows } = size();
  const width = measure(columns);
  const { pointer, enter } = theme.glyphs;
  const keys = keyLines(
    [
      [theme.glyphs.upDown, 'choose'],
      [enter, 'done'],
    ],
    width,
    theme,
  );
  const foot = indent(['', ...keys]);
  const said = indent([...wrapText(theme.strong(message), width), '']);
  const drawnChoices = choices.map(({ name }, index) => {
    const text = cutText(name, width - 2, theme.glyphs.ellipsis);
    return `${MARGIN}${index === at ? `${theme.accent(pointer)} ${theme.strong(text)}` : `  ${text}`}`;
  });
  // What it is about goes first where the window is too low for all of it.
  const spare = rows - 1 - foot.length - said.length - choices.length;
  const above = [...lines(columns).slice(0, Math.max(0, spare)), ...said];
  const room = Math.max(1, rows - 1 - foot.length - above.length);
  return [...above, ...scrollLines(drawnChoices, room, at, null, theme).lines, ...foot].join('\n');
}

/** The value of what was chosen; the prompt is gone afterwards. */
export async function chooseOne<Value>(config: ChoiceConfig<Value>): Promise<Value> {
  return config.choices[await prompt(config, { clearPromptOnDone: true })]!.value;
}
