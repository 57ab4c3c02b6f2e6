// The screen of an open question: head line with the clock, stem, hint, sheet, keys. A function of its state.

import { clockFace } from '../text/duration.js';
import { cellWidth, wrapText } from '../text/fit.js';
import { commandKeys } from './ask-keys.js';
import { headLine, indent, keyLines, MARGIN, measure, ruleLine, type Size, scrollLines } from './frame.js';
import { renderMarkdown } from './markdown.js';
import type { AskView } from './player.js';
import type { Sheet } from './sheets/sheet.js';
import type { Theme } from './theme.js';

/** How the time is shown: every second, announced at half and at ten seconds, or not at all. */
export type TimerStyle = 'live' | 'quiet' | 'off';

export interface AskScreen {
  view: AskView;
  sheet: Sheet;
  sheetState: unknown;
  /** The line being typed; null where nothing is typed. */
  line: string | null;
  remainingMs: number | null;
  spentMs: number;
  timer: TimerStyle;
  notice: string;
  paused: boolean;
  /** First line when the person scrolled by hand. */
  offset: number | null;
  size: Size;
}

/** Content and what stands below the input line, as the prompt wants them. Nothing is wider or taller than the screen. */
export function drawAsk(screen: AskScreen, theme: Theme): [content: string, below: string] {
  const { view, size } = screen;
  const width = measure(size.columns);
  const head = indent([questionHead(view, timeText(screen), width, theme), ruleLine(width, theme)]);
  if (screen.paused) {
    const text = 'Paused. The clock stands still and the question is hidden. Press p to go on.';
    return [[...head, '', ...indent(wrapText(text, width))].join('\n'), ''];
  }
  const { lines, focus } = bodyLines(screen, width, theme);
  const foot = footLines(screen, width, theme);
  const input = screen.line === null ? [] : [`${MARGIN}${theme.accent(theme.glyphs.pointer)} ${screen.line}`];
  const inputRows = input.reduce(
    (rows, line) => rows + Math.floor(cellWidth(line) / Math.max(1, size.columns)) + 1,
    0,
  );
  // One row stays free: a screen filled to the last row would scroll at every tick.
  const room = Math.max(3, size.rows - 1 - head.length - foot.length - inputRows);
  const scrolled = scrollLines(lines, room, focus, screen.offset, theme);
  return [[...head, ...scrolled.lines, ...input].join('\n'), foot.join('\n')];
}

/** `Topic · level` and, on the right, `3 of 10   0:42`. */
export function questionHead(view: AskView, time: string, width: number, theme: Theme): string {
  const returned = view.round > 0 ? ` ${theme.glyphs.between} round ${view.round + 1}` : '';
  const marked = view.marked ? ` ${theme.glyphs.marked}` : '';
  const left = `${view.topicTitle} ${theme.glyphs.between} ${view.question.level}${returned}${marked}`;
  return headLine(left, [`${view.place} of ${view.of}`, time].filter(Boolean).join('   '), width, theme);
}

/** Stem, hint and sheet, with the line that must stay visible. */
export function bodyLines(
  screen: AskScreen,
  width: number,
  theme: Theme,
): { lines: string[]; focus: number } {
  const { view, sheet, sheetState } = screen;
  const stem = renderMarkdown(view.question.stem, width, theme);
  const several = view.question.type === 'multiple-choice' ? ['', theme.dim('Tick every right one.')] : [];
  const hint =
    view.hinted && view.question.hint !== undefined
      ? ['', ...renderMarkdown(`**Hint** ${view.question.hint}`, width, theme)]
      : [];
  const drawn = sheet.drawing.draw(sheetState, view, width, theme);
  const above = ['', ...stem, ...several, ...hint, ''];
  return { lines: indent([...above, ...drawn.lines, '']), focus: above.length + drawn.focus };
}

function footLines(screen: AskScreen, width: number, theme: Theme): string[] {
  const { view, sheet, notice } = screen;
  const said = notice === '' ? [] : wrapText(notice, width).map(theme.warn);
  // Below an input line the keys need air of their own.
  const air = sheet.typing === 'none' ? [] : [''];
  return indent([
    ...air,
    ...said,
    ...keyLines([...sheet.drawing.keys(view, theme), ...commandKeys(view, sheet.typing)], width, theme),
  ]);
}

function timeText({ view, remainingMs, spentMs, timer }: AskScreen): string {
  if (timer !== 'live' || view.limitMs === null || remainingMs === null) return '';
  return view.limitCuts ? clockFace(remainingMs) : `${clockFace(spentMs)} of ${clockFace(view.limitMs)}`;
}
