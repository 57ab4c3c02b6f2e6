// The answer sheet of a paper: which questions are answered, open or marked, and the time left.

import { headLine, indent, keyLines, measure, ruleLine, type Size, scrollLines } from '../look/frame.js';
import type { Theme } from '../look/theme.js';
import type { SheetLine } from '../session/next.js';
import type { SheetView } from '../session/player.js';
import { clockFace } from '../text/duration.js';
import { cellWidth, cutText, padText, wrapText } from '../text/fit.js';
import { counted } from '../text/number.js';
import { safeLine } from '../text/safe.js';

export interface SheetScreen {
  view: SheetView;
  active: number;
  remainingMs: number | null;
  /** The person asked to hand in: what is open is named first. */
  confirming: boolean;
  size: Size;
}

/** `3 open, 1 marked` in words; what is said before handing in. */
export function openInWords(lines: readonly SheetLine[]): string {
  const open = lines.filter((line) => line.status !== 'answered');
  const marked = lines.filter((line) => line.marked);
  const places = (of: readonly SheetLine[]) => of.map((line) => line.place).join(', ');
  return [
    open.length === 0
      ? 'All questions are answered.'
      : `${counted(open.length, 'question')} open: ${places(open)}.`,
    ...(marked.length === 0 ? [] : [`Marked for review: ${places(marked)}.`]),
  ].join(' ');
}

/** The whole screen, no taller than the terminal. */
export function sheetScreen(screen: SheetScreen, theme: Theme): string {
  const { view, active, remainingMs, size } = screen;
  const width = measure(size.columns);
  const time = remainingMs === null ? '' : clockFace(remainingMs);
  const head = indent([headLine('Answer sheet', time, width, theme), ruleLine(width, theme), '']);
  const foot = indent(['', ...footLines(screen, width, theme)]);
  const room = Math.max(3, size.rows - 1 - head.length - foot.length);
  const lines = indent(rowLines(view, active, width, theme));
  return [...head, ...scrollLines(lines, room, active, null, theme).lines, ...foot].join('\n');
}

const STATUS_WORDS = { answered: 'answered', open: 'open', unseen: 'not seen' };
const STATUS_WIDTH = 9;

/** `❯ 12  not seen  ⚑ Rate limiting` */
function rowLines({ lines, topics }: SheetView, active: number, width: number, theme: Theme): string[] {
  const { pointer, marked, ellipsis } = theme.glyphs;
  const titles = new Map(topics.map(({ slug, title }) => [slug, title]));
  const flagWidth = lines.some((line) => line.marked) ? cellWidth(marked) + 1 : 0;
  return lines.map((line, index) => {
    const status = padText(STATUS_WORDS[line.status], STATUS_WIDTH);
    const lead = `  ${padText(String(line.place), 3, 'left')}  ${status} `;
    const flag = padText(line.marked ? marked : '', flagWidth);
    const title = cutText(
      titles.get(line.topic) ?? safeLine(line.topic),
      Math.max(4, width - cellWidth(lead) - flagWidth),
      ellipsis,
    );
    const paint = line.status === 'answered' ? theme.right : theme.warn;
    const sign = index === active ? theme.accent(pointer) : ' ';
    return `${sign}${lead.slice(1).replace(status, paint(status))}${theme.accent(flag)}${title}`;
  });
}

function footLines({ view, confirming }: SheetScreen, width: number, theme: Theme): string[] {
  const { upDown, enter } = theme.glyphs;
  const said = confirming ? `${openInWords(view.lines)} Hand in?` : openInWords(view.lines);
  const keys = confirming
    ? ([
        ['y', 'hand in'],
        ['n', 'go on'],
      ] as const)
    : ([
        [upDown, 'choose'],
        [enter, 'go to'],
        ['u', 'hand in'],
        ['q', 'quit'],
      ] as const);
  return [...wrapText(said, width), ...keyLines(keys, width, theme)];
}
