// The screen of an open question: head line with the clock, stem, hint, input, keys. A function of its state.

import {
  indent,
  keyLines,
  measure,
  pageOf,
  ruleLine,
  type Scrolled,
  type Size,
  scrollLines,
} from '../../look/frame.js';
import { renderMarkdown } from '../../look/markdown.js';
import type { Theme } from '../../look/theme.js';
import type { AskView } from '../../session/player.js';
import { clockFace } from '../../text/duration.js';
import { cellWidth, wrapText } from '../../text/fit.js';
import { questionHead } from '../question-head.js';
import { commandKeys, PAUSE_KEYS } from './ask-keys.js';
import type { Caret, Input } from './inputs/input.js';

/** How the time is shown: every second, announced at half and at ten seconds, or not at all. */
export type TimerStyle = 'live' | 'quiet' | 'off';

export interface AskScreen {
  view: AskView;
  input: Input;
  inputState: unknown;
  remainingMs: number | null;
  spentMs: number;
  timer: TimerStyle;
  notice: string;
  paused: boolean;
  /** All keys stand at the foot, however many lines they take. */
  everyKey: boolean;
  /** First line of the body; null: where the input is in use. */
  offset: number | null;
  size: Size;
}

export interface DrawnAsk {
  /** Down to the line of the cursor, that line included. */
  content: string;
  below: string;
  /** The cursor in the last line of `content`; null where nothing is typed. */
  caret: (Caret & { isShown: boolean }) | null;
}

/** The screen as the prompt wants it. Nothing is wider or taller than the screen. */
export function drawAsk(screen: AskScreen, theme: Theme): DrawnAsk {
  const { head, body, foot, caret, focus } = layOut(screen, theme);
  const row = focus - body.offset + (body.offset > 0 ? 1 : 0);
  if (caret === null) return { content: [...head, ...body.lines].join('\n'), below: foot.join('\n'), caret };
  const isShown = focus >= body.offset && row < body.lines.length - body.hiddenBelow;
  const last = isShown ? row : body.lines.length - 1;
  // A blank behind the text, so that the line is never empty: readline would take Ctrl-D for the end of input.
  return {
    content: `${[...head, ...body.lines.slice(0, last + 1)].join('\n')} `,
    below: [...body.lines.slice(last + 1), ...foot].join('\n'),
    caret: isShown ? { line: `${caret.line} `, at: caret.at, isShown } : { line: ' ', at: 0, isShown },
  };
}

/** The first line of the body to show after turning a page. */
export function turnedOffset(screen: AskScreen, step: -1 | 1, theme: Theme): number {
  const { offset, page } = layOut(screen, theme).body;
  return layOut({ ...screen, offset: Math.max(0, offset + step * page) }, theme).body.offset;
}

interface Layout {
  head: string[];
  body: Scrolled;
  foot: string[];
  caret: Caret | null;
  /** The line of the body that the cursor stands in. */
  focus: number;
}

function layOut(screen: AskScreen, theme: Theme): Layout {
  const { view, size } = screen;
  const width = measure(size.columns);
  const head = indent([questionHead(view, timeText(screen), width, theme), ruleLine(width, theme)]);
  if (screen.paused) {
    const text = 'Paused. The clock stands still and the question is hidden.';
    const lines = indent(['', ...wrapText(text, width), '', ...keyLines(PAUSE_KEYS, width, theme)]);
    const body = { lines, offset: 0, page: 0, hiddenBelow: 0 } as const;
    return { head, body: { ...body, lines }, foot: [], caret: null, focus: 0 };
  }
  const foot = footLines(screen, width, theme);
  // One row stays free: a screen filled to the last row would scroll at every tick.
  const room = Math.max(3, size.rows - 1 - head.length - foot.length);
  const { lines, focus, caret } = bodyLines(screen, width, theme, room);
  return { head, body: scrollLines(lines, room, focus, screen.offset, theme), foot, caret, focus };
}

/** Stem, hint and input, with the line that must stay visible. */
function bodyLines(
  screen: AskScreen,
  width: number,
  theme: Theme,
  room: number,
): { lines: string[]; focus: number; caret: Caret | null } {
  const { view, input, inputState } = screen;
  const stem = renderMarkdown(view.question.stem, width, theme);
  const several = view.question.type === 'multiple-choice' ? ['', theme.dim('Tick every right one.')] : [];
  const hint =
    view.hinted && view.question.hint !== undefined
      ? ['', ...hintLines(view.question.hint, width, theme)]
      : [];
  const above = ['', ...stem, ...several, ...hint, ''];
  const drawn = input.drawing.draw(inputState, view, width, theme, {
    below: room - above.length - 1,
    page: pageOf(room),
  });
  const below = drawn.lines.length > 0 ? [''] : [];
  return {
    lines: indent([...above, ...drawn.lines, ...below]),
    focus: above.length + drawn.focus,
    caret: drawn.caret ?? null,
  };
}

/** `Hint  …`, hanging under itself. */
function hintLines(hint: string, width: number, theme: Theme): string[] {
  const first = `${theme.strong('Hint')}  `;
  const rest = ' '.repeat(cellWidth(first));
  return renderMarkdown(hint, width - rest.length, theme).map((line, row) =>
    line === '' ? '' : (row === 0 ? first : rest) + line,
  );
}

function footLines(screen: AskScreen, width: number, theme: Theme): string[] {
  const said = screen.notice === '' ? [] : wrapText(screen.notice, width).map(theme.warn);
  return indent([...said, ...shownKeys(screen, width, theme)]);
}

/** The question needs the lines more than its keys do: what does not fit two of them stands behind one more key. */
const KEY_LINES = 2;

function shownKeys({ view, input, everyKey }: AskScreen, width: number, theme: Theme): string[] {
  const own = input.drawing.keys(view, theme);
  const commands = commandKeys(view, input.typing);
  const all = keyLines([...own, ...commands], width, theme);
  if (everyKey || all.length <= KEY_LINES) return all;
  const more = [input.typing === 'none' ? '?' : '^X', 'more keys'] as const;
  for (let kept = commands.length - 1; kept > 0; kept--) {
    const lines = keyLines([...own, ...commands.slice(0, kept), more], width, theme);
    if (lines.length <= KEY_LINES) return lines;
  }
  return keyLines([...own, more], width, theme);
}

function timeText({ view, remainingMs, spentMs, timer }: AskScreen): string {
  if (timer !== 'live' || view.limitMs === null || remainingMs === null) return '';
  if (view.limitCuts) return clockFace(remainingMs);
  // A clock that counts up shows whole seconds gone, one that counts down the second that has begun.
  return `${clockFace(Math.floor(spentMs / 1000) * 1000)} of ${clockFace(view.limitMs)}`;
}
