// A question, and what came of it, as plain lines: for pipes, screen readers and terminals without cursor movement.

import { renderMarkdown } from '../../look/markdown.js';
import type { Theme } from '../../look/theme.js';
import type { AskView, Verdict } from '../../session/player.js';
import { maySuspend } from '../../session/suspend-entry.js';
import { spanInWords } from '../../text/duration.js';
import { wrapText } from '../../text/fit.js';
import { counted, trimNumber } from '../../text/number.js';
import { markedOptions } from '../marked-options.js';
import { explanation, remarks, standingLines, verdictLine } from '../verdict-screen.js';
import { plainTypeOf } from './plain-types.js';

/** The question with everything that is needed to answer it by one line. */
export function plainQuestion(
  view: AskView,
  remainingMs: number | null,
  width: number,
  theme: Theme,
): string[] {
  const { question, place, of, topicTitle } = view;
  const { options, help } = plainTypeOf(view);
  const time =
    remainingMs === null ? '' : `, ${spanInWords(remainingMs)}${view.limitCuts ? '' : ' to speak'}`;
  const round = view.round === 0 ? '' : `, round ${view.round + 1}`;
  const draft = question.draft ? ', draft without a source' : '';
  const marked = `${draft}${view.marked ? ', marked for review' : ''}`;
  return [
    ...wrapText(
      `Question ${place} of ${of}: ${topicTitle}, ${question.level}${round}${time}${marked}`,
      width,
    ),
    '',
    ...renderMarkdown(question.stem, width, theme),
    '',
    ...options(width, theme),
    ...wrapText(help, width),
  ];
}

/** The commands that go with a question, in one line. */
export function plainCommands(view: AskView): string {
  if (view.mode.order === 'free')
    return 'Commands: :n next, :b back, :f mark, :a answer sheet, :12 go to question 12, :u hand in, :q quit';
  const hint = view.mode.hints && view.question.hint !== undefined ? ':h hint (-1/3), ' : '';
  const pause = view.mode.pauses ? ':p pause, ' : '';
  const undo = view.mayTakeBack ? ':u take back the last answer, ' : '';
  const suspend = maySuspend(view) ? ':x suspend, ' : '';
  return `Commands: ${hint}:s skip, :f flag, ${pause}${undo}${suspend}:q quit`;
}

/** The verdict with options marked and the explanation. */
export function plainVerdict(verdict: Verdict, width: number, theme: Theme): string[] {
  return [
    '',
    ...wrapText(verdictLine(verdict, theme), width),
    ...remarks(verdict).flatMap((remark) => wrapText(remark.replace('press !', 'type :!'), width)),
    '',
    ...markedOptions(verdict.view.question, verdict.answer, width, theme),
    '',
    ...explanation(verdict, width, theme),
    ...standingLines(verdict.standing, width, theme),
  ];
}

/** `Counted as right: 2 of 2 points` */
export function plainOverride({ points, maxPoints }: Verdict): string {
  return `Counted as right: ${trimNumber(points)} of ${counted(maxPoints, 'point')}.`;
}

/** A question of a paper with its verdict, afterwards. */
export function plainReview(review: Verdict, width: number, theme: Theme): string[] {
  const { question, place } = review.view;
  return [
    `Question ${place}`,
    '',
    ...renderMarkdown(question.stem, width, theme),
    ...plainVerdict(review, width, theme),
  ];
}
