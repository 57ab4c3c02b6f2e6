// Drawing of the matching input: left sides with what was chosen, and the numbered right sides below.

import { renderInline } from '../../../look/markdown.js';
import type { Matching } from '../../../question/question.js';
import { rightSides } from '../../../session/shown.js';
import { wrapHanging } from '../../../text/fit.js';
import type { InputDrawing } from './input.js';
import type { MatchState } from './match-keys.js';

export const matchDrawing: InputDrawing<MatchState> = {
  draw(state, view, width, theme) {
    const { pairs } = view.question as Matching;
    const sides = rightSides(view);
    const lines: string[] = [];
    let focus = 0;
    pairs.forEach((pair, index) => {
      const isActive = index === state.active;
      const chosen = sides.findIndex((side) => side.id === state.chosen[pair.id]);
      const pointer = isActive ? theme.accent(theme.glyphs.pointer) : ' ';
      const digit = chosen < 0 ? theme.dim('_') : theme.accent(String(chosen + 1));
      const left = renderInline(pair.left, theme);
      const wrapped = wrapHanging(isActive ? theme.strong(left) : left, width, `${pointer} [${digit}] `);
      if (isActive) focus = lines.length + wrapped.length - 1;
      lines.push(...wrapped);
    });
    const used = new Set(Object.values(state.chosen));
    const rights = sides.flatMap((side, index) => {
      const text = renderInline(side.text, theme);
      return wrapHanging(
        used.has(side.id) ? theme.dim(text) : text,
        width,
        `  ${theme.accent(String(index + 1))}  `,
      );
    });
    return { lines: [...lines, '', ...rights], focus };
  },
  keys: (view, theme) => [
    [theme.glyphs.upDown, 'move'],
    [`1${theme.glyphs.dash}${view.order.length}`, 'match'],
    [theme.glyphs.enter, 'answer'],
  ],
};
