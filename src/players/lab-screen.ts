// The screen of a lab at work: task, address, steps with their ticks, what arrives, the last answer. A function of its state.

import type { StepView } from '../lab/run-lab.js';
import {
  headLine,
  indent,
  keyLines,
  MARGIN,
  measure,
  ruleLine,
  type Scrolled,
  type Size,
  scrollLines,
} from '../look/frame.js';
import { renderInline, renderMarkdown } from '../look/markdown.js';
import type { Theme } from '../look/theme.js';
import { hintWords } from '../question/hint-words.js';
import type { Exchange } from '../question/lab/journal.js';
import type { AskView } from '../session/player.js';
import { cellWidth, cutText, wrapHanging, wrapText } from '../text/fit.js';
import { safeText } from '../text/safe.js';
import { exchangeLine } from './lab-words.js';

/** Lines of exchanges, and of the last answer. */
const SEEN_LINES = 4;
export const ANSWER_LINES = 12;

export interface LabScreen {
  view: AskView;
  /** The task with the run's values in it. */
  stem: string;
  base: string;
  steps: readonly StepView[];
  exchanges: readonly Exchange[];
  sent: number;
  /** The last answer to a typed request, or what else was said of it. */
  answer: readonly string[];
  /** Lines typed so far, and the one being typed. */
  above: readonly string[];
  line: string;
  notice: string;
  time: string;
  /** First line of the body; null: its end. */
  offset: number | null;
  size: Size;
}

/** Content and what stands below the input line; nothing is wider or taller than the window. */
export function drawLab(screen: LabScreen, theme: Theme): [content: string, below: string] {
  const { head, body, input, foot } = layOut(screen, theme);
  return [[...head, ...body.lines, ...input].join('\n'), foot.join('\n')];
}

/** The first line of the body after turning a page. */
export function turnedLab(screen: LabScreen, step: -1 | 1, theme: Theme): number {
  const { offset, page } = layOut(screen, theme).body;
  return layOut({ ...screen, offset: Math.max(0, offset + step * page) }, theme).body.offset;
}

function layOut(
  screen: LabScreen,
  theme: Theme,
): { head: string[]; body: Scrolled; input: string[]; foot: string[] } {
  const { view, size, above, line, notice, time } = screen;
  const width = measure(size.columns);
  const right = [`${view.place} of ${view.of}`, time].filter(Boolean).join('   ');
  const head = indent([
    headLine(`Lab ${theme.glyphs.between} ${view.topicTitle}`, right, width, theme),
    ruleLine(width, theme),
  ]);
  const foot = indent([
    '',
    ...(notice === '' ? [] : wrapText(notice, width).map(theme.warn)),
    ...keyLines(labKeys(view, theme), width, theme),
  ]);
  // What every request is sent to is never scrolled away.
  const address = indent(wrapHanging(theme.accent(screen.base), width, `${theme.strong('Address')}  `));
  const typed = indent(above.slice(-3).map((one) => cutText(safeText(one), width, theme.glyphs.ellipsis)));
  const input = [...address, ...typed, `${MARGIN}${theme.accent(theme.glyphs.pointer)} ${line}`];
  const inputRows = input.reduce(
    (rows, one) => rows + Math.floor(cellWidth(one) / Math.max(1, size.columns)) + 1,
    0,
  );
  const room = Math.max(3, size.rows - 1 - head.length - foot.length - inputRows);
  const lines = indent(bodyLines(screen, width, theme));
  return { head, body: scrollLines(lines, room, lines.length - 1, screen.offset, theme), input, foot };
}

function bodyLines(screen: LabScreen, width: number, theme: Theme): string[] {
  const { view, stem, steps, exchanges, sent, answer } = screen;
  const hint =
    view.hinted && view.question.hint !== undefined
      ? ['', ...renderMarkdown(hintWords(view.question.hint), width, theme)]
      : [];
  const seen = exchanges
    .slice(-SEEN_LINES)
    .map((exchange) => theme.dim(exchangeLine(exchange, width, theme)));
  return [
    '',
    ...renderMarkdown(stem, width, theme),
    ...hint,
    '',
    ...steps.flatMap((step) => stepLines(step, width, theme)),
    '',
    ...(sent === 0 ? [theme.dim('Nothing has arrived yet.')] : [...seen, theme.dim(`${sent} in all`)]),
    ...(answer.length === 0
      ? []
      : ['', ...answer.slice(0, ANSWER_LINES).map((one) => cutText(one, width, theme.glyphs.ellipsis))]),
    '',
  ];
}

function stepLines({ number, text, done, asks }: StepView, width: number, theme: Theme): string[] {
  const sign = done ? theme.right(theme.glyphs.right) : theme.glyphs.unticked;
  const shown = renderInline(text, theme);
  const ask = asks && !done ? theme.dim(`  (${number} = …)`) : '';
  return wrapHanging((done ? theme.dim(shown) : shown) + ask, width, `${sign} ${number}  `);
}

function labKeys(view: AskView, theme: Theme): (readonly [key: string, word: string])[] {
  const hint = view.mode.hints && view.question.hint !== undefined && !view.hinted;
  return [
    [theme.glyphs.enter, 'send'],
    ...(hint ? [['F1', 'hint (-1/3)'] as const] : []),
    ['F2', 'skip'],
    ['F3', 'flag'],
    ['F8', 'leave, resume later'],
  ];
}
