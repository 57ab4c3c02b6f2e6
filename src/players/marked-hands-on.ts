// How a written request, a marked snippet and a filled one look once they are answered.

import { renderInline } from '../look/markdown.js';
import type { Theme } from '../look/theme.js';
import { blanksInOrder, clozeLines } from '../question/cloze-pieces.js';
import type { Cloze, Request, Spot } from '../question/question.js';
import { compareRequest, type PartVerdict } from '../question/request/compare-request.js';
import { requestProblemMessage } from '../question/request/request-problems.js';
import { partName, partWants } from '../question/request/request-words.js';
import { isResponseTo, type ResponseByType } from '../question/response.js';
import { isWithin, readRange } from '../question/snippet.js';
import { gradeBlank, rightText } from '../question/types/cloze.js';
import { cellWidth, cutText, wrapHanging, wrapText } from '../text/fit.js';
import { safeLine, safeText } from '../text/safe.js';
import { brokenLine, indentedLine, lineNumber, safeLines } from './snippet-lines.js';

const LONGEST_SENT = 160;

interface Painter {
  width: number;
  theme: Theme;
}

/** What was typed, then part by part what is right, what was sent instead, and why. */
export function markRequest(question: Request, response: unknown, width: number, theme: Theme): string[] {
  const paint = { width, theme };
  const typed = isResponseTo('request', response) ? response : null;
  const compared = typed === null ? null : compareRequest(question, typed);
  const below = compared === null || 'problem' in compared ? null : compared;
  const code = (text: string) => safeLines(text).flatMap((line) => brokenLine(line, width, '  '));
  return [
    ...(typed === null ? [] : [theme.strong('Your request'), ...code(typed), '']),
    ...(compared !== null && 'problem' in compared
      ? [
          ...wrapHanging(
            requestProblemMessage(compared.problem),
            width,
            `${theme.wrong(theme.glyphs.wrong)} `,
          ),
          '',
        ]
      : []),
    ...question.parts.flatMap((part) => {
      const verdict = below?.parts.find(({ id }) => id === part.id);
      return partLines(partName(part), partWants(part), verdict, part.why, paint);
    }),
    ...(below?.raised ?? []).flatMap((raised) => raisedLines(question, raised, paint)),
    ...(below?.surplus ?? []).flatMap((what) =>
      wrapHanging(`not asked for: ${safeLine(what)}`, width, `${theme.wrong(theme.glyphs.wrong)} `),
    ),
    '',
    theme.strong('A right request'),
    ...code(question.answer),
  ];
}

function partLines(
  name: string,
  wanted: string,
  verdict: PartVerdict | undefined,
  why: string,
  { width, theme }: Painter,
): string[] {
  const { right, wrong, dash } = theme.glyphs;
  const sign =
    verdict === undefined ? theme.dim(dash) : verdict.right ? theme.right(right) : theme.wrong(wrong);
  const sent = cutText(safeLine(verdict?.sent ?? ''), LONGEST_SENT);
  const instead =
    verdict === undefined || verdict.right ? '' : sent === '' ? ' (missing)' : ` (you sent: ${sent})`;
  const lead = `${sign} `;
  return [
    ...wrapHanging(`${theme.strong(safeLine(name))} ${safeLine(wanted)}${theme.dim(instead)}`, width, lead),
    ...wrapHanging(theme.dim(renderInline(why, theme)), width, ' '.repeat(cellWidth(lead) + 2)),
  ];
}

function raisedLines(question: Request, raised: PartVerdict, { width, theme }: Painter): string[] {
  const part = question.forbidden?.find(({ id }) => id === raised.id);
  const lead = `${theme.wrong(theme.glyphs.wrong)} `;
  return [
    ...wrapHanging(
      `must not be there: ${part === undefined ? raised.id : safeLine(partName(part))}`,
      width,
      lead,
    ),
    ...wrapHanging(theme.dim(renderInline(raised.why, theme)), width, ' '.repeat(cellWidth(lead) + 2)),
  ];
}

