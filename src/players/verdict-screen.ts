// What is said after an answer: verdict, options marked, explanation, source. A function of the verdict.

import { headLine, indent, measure, ruleLine } from '../look/frame.js';
import { renderMarkdown } from '../look/markdown.js';
import type { Theme } from '../look/theme.js';
import type { Question } from '../question/question.js';
import type { Verdict } from '../session/player.js';
import { spanInWords } from '../text/duration.js';
import { cellWidth, wrapHanging, wrapText } from '../text/fit.js';
import { counted, ordinal, trimNumber } from '../text/number.js';
import { safeLine } from '../text/safe.js';
import { stemAsked } from './marked-lab.js';
import { type Detail, markedOptions } from './marked-options.js';

export interface VerdictPage {
  /** Margins included. */
  lines: string[];
  /** Something was left out that `whole` shows. */
  isCut: boolean;
}

/**
 * The page: verdict in the head, then the options and the explanation. `rows`: where it would not hold the explanation, less
 * is told of stem and options. `whole`: everything is told, however tall.
 */
export function verdictPage(
  verdict: Verdict,
  columns: number,
  theme: Theme,
  { rows = null, whole = false }: { rows?: number | null; whole?: boolean } = {},
): VerdictPage {
  const width = measure(columns);
  const end = [...explanationBelow(verdict, width, theme), ...standingLines(verdict.standing, width, theme)];
  const draw = (detail: Detail) => topOf(verdict, width, theme, detail);
  const details: readonly Detail[] = whole ? ['whole'] : ['usual', 'brief', 'least', 'bare'];
  let top: string[] = [];
  for (const detail of details) {
    top = draw(detail);
    if (rows === null || top.length <= rows) break;
  }
  const everything = whole ? top : draw('whole');
  return { lines: indent([...top, ...end]), isCut: top.join('\n') !== everything.join('\n') };
}

/** The whole block as it was told, margins included. */
export function verdictScreen(verdict: Verdict, columns: number, theme: Theme): string[] {
  return verdictPage(verdict, columns, theme).lines;
}

/** Head, stem, options, explanation. */
function topOf(verdict: Verdict, width: number, theme: Theme, detail: Detail): string[] {
  const { view, answer } = verdict;
  const { question } = view;
  const stem = renderMarkdown(stemAsked(question, answer.response), width, theme);
  const isShort = detail === 'least' || detail === 'bare';
  const most = detail === 'brief' ? STEM_LINES : isShort ? 1 : stem.length;
  const shown =
    stem.length <= most ? stem : [...stem.slice(0, most - 1), `${stem[most - 1]} ${theme.glyphs.ellipsis}`];
  const said = remarks(verdict).flatMap((remark) => wrapText(remark, width));
  return [
    verdictHead(verdict, width, theme),
    ruleLine(width, theme),
    ...(said.length === 0 ? [] : [...said.map(theme.warn)]),
    ...(isShort ? [] : ['']),
    ...shown,
    '',
    ...markedOptions(question, answer, width, theme, detail),
    '',
    ...renderMarkdown(question.explanation, width, theme),
  ];
}

const STEM_LINES = 2;

/** `Topic · level      3 of 10   ✖ Wrong   0 of 2 points   18 s`: the verdict always, the rest where there is room. */
function verdictHead(verdict: Verdict, width: number, theme: Theme): string {
  const { view, answer, points, maxPoints } = verdict;
  const { word, paint } = verdictWord(verdict, theme);
  const earned = `${trimNumber(points)} of ${counted(maxPoints, 'point')}`;
  const time = spanInWords(answer.elapsedMs);
  const place = `${view.place} of ${view.of}`;
  const { between } = theme.glyphs;
  const round = view.round > 0 ? ` ${between} round ${view.round + 1}` : '';
  const title = `${view.topicTitle} ${between} ${view.question.level}${round}`;
  const short = `${trimNumber(points)}/${maxPoints}`;
  const rights = [
    [place, word, earned, time],
    [word, earned, time],
    [word, short, time],
    [word, short],
    [word],
  ];
  const fits = (right: readonly string[], cells: number) => cells + 2 + cellWidth(right.join('   ')) <= width;
  const right =
    // Result, points and time go before the whole of a title.
    rights.slice(0, 3).find((candidate) => fits(candidate, cellWidth(title))) ??
    rights.find((candidate) => fits(candidate, SHORTEST_TITLE)) ??
    [];
  const left = fits(right, cellWidth(title)) ? title : view.topicTitle;
  return headLine(left, right.join('   '), width, theme).replace(word, () => paint(word));
}

