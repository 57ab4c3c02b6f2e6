// Drawing of the matching input: left sides with what was chosen, and the numbered right sides below.

import { renderOption } from '../../../look/markdown.js';
import type { Matching } from '../../../question/question.js';
import { rightSides } from '../../../session/shown.js';
import type { InputDrawing } from './input.js';
import type { MatchState } from './match-keys.js';

export const matchDrawing: InputDrawing<MatchState> = {
  draw(state, view, width, theme, room) {
    const { pairs } = view.question as Matching;
    const sides = rightSides(view);
    const lines: string[] = [];
    let focus = 0;
    let matched: string[] = [];
    pairs.forEach((pair, index) => {
      const isActive = index === state.active;
      const chosen = sides.findIndex((side) => side.id === state.chosen[pair.id]);
      const pointer = isActive ? theme.accent(theme.glyphs.pointer) : ' ';
      const digit = chosen < 0 ? theme.dim('_') : theme.accent(String(chosen + 1));
      const wrapped = renderOption(pair.left, width, theme, {
        first: `${pointer} [${digit}] `,
        ...(isActive ? { paint: theme.strong } : {}),
      });
      if (isActive) {
        focus = lines.length + wrapped.length - 1;
        matched = wrapped;
      }
      lines.push(...wrapped);
    });
    const used = new Set(Object.values(state.chosen));
    const rights = sides.flatMap((side, index) => {
      return renderOption(side.text, width, theme, {
        first: `  ${theme.accent(String(index + 1))}  `,
        ...(used.has(side.id) ? { paint: theme.dim } : {}),
      });
    });
    if (lines.length + 1 + rights.length <= room.below) return { lines: [...lines, '', ...rights], focus };
    // Nobody can match blind: the line that is matched stands again above its choices, and both are kept in view.
    const chooser = [...matched, ...rights];
    return {
      lines: [...lines, '', ...chooser],
      focus: lines.length + Math.min(chooser.length, room.page),
    };
  },
  keys: (view, theme) => [
    [theme.glyphs.upDown, 'move'],
    [`1${theme.glyphs.dash}${view.order.length}`, 'match'],
    [theme.glyphs.enter, 'answer'],
  ],
};