/** The snippet with flawed and wrongly marked lines signed, and under each what is the matter. */
export function markSpot(question: Spot, response: unknown, width: number, theme: Theme): string[] {
  const marked = isResponseTo('spot', response) ? response : [];
  const lines = safeLines(question.snippet);
  const { right, wrong, omitted } = theme.glyphs;
  const blank = ' '.repeat(Math.max(cellWidth(right), cellWidth(wrong)));
  const isFound = (flaw: Spot['flaws'][number]) =>
    marked.some((line) => isWithin(line, readRange(flaw.lines)));
  return lines.flatMap((text, index) => {
    const line = index + 1;
    const flaw = question.flaws.find(({ lines: range }) => isWithin(line, readRange(range)));
    const sound = question.sound?.find(({ lines: range }) => isWithin(line, readRange(range)));
    const chosen = marked.includes(line);
    const flawSign = flaw && isFound(flaw) ? theme.right(right) : theme.warn(omitted);
    const sign = flaw ? flawSign : chosen ? theme.wrong(wrong) : blank;
    const lead = `${sign} ${theme.dim(lineNumber(line, lines.length))}  `;
    const shown = brokenLine(text, width, lead).map((piece, row) =>
      row === 0 && (flaw || chosen) ? piece.replace(text, theme.strong(text)) : piece,
    );
    const why = [flaw, sound].find((range) => range !== undefined && readRange(range.lines).to === line)?.why;
    const found = flaw !== undefined && isFound(flaw) ? '' : 'Not found. ';
    const note = why === undefined ? '' : `${flaw ? found : 'Sound: '}${renderInline(why, theme)}`;
    const said = chosen && !flaw ? [`You marked this line${note === '' ? ', which is sound.' : '.'}`] : [];
    const under = ' '.repeat(cellWidth(lead));
    return [
      ...shown,
      ...[...said, ...(note === '' ? [] : [note])].flatMap((one) =>
        wrapHanging(theme.dim(one), width, under),
      ),
    ];
  });
}

/** The snippet with the right words in its blanks, then blank by blank what was typed and why. */
export function markCloze(question: Cloze, response: unknown, width: number, theme: Theme): string[] {
  const typed: ResponseByType['cloze'] | null = isResponseTo('cloze', response) ? response : null;
  const blanks = blanksInOrder(question);
  const filled = clozeLines(question).map((pieces) =>
    pieces
      .map((piece) => {
        if ('text' in piece) return safeText(piece.text).replaceAll('\n', ' ');
        const blank = blanks[piece.blank];
        return blank === undefined ? '' : theme.right(`[${safeLine(rightText(blank))}]`);
      })
      .join(''),
  );
  return [
    ...filled.flatMap((line) => indentedLine(line, width, '  ')),
    '',
    ...blanks.flatMap((blank, index) => {
      const given = typed === null ? null : (typed[blank.id] ?? '');
      return blankLines(blank, index + 1, given, { width, theme });
    }),
  ];
}

/** One blank; `given` null: nothing was answered. */
function blankLines(
  blank: Cloze['blanks'][number],
  number: number,
  given: string | null,
  { width, theme }: Painter,
): string[] {
  const { credit, close } = gradeBlank(blank, given ?? '');
  const lead = `${given === null ? theme.dim(theme.glyphs.dash) : creditSign(credit, theme)} ${number}  `;
  const unit = blank.unit === undefined ? '' : ` ${safeLine(blank.unit)}`;
  const others = (blank.answers ?? []).slice(1, 4).map(safeLine).join(', ');
  const also = others === '' ? '' : theme.dim(`, or ${others}`);
  const typed = given === '' ? ' (left empty)' : ` (you typed: ${safeLine(given ?? '')})`;
  const instead = given === null || credit >= 1 ? '' : typed;
  const near = close === undefined ? '' : ' Close.';
  const right = `${theme.strong(safeLine(rightText(blank)))}${unit}${also}${theme.dim(instead + near)}`;
  const under = cellWidth(lead);
  const why =
    blank.why === undefined ? [] : wrapText(theme.dim(renderInline(blank.why, theme)), width - under);
  return [...wrapHanging(right, width, lead), ...why.map((line) => ' '.repeat(under) + line)];
}

function creditSign(credit: number, { glyphs, right, warn, wrong }: Theme): string {
  if (credit >= 1) return right(glyphs.right);
  return credit > 0 ? warn(glyphs.partly) : wrong(glyphs.wrong);
}
