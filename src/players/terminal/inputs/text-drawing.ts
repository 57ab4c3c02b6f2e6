// Drawing of typed answers: advice, the unit that is asked for, the text under edit.

import type { AskView } from '../../../session/player.js';
import { wrapText } from '../../../text/fit.js';
import { safeText } from '../../../text/safe.js';
import { drawEdit } from './edit-drawing.js';
import type { DrawnInput, InputDrawing } from './input.js';
import { isStar, isStarPart, type TextState } from './text-keys.js';

export const lineDrawing: InputDrawing<TextState> = {
  draw({ edit }, view, width, theme) {
    const unit = view.question.type === 'numeric' ? view.question.unit : undefined;
    const above = unit === undefined ? [] : [theme.dim(`in ${safeText(unit)}`)];
    return below(above, drawEdit(edit, width, theme));
  },
  keys: (_view, theme) => [[theme.glyphs.enter, 'answer']],
};

export const linesDrawing: InputDrawing<TextState> = {
  draw({ edit }, view, width, theme) {
    const advice = answerAdvice(view);
    const above = advice === '' ? [] : [...wrapText(advice, width).map(theme.dim), ''];
    return below(
      above,
      drawEdit(edit, width, theme, (line) => isStarPart(line, view)),
    );
  },
  keys: (view, theme) => [
    // In a paper "hand in" is what is done with all of it.
    ['^D', view.mode.order === 'free' ? 'answer' : 'hand in'],
    [theme.glyphs.enter, 'new line'],
    ...(isStar(view) ? [['tab', 'next part'] as const] : []),
  ],
};

export const requestDrawing: InputDrawing<TextState> = {
  draw({ edit }, _view, width, theme) {
    const help = wrapText('A curl command or an HTTP message.', width).map(theme.dim);
    return below([...help, ''], drawEdit(edit, width, theme));
  },
  keys: linesDrawing.keys,
};

function below(above: readonly string[], drawn: Required<DrawnInput>): DrawnInput {
  return { ...drawn, lines: [...above, ...drawn.lines], focus: above.length + drawn.focus };
}

/** What to keep in mind while answering; empty where the question needs no advice. */
export function answerAdvice(view: AskView): string {
  return isStar(view)
    ? 'Situation and task in brief; then your own action ("I", not "we"); the result, with numbers; what you learnt.'
    : '';
}
