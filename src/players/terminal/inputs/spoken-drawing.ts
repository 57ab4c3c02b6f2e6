// Drawing of an open question answered aloud.

import { wrapText } from '../../../text/fit.js';
import type { InputDrawing } from './input.js';
import { answerAdvice } from './text-drawing.js';

export const spokenDrawing: InputDrawing<null> = {
  draw(_state, view, width, theme) {
    const lines = wrapText(
      `Answer aloud, as you would in the interview. ${answerAdvice(view)}`.trim(),
      width,
    ).map(theme.dim);
    return { lines, focus: lines.length - 1 };
  },
  keys: (_view, theme) => [[theme.glyphs.enter, 'done']],
};
