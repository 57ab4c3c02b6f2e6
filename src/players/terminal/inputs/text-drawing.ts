// Drawing of typed answers: what is done so far, the unit that is asked for; the input line itself is the prompt's last.

import type { AskView } from '../../../session/player.js';
import { wrapText } from '../../../text/fit.js';
import { safeText } from '../../../text/safe.js';
import { brokenLine, safeLines } from '../../snippet-lines.js';
import type { InputDrawing } from './input.js';
import { isStar, isStarPart, type TextState } from './text-keys.js';

export const lineDrawing: InputDrawing<TextState> = {
  draw(_state, view, _width, theme) {
    const unit = view.question.type === 'numeric' ? view.question.unit : undefined;
    const lines = unit === undefined ? [] : [theme.dim(`in ${safeText(unit)}`)];
    return { lines, focus: lines.length };
  },
  keys: (_view, theme) => [[theme.glyphs.enter, 'answer']],
};

export const linesDrawing: InputDrawing<TextState> = {
  draw(state, view, width, theme) {
    const done = isStar(view) ? 'goes on to the next part' : 'is done';
    const help = `${answerAdvice(view)} Enter starts a new line, Enter on an empty line ${done}.`.trim();
    const typed = state.above.flatMap((line) =>
      isStarPart(line, view) ? [theme.strong(line)] : wrapText(safeText(line), width),
    );
    const lines = [...wrapText(help, width).map(theme.dim), ...(typed.length > 0 ? ['', ...typed] : [])];
    return { lines, focus: lines.length - 1 };
  },
  keys: (_view, theme) => [
    [`${theme.glyphs.enter}${theme.glyphs.enter}`, 'done'],
    ['^E', 'editor'],
  ],
};

export const requestDrawing: InputDrawing<TextState> = {
  draw(state, _view, width, theme) {
    const help =
      'A curl command or an HTTP message. Enter starts a new line, Enter on an empty line is done; the up arrow takes the last line back.';
    const typed = safeLines(state.above.join('\n')).flatMap((line) => brokenLine(line, width, '  '));
    const above = state.above.length > 0 ? ['', ...typed] : [];
    const lines = [...wrapText(help, width).map(theme.dim), ...above];
    return { lines, focus: lines.length - 1 };
  },
  keys: linesDrawing.keys,
};

/** What to keep in mind while answering; empty where the question needs no advice. */
export function answerAdvice(view: AskView): string {
  return isStar(view)
    ? 'Situation and task in brief; then your own action ("I", not "we"); the result, with numbers; what you learnt.'
    : '';
}
