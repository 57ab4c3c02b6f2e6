// What is said after an answer: verdict, options marked, explanation, source. A function of the verdict.

import { indent, measure, ruleLine } from '../look/frame.js';
import { renderMarkdown } from '../look/markdown.js';
import type { Theme } from '../look/theme.js';
import type { Verdict } from '../session/player.js';
import { spanInWords } from '../text/duration.js';
import { wrapHanging, wrapText } from '../text/fit.js';
import { counted, trimNumber } from '../text/number.js';
import { safeLine } from '../text/safe.js';
import { stemAsked } from './marked-lab.js';
import { markedOptions } from './marked-options.js';
import { questionHead } from './question-head.js';

/** The whole block, margins included. */
export function verdictScreen(verdict: Verdict, columns: number, theme: Theme): string[] {
  const { view, answer } = verdict;
  const { question } = view;
  const width = measure(columns);
  return indent([
    questionHead(view, '', width, theme),
    ruleLine(width, theme),
    '',
    ...renderMarkdown(stemAsked(question, answer.response), width, theme),
    '',
    ...markedOptions(question, answer, width, theme),
    '',
    ...wrapText(verdictLine(verdict, theme), width),
    ...remarks(verdict).flatMap((remark) => wrapText(remark, width)),
    '',
    ...explanation(verdict, width, theme),
    ...standingLines(verdict.standing, width, theme),
  ]);
}

/** `✔ Right   18 s   2 of 2 points` */
export function verdictLine({ answer, points, maxPoints, overridden }: Verdict, theme: Theme): string {
  const { glyphs } = theme;
  const word = overridden
    ? theme.right(`${glyphs.right} Counted as right`)
    : answer.outcome === 'skipped'
      ? theme.warn(`${glyphs.dash} Skipped`)
      : answer.outcome === 'expired'
        ? theme.warn(`${glyphs.dash} Time is up`)
        : answer.credit >= 1 || (answer.hinted && answer.credit > 0.66)
          ? theme.right(`${glyphs.right} Right`)
          : answer.credit > 0
            ? theme.warn(`${glyphs.partly} Partly right`)
            : theme.wrong(`${glyphs.wrong} Wrong`);
  const facts = [spanInWords(answer.elapsedMs), `${trimNumber(points)} of ${counted(maxPoints, 'point')}`];
  return [word, ...facts.map(theme.dim)].join('   ');
}

/** What else is to be said of it, one sentence each. */
export function remarks({
  view,
  answer,
  grade,
  remark,
  returns,
  mayOverride,
  handedIn,
  leechMisses,
}: Verdict): string[] {
  const [source] = view.question.sources;
  return [
    ...(remark === null ? [] : [remark]),
    ...(handedIn ? ['Time was up: what you had chosen or typed was handed in.'] : []),
    ...(answer.hinted && answer.credit > 0 ? ['The hint cost a third of the credit.'] : []),
    ...(grade?.why === undefined ? [] : [`Partial credit: ${safeLine(grade.why)}`]),
    ...(grade?.close === undefined ? [] : [`Close: the accepted form is "${safeLine(grade.close)}".`]),
    ...(mayOverride ? ['If your answer means the same, press ! to count it as right.'] : []),
    ...(answer.outcome === 'expired'
      ? ['Nothing had been entered: it counts for the score only and is asked again.']
      : []),
    ...(returns ? ['It comes back later in this sitting.'] : []),
    ...(leechMisses === null || !source
      ? []
      : [
          `Missed ${leechMisses} times by now. Asking it again will not help much: read ${safeLine(source.title)} first.`,
        ]),
  ];
}

/** Explanation, model answer, why it is asked, follow-up and sources: what is there. */
export function explanation({ view }: Pick<Verdict, 'view'>, width: number, theme: Theme): string[] {
  const { question } = view;
  const section = (title: string, text: string | undefined) =>
    text === undefined
      ? []
      : ['', ...renderMarkdown(`**${title}**`, width, theme), ...renderMarkdown(text, width, theme)];
  const model = question.type === 'open' ? section('Model answer', question.modelAnswer) : [];
  return [
    ...renderMarkdown(question.explanation, width, theme),
    ...model,
    ...section('Why it is asked', question.interviewer),
    ...section('They may go on with', question.followUp),
    '',
    ...question.sources.flatMap((source) => [
      ...wrapHanging(safeLine(source.title), width, `${theme.strong('Source')}  `),
      // Not wrapped: a link cut in two can be neither clicked nor copied.
      `        ${theme.dim(safeLine(source.url))}`,
    ]),
    '',
  ];
}

/** What a diagnosis says so far. */
export function standingLines(standing: readonly string[], width: number, theme: Theme): string[] {
  if (standing.length === 0) return [];
  return [
    theme.strong('What the answers say so far'),
    ...standing.flatMap((line) => wrapHanging(line, width, '  ')),
    '',
  ];
}
