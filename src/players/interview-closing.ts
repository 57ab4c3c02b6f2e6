// What is told at the end of an interview, over all its answers.

import { renderInline } from '../look/markdown.js';
import type { Theme } from '../look/theme.js';
import { reviewInterview } from '../session/interview-review.js';
import type { ClosingView } from '../session/player.js';
import { wrapHanging, wrapText } from '../text/fit.js';
import { counted } from '../text/number.js';

/** Lines of at most `width` cells; none outside an interview. */
export function interviewLines(
  { header, score, questionOf }: ClosingView,
  width: number,
  theme: Theme,
): string[] {
  const review = header.mode === 'interview' ? reviewInterview(score.items, questionOf) : null;
  if (review === null) return [];
  const missing = review.missing.map(({ kind, times }) => `${kind} (${times})`).join(', ');
  const target = `${review.over} of ${counted(review.timed, 'answer')} took longer than the target.`;
  return [
    ...(missing === '' ? [] : wrapText(`Points that were missing: ${missing}.`, width)),
    ...(review.timed === 0 ? [] : wrapText(target, width)),
    '',
    ...(review.sentences.length === 0 ? [] : [theme.strong('Sentences to learn')]),
    ...review.sentences.flatMap((sentence) =>
      wrapHanging(renderInline(sentence, theme), width, `${theme.glyphs.bullet} `),
    ),
    ...(review.sentences.length === 0 ? [] : ['']),
  ];
}
