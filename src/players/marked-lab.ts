// How a lab looks afterwards: its steps with what was done, and why it is done so.

import { renderInline } from '../look/markdown.js';
import type { Theme } from '../look/theme.js';
import { fillIn, freshValues } from '../question/lab/fresh-values.js';
import { watchOf } from '../question/lab/steps.js';
import type { Lab, Question } from '../question/question.js';
import { isResponseTo } from '../question/response.js';
import { cellWidth, wrapHanging } from '../text/fit.js';
import { counted } from '../text/number.js';

/** The stem as it was read: in a lab with the values of the run. */
export function stemAsked(question: Question, response: unknown): string {
  if (question.type !== 'lab' || !isResponseTo('lab', response)) return question.stem;
  return fillIn(question.stem, freshValues(response.seed, question.fresh));
}

/** Lines of at most `width` cells. */
export function markLab(question: Lab, response: unknown, width: number, theme: Theme): string[] {
  const given = isResponseTo('lab', response) ? response : null;
  const watch = given === null ? null : watchOf(question, given);
  const values = freshValues(given?.seed ?? '', question.fresh);
  const text = (markdown: string) =>
    renderInline(given === null ? markdown : fillIn(markdown, values), theme);
  const steps = question.steps.flatMap((step, index) => {
    const sign = watch?.isDone(step.id) ? theme.right(theme.glyphs.right) : theme.dim(theme.glyphs.dash);
    const lead = `${sign} ${index + 1}  `;
    const under = ' '.repeat(cellWidth(lead));
    const value = step.value?.[0];
    return [
      ...wrapHanging(text(step.text), width, lead),
      ...(value === undefined ? [] : wrapHanging(theme.dim(`Answer: ${text(value)}`), width, under)),
      ...(step.why === undefined ? [] : wrapHanging(theme.dim(text(step.why)), width, under)),
    ];
  });
  return [...steps, ...(given === null ? [] : ['', theme.dim(`${counted(given.sent, 'request')} sent.`)])];
}