const SHORTEST_TITLE = 12;

/** `✔ Right   18 s   2 of 2 points` */
export function verdictLine(verdict: Verdict, theme: Theme): string {
  const { answer, points, maxPoints } = verdict;
  const { word, paint } = verdictWord(verdict, theme);
  const facts = [spanInWords(answer.elapsedMs), `${trimNumber(points)} of ${counted(maxPoints, 'point')}`];
  return [paint(word), ...facts.map(theme.dim)].join('   ');
}

function verdictWord({ answer, overridden }: Verdict, { glyphs, right, warn, wrong }: Theme) {
  if (overridden) return { word: `${glyphs.right} Counted as right`, paint: right };
  if (answer.outcome === 'skipped') return { word: `${glyphs.dash} Skipped`, paint: warn };
  if (answer.outcome === 'expired') return { word: `${glyphs.dash} Time is up`, paint: warn };
  if (answer.credit >= 1 || (answer.hinted && answer.credit > 0.66))
    return { word: `${glyphs.right} Right`, paint: right };
  return answer.credit > 0
    ? { word: `${glyphs.partly} Partly right`, paint: warn }
    : { word: `${glyphs.wrong} Wrong`, paint: wrong };
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
  suspendedAt,
}: Verdict): string[] {
  const [source] = view.question.sources;
  const isSuspended = typeof suspendedAt === 'number';
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
    ...(isSuspended
      ? [
          `Missed for the ${ordinal(suspendedAt)} time: suspended, no sitting chooses it any more. Read ${safeLine(source?.title ?? 'about it')} first; it comes back with: api-quiz unsuspend ${view.question.id}`,
        ]
      : []),
    ...(isSuspended || leechMisses === null || !source
      ? []
      : [
          `Missed ${leechMisses} times by now. Asking it again will not help much: read ${safeLine(source.title)} first.`,
        ]),
  ];
}

/** Explanation, model answer, why it is asked, follow-up and sources: what is there. */
export function explanation(verdict: Pick<Verdict, 'view'>, width: number, theme: Theme): string[] {
  const { explanation: text } = verdict.view.question;
  return [...renderMarkdown(text, width, theme), ...explanationBelow(verdict, width, theme)];
}

/** What stands below the explanation. */
function explanationBelow({ view }: Pick<Verdict, 'view'>, width: number, theme: Theme): string[] {
  const { question } = view;
  const section = (title: string, text: string | undefined) =>
    text === undefined
      ? []
      : ['', ...renderMarkdown(`**${title}**`, width, theme), ...renderMarkdown(text, width, theme)];
  const model = question.type === 'open' ? section('Model answer', question.modelAnswer) : [];
  return [
    ...model,
    ...section('Why it is asked', question.interviewer),
    ...section('They may go on with', question.followUp),
    '',
    ...question.sources.flatMap((source) => sourceLines(source, width, theme)),
    '',
  ];
}

/** Title and address; both lead there where the terminal has links. */
function sourceLines({ title, url }: Question['sources'][number], width: number, theme: Theme): string[] {
  const shown = wrapText(safeLine(title), width - SOURCE.length).map((line) => theme.link(line, url));
  return [
    ...shown.map((line, index) => (index === 0 ? theme.strong(SOURCE) : ' '.repeat(SOURCE.length)) + line),
    // Not wrapped: a link cut in two can be neither clicked nor copied.
    ' '.repeat(SOURCE.length) + theme.dim(theme.link(safeLine(url), url)),
  ];
}

const SOURCE = 'Source  ';

/** What a diagnosis says so far. */
export function standingLines(standing: readonly string[], width: number, theme: Theme): string[] {
  if (standing.length === 0) return [];
  return [
    theme.strong('What the answers say so far'),
    ...standing.flatMap((line) => wrapHanging(line, width, '  ')),
    '',
  ];
}
