// Drawing of the spot input: the lines of the snippet, each cut to the width; the one under the cursor is shown whole below.

import type { Theme } from '../../../look/theme.js';
import type { Spot } from '../../../question/question.js';
import { cellWidth, wrapText } from '../../../text/fit.js';
import { brokenLine, cutLine, lineNumber, safeLines } from '../../snippet-lines.js';
import { flawCount } from '../../snippet-words.js';
import type { InputDrawing } from './input.js';
import type { SpotState } from './spot-keys.js';

/** Lines seen below the cursor, where there are any. */
const LOOK_AHEAD = 3;

export const spotDrawing: InputDrawing<SpotState> = {
  draw(state, view, width, theme) {
    const question = view.question as Spot;
    const texts = safeLines(question.snippet);
    const lines = [...wrapText(flawCount(question, state.marked.length), width).map(theme.dim), ''];
    let active = 0;
    texts.forEach((text, index) => {
      const lead = leadOf(index + 1, text, state, texts.length, theme);
      if (index + 1 !== state.line) lines.push(lead + cutLine(text, width - cellWidth(lead), theme));
      else {
        lines.push(...brokenLine(text, width, lead).map((piece) => theme.strong(piece)));
        active = lines.length - 1;
      }
    });
    return { lines, focus: Math.min(active + LOOK_AHEAD, lines.length - 1) };
  },
  keys: (_view, theme) => [
    [theme.glyphs.upDown, 'move'],
    ['space', 'mark'],
    [theme.glyphs.enter, 'answer'],
  ],
};

/** `❯ 12 ◼ `: cursor, number, mark. */
function leadOf(
  line: number,
  text: string,
  { line: active, marked }: SpotState,
  of: number,
  theme: Theme,
): string {
  const { pointer, ticked, unticked } = theme.glyphs;
  const isBlank = text.trim() === '';
  const box = isBlank
    ? ' '.repeat(cellWidth(unticked))
    : marked.includes(line)
      ? theme.accent(ticked)
      : unticked;
  const number = lineNumber(line, of);
  return line === active
    ? `${theme.accent(pointer)} ${theme.accent(number)} ${box} `
    : `  ${theme.dim(number)} ${box} `;
}
