// Drawing of the sheets whose options are listed: pick one, pick several, put in order.

import { renderOption } from '../../../look/markdown.js';
import type { Theme } from '../../../look/theme.js';
import type { Ordering } from '../../../question/question.js';
import { shownChoices } from '../../../session/shown.js';
import type { DrawnInput, InputDrawing } from './input.js';
import type { OrderState } from './order-keys.js';
import type { PickOneState } from './pick-one-keys.js';
import type { PickSeveralState } from './pick-several-keys.js';

export const pickOneDrawing: InputDrawing<PickOneState> = {
  draw(state, view, width, theme) {
    const texts =
      view.question.type === 'true-false'
        ? ['True', 'False']
        : shownChoices(view).map((choice) => choice.text);
    return drawOptions(
      texts.map((text) => ({ sign: '', text })),
      state.active,
      width,
      theme,
    );
  },
  keys: (view, theme) => [
    view.question.type === 'true-false' ? ['t f', 'choose'] : [theme.glyphs.upDown, 'choose'],
    [theme.glyphs.enter, 'answer'],
  ],
};

export const pickSeveralDrawing: InputDrawing<PickSeveralState> = {
  draw(state, view, width, theme) {
    const options = shownChoices(view).map(({ id, text }) => {
      const ticked = state.ticked.includes(id);
      return { sign: ticked ? theme.accent(theme.glyphs.ticked) : theme.glyphs.unticked, text };
    });
    return drawOptions(options, state.active, width, theme);
  },
  keys: (_view, theme) => [
    [theme.glyphs.upDown, 'move'],
    ['space', 'tick'],
    [theme.glyphs.enter, 'answer'],
  ],
};

export const orderDrawing: InputDrawing<OrderState> = {
  draw(state, view, width, theme) {
    const { items } = view.question as Ordering;
    const options = state.ids.flatMap((id, index) => {
      const item = items.find((candidate) => candidate.id === id);
      const lifted = state.lifted && index === state.active;
      return item ? [{ sign: '', text: item.text, lifted }] : [];
    });
    return drawOptions(options, state.active, width, theme);
  },
  keys: (_view, theme) => [
    [theme.glyphs.upDown, 'move'],
    ['space', 'lift, put down'],
    [theme.glyphs.enter, 'answer'],
  ],
};

interface Option {
  sign: string;
  text: string;
  lifted?: boolean;
}

/** `❯ 1  text`, hanging under itself; a lifted item is set in brackets as well as colour. */
function drawOptions(
  options: readonly Option[],
  active: number | null,
  width: number,
  theme: Theme,
): DrawnInput {
  const lines: string[] = [];
  let focus = 0;
  options.forEach(({ sign, text, lifted }, index) => {
    const isActive = index === active;
    const pointer = isActive ? theme.accent(theme.glyphs.pointer) : ' ';
    const number = isActive ? theme.accent(String(index + 1)) : theme.dim(String(index + 1));
    const first = `${pointer} ${number} ${sign === '' ? ' ' : `${sign} `}`;
    const look = lifted ? { before: theme.strong('<'), after: theme.strong('>') } : {};
    const paint = lifted || isActive ? { paint: theme.strong } : {};
    const wrapped = renderOption(text, width, theme, { first, ...look, ...paint });
    if (isActive) focus = lines.length + wrapped.length - 1;
    lines.push(...wrapped);
  });
  return { lines, focus };
}
