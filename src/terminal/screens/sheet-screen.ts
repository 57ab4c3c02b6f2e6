// The answer sheet of a paper: which questions are answered, open or marked, and the time left.

import type { SheetLine } from '../../session/next.js';
import { clockFace } from '../../text/duration.js';
import { cutText, padText } from '../../text/fit.js';
import { counted } from '../../text/number.js';
import { headLine, indent, keyLines, measure, ruleLine, type Size, scrollLines } from '../frame.js';
import type { SheetView } from '../player.js';
import type { Theme } from '../theme.js';

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
export function sheetScreen(
  { view, active, remainingMs, confirming, size }: SheetScreen,
  theme: Theme,
): string {
  const width = measure(size.columns);
  const titles = new Map(view.topics.map(({ slug, title }) => [slug, title]));
  const time = remainingMs === null ? '' : clockFace(remainingMs);
  const head = indent([headLine('Answer sheet', time, width, theme), ruleLine(width, theme)]);
  const words = { answered: 'answered', open: 'open', unseen: 'not seen' };
  const lines = view.lines.map((line, index) => {
    const pointer = index === active ? theme.accent(theme.glyphs.pointer) : ' ';
    const status = padText(words[line.status], 9);
    const painted = line.status === 'answered' ? theme.right(status) : theme.warn(status);
    const marked = line.marked ? ` ${theme.accent(`${theme.glyphs.marked} marked`)}` : '';
    const title = cutText(
      titles.get(line.topic) ?? line.topic,
      Math.max(4, width - 28),
      theme.glyphs.ellipsis,
    );
    return `${pointer} ${padText(String(line.place), 3, 'left')}  ${painted} ${title}${marked}`;
  });
  const keys = confirming
    ? ([
        ['y', 'hand in'],
        ['n', 'go on'],
      ] as const)
    : ([
        [theme.glyphs.upDown, 'choose'],
        [theme.glyphs.enter, 'go to'],
        ['u', 'hand in'],
        ['q', 'quit'],
      ] as const);
  const said = confirming ? [`${openInWords(view.lines)} Hand in?`] : [openInWords(view.lines)];
  const foot = indent(['', ...said, ...keyLines(keys, width, theme)]);
  const room = Math.max(3, size.rows - 1 - head.length - foot.length - 1);
  return [...head, '', ...scrollLines(indent(lines), room, active, null, theme).lines, ...foot].join('\n');
}
