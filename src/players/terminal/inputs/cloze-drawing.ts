// Drawing of the cloze input: the snippet with its blanks numbered, what stands in each, and which one is being filled.

import { blanksInOrder, clozeLines } from '../../../question/cloze-pieces.js';
import type { Cloze } from '../../../question/question.js';
import { wrapText } from '../../../text/fit.js';
import { safeLine, safeText } from '../../../text/safe.js';
import { indentedLine } from '../../snippet-lines.js';
import { type ClozeState, textsOf } from './cloze-keys.js';
import { drawEdit } from './edit-drawing.js';
import type { InputDrawing } from './input.js';

export const clozeDrawing: InputDrawing<ClozeState> = {
  draw(state, view, width, theme) {
    const question = view.question as Cloze;
    const blanks = blanksInOrder(question);
    const texts = textsOf(state).map(safeLine);
    const lines: string[] = [];
    for (const pieces of clozeLines(question)) {
      const line = pieces
        .map((piece) => {
          if ('text' in piece) return safeText(piece.text).replaceAll('\n', ' ');
          const shown = `[${piece.blank + 1}: ${texts[piece.blank] || '____'}]`;
          return piece.blank === state.active ? theme.accent(theme.strong(shown)) : theme.accent(shown);
        })
        .join('');
      lines.push(...indentedLine(line, width, '  '));
    }
    const unit = blanks[state.active]?.unit;
    const asked = `Blank ${state.active + 1} of ${blanks.length}${unit === undefined ? '' : `, in ${safeLine(unit)}`}`;
    const above = [...lines, '', ...wrapText(asked, width).map(theme.dim)];
    const edit = drawEdit(state.edit, width, theme);
    return { ...edit, lines: [...above, ...edit.lines], focus: above.length + edit.focus };
  },
  keys: (_view, theme) => [
    ['tab', 'next blank'],
    [theme.glyphs.enter, 'answer'],
  ],
};
