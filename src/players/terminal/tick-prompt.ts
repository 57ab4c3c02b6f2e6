// The prompt of points to tick, under what they are about: drawn as our own screens are, on every window.

import { createPrompt, useRef, useState } from '@inquirer/core';
import { indent, keyLines, measure, type Size, scrollLines } from '../../look/frame.js';
import { renderOption } from '../../look/markdown.js';
import type { Theme } from '../../look/theme.js';
import { digitOf, isEnter, type Key, stepOf } from './inputs/input.js';
import { type OnRedraw, useKeys, useRedraw } from './prompt-hooks.js';
import { makeGuard } from './type-ahead.js';

export interface TickConfig {
  /** What is marked, for a window of so many columns, margins included. */
  lines(columns: number): readonly string[];
  message: string;
  points: readonly { id: string; text: string }[];
  checked: readonly string[];
  /** Keys may still be coming that were meant for the screen before. */
  late: boolean;
  theme: Theme;
  size(): Size;
  onResize: OnRedraw;
}

const HIDE_CURSOR = '\u001b[?25l';

const prompt = createPrompt<string[], TickConfig>((config, done) => {
  const { points } = config;
  const [state, setState] = useState({ active: 0, ticked: config.checked, offset: null as number | null });
  const latest = useRef(state);
  latest.current = state;
  const guard = useRef(makeGuard(config.late));
  useRedraw(config.onResize);
  const { text, page, offset } = drawTicks(config, state);
  useKeys((key: Key) => {
    if (!guard.current.takes(key)) return;
    const now = latest.current;
    if (isEnter(key)) return done(points.map(({ id }) => id).filter((id) => now.ticked.includes(id)));
    const turn = key.name === 'pagedown' ? 1 : key.name === 'pageup' ? -1 : 0;
    if (turn !== 0) return setState({ ...now, offset: Math.max(0, offset + turn * page) });
    const chosen = key.name === 'space' ? now.active : digitOf(key);
    const id = chosen === undefined ? undefined : points[chosen]?.id;
    if (chosen !== undefined && id !== undefined) {
      const rest = now.ticked.filter((other) => other !== id);
      const ticked = rest.length === now.ticked.length ? [...rest, id] : rest;
      return setState({ active: chosen, ticked, offset: null });
    }
    const step = stepOf(key);
    if (step !== 0)
      setState({ ...now, active: (now.active + step + points.length) % points.length, offset: null });
  });
  return text + HIDE_CURSOR;
});

function drawTicks(
  { lines, message, points, theme, size }: TickConfig,
  { active, ticked, offset }: { active: number; ticked: readonly string[]; offset: number | null },
): { text: string; page: number; offset: number } {
  const { columns, rows } = size();
  const width = measure(columns);
  const { glyphs, accent, strong } = theme;
  const body = [...lines(columns), ...indent([strong(message)])];
  let focus = body.length;
  points.forEach(({ id, text }, index) => {
    const sign = ticked.includes(id) ? accent(glyphs.ticked) : glyphs.unticked;
    const pointer = index === active ? accent(glyphs.pointer) : ' ';
    const look = { first: `${pointer} ${sign} `, ...(index === active ? { paint: strong } : {}) };
    body.push(...indent(renderOption(text, width, theme, look)));
    if (index === active) focus = body.length - 1;
  });
  const keys = [
    [glyphs.upDown, 'move'],
    ['space', 'tick'],
    [glyphs.enter, 'done'],
  ] as const;
  const foot = indent(['', ...keyLines(keys, width, theme)]);
  const shown = scrollLines(body, Math.max(3, rows - 1 - foot.length), focus, offset, theme);
  return { text: [...shown.lines, ...foot].join('\n'), page: shown.page, offset: shown.offset };
}

/** Ids of the points ticked, in their order; the page is gone afterwards. */
export function tickPoints(config: TickConfig): Promise<string[]> {
  return prompt(config, { clearPromptOnDone: true });
}
