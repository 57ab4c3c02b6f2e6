// The screen on which an open answer is marked: a function of its state.

import { indent, keyLines, measure, ruleLine, type Size, scrollLines } from '../../look/frame.js';
import { renderInline, renderMarkdown, renderOption } from '../../look/markdown.js';
import type { Theme } from '../../look/theme.js';
import type { Open } from '../../question/question.js';
import type { AskView, Marking } from '../../session/player.js';
import { wrapHanging, wrapText } from '../../text/fit.js';
import { trimNumber } from '../../text/number.js';
import { safeText } from '../../text/safe.js';
import { creditWords, groupTitle, guardWords, type MarkingRow, modelSentences } from '../marking-rows.js';
import { questionHead } from '../question-head.js';
import { type MarkingState, markedAs } from './marking-keys.js';

export interface MarkingScreen {
  view: AskView;
  question: Open;
  marking: Marking;
  rows: readonly MarkingRow[];
  state: MarkingState;
  size: Size;
}

/** No taller than the terminal, with the active row in sight; also what the page keys start from. */
export function markingScreen(
  screen: MarkingScreen,
  theme: Theme,
): { text: string; page: number; offset: number } {
  const { question, marking, state, size } = screen;
  const width = measure(size.columns);
  const { lines, focus } = body(screen, width, theme);
  const credit = creditWords(question, markedAs(state, marking.suggestion));
  const foot = indent([
    theme.strong(`Your mark so far: ${credit}`),
    ...keyLines(keysOf(screen, theme), width, theme),
  ]);
  const shown = scrollLines(
    indent(lines),
    Math.max(3, size.rows - 1 - foot.length),
    focus,
    state.offset,
    theme,
  );
  return { text: [...shown.lines, ...foot].join('\n'), page: shown.page, offset: shown.offset };
}

function keysOf({ rows, state }: MarkingScreen, { glyphs }: Theme): (readonly [string, string])[] {
  const row = rows[state.active];
  return [
    [glyphs.upDown, 'move'],
    ['space', row?.kind === 'flag' ? 'yes, I said that' : 'said, half, not'],
    ...(row?.kind === 'flag' ? [] : [['h', 'half'] as const]),
    ['tab', row?.kind === 'flag' ? 'points' : 'red flags'],
    ['m', state.model ? 'without the model answer' : 'model answer'],
    [glyphs.enter, 'done'],
  ];
}

function body(screen: MarkingScreen, width: number, theme: Theme): { lines: string[]; focus: number } {
  const { view, question, marking, rows, state } = screen;
  const guard = guardWords(marking);
  const lines = [
    questionHead(view, '', width, theme),
    ruleLine(width, theme),
    '',
    ...renderMarkdown(question.stem, width, theme),
    ...(marking.text === '' ? [] : ['', ...wrapText(theme.dim(safeText(marking.text)), width)]),
    ...(guard === null ? [] : ['', ...wrapText(theme.warn(guard), width)]),
    ...(marking.notice === undefined ? [] : ['', ...wrapText(theme.dim(marking.notice), width)]),
  ];
  let focus = 0;
  rows.forEach((row, at) => {
    if (rows[at - 1]?.group !== row.group)
      lines.push('', ...wrapText(theme.strong(groupTitle(row.group, marking.text === '')), width));
    lines.push(...rowLines(row, state, at === state.active, width, theme));
    if (at !== state.active) return;
    if (state.model) lines.push(...matchingLines(screen, row, width, theme));
    focus = lines.length - 1;
  });
  if (state.model) lines.push('', ...modelLines(screen, width, theme));
  return { lines, focus };
}

function rowLines(
  row: MarkingRow,
  state: MarkingState,
  active: boolean,
  width: number,
  theme: Theme,
): string[] {
  const { glyphs, accent, strong, dim } = theme;
  const on = row.kind === 'point' ? state.met.includes(row.id) : state.flags.includes(row.id);
  const box = on ? glyphs.ticked : state.half.includes(row.id) ? glyphs.partly : glyphs.unticked;
  const pointer = active ? accent(glyphs.pointer) : ' '.repeat(glyphs.pointer.length);
  const weight = dim(` (${row.kind === 'flag' ? '-' : ''}${trimNumber(row.weight)})`);
  const lead = `${pointer} ${box} `;
  const blank = ' '.repeat(glyphs.pointer.length + 1 + box.length + 1);
  const look = { first: lead, after: weight, ...(active ? { paint: strong } : {}) };
  return [
    ...renderOption(row.text, width, theme, look),
    ...(row.quote === null ? [] : wrapHanging(dim(`"${row.quote}"`), width, blank)),
    ...(row.judged === null ? [] : wrapHanging(dim(row.judged), width, blank)),
  ];
}

/** Below the active point: the sentences of the model answer that make it. */
function matchingLines(
  { question, marking }: MarkingScreen,
  { id, kind }: MarkingRow,
  width: number,
  theme: Theme,
): string[] {
  const made = modelSentences(question, marking.model).filter(
    ({ points }) => kind === 'point' && points.includes(id),
  );
  const text = made.map((sentence) => renderInline(sentence.text, theme)).join(' ');
  return text === '' ? [] : wrapHanging(theme.right(text), width, '    Model: ');
}

/** The model answer; the sentences that make the active point bear a sign. */
function modelLines(
  { question, marking, rows, state }: MarkingScreen,
  width: number,
  theme: Theme,
): string[] {
  const active = rows[state.active];
  const blank = ' '.repeat(theme.glyphs.right.length);
  return [
    theme.strong('Model answer'),
    ...modelSentences(question, marking.model).flatMap(({ text, points }) => {
      const matches = active?.kind === 'point' && points.includes(active.id);
      const shown = renderInline(text, theme);
      return wrapHanging(
        matches ? theme.right(shown) : shown,
        width,
        matches ? `${theme.right(theme.glyphs.right)} ` : `${blank} `,
      );
    }),
  ];
}
