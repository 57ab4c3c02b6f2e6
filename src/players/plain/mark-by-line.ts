// An open answer marked line by line: its points by their numbers, then its red flags, with a way back.

import { renderInline, renderOption } from '../../look/markdown.js';
import type { Theme } from '../../look/theme.js';
import type { Open } from '../../question/question.js';
import type { OpenResponse } from '../../question/response.js';
import type { Marking } from '../../session/player.js';
import { wrapHanging, wrapText } from '../../text/fit.js';
import { trimNumber } from '../../text/number.js';
import {
  creditWords,
  groupTitle,
  guardWords,
  type MarkingRow,
  markingRows,
  modelSentences,
} from '../marking-rows.js';
import type { Conversation } from './conversation.js';

interface Sheet {
  question: Open;
  marking: Marking;
  rows: readonly MarkingRow[];
  width: number;
  theme: Theme;
}

type Ticked = Pick<OpenResponse, 'met' | 'half' | 'flags'>;

/** Asked again until understood; the end of the input leaves what was suggested. */
export async function markByLine(
  question: Open,
  marking: Marking,
  { width, theme }: { width: number; theme: Theme },
  talk: Conversation,
): Promise<OpenResponse> {
  const sheet: Sheet = { question, marking, rows: markingRows(question, marking), width, theme };
  const guard = guardWords(marking);
  if (guard !== null) talk.say(...wrapText(guard, width));
  if (marking.notice !== undefined) talk.say(...wrapText(marking.notice, width));
  let ticked: Ticked = marking.suggestion;
  for (;;) {
    talk.say(...rowLines(sheet, 'point'));
    const { met, half = [] } = await askNumbers(sheet, 'point', ticked, talk);
    ticked = { ...ticked, met, half };
    talk.say(`Your mark so far: ${creditWords(question, responseOf(ticked, marking))}.`);
    if ((question.avoid ?? []).length === 0) break;
    talk.say(...rowLines(sheet, 'flag'));
    const found = await askNumbers(sheet, 'flag', ticked, talk);
    if (found.back) continue;
    ticked = { ...ticked, flags: found.met };
    break;
  }
  const response = responseOf(ticked, marking);
  talk.say(`Your mark: ${creditWords(question, response)}.`);
  return response;
}

function responseOf({ met, half = [], flags }: Ticked, { suggestion }: Marking): OpenResponse {
  const { half: _half, ...kept } = suggestion;
  return { ...kept, met: [...met], flags: [...flags], ...(half.length === 0 ? {} : { half: [...half] }) };
}

function rowLines({ rows, marking, width, theme }: Sheet, kind: MarkingRow['kind']): string[] {
  const shown = rows.filter((row) => row.kind === kind);
  return shown.flatMap((row, at) => [
    ...(shown[at - 1]?.group === row.group ? [] : [groupTitle(row.group, marking.text === '')]),
    ...renderOption(row.text, width, theme, {
      first: `  ${row.number}. `,
      after: ` (${kind === 'flag' ? '-' : ''}${trimNumber(row.weight)})`,
    }),
    ...(row.quote === null ? [] : wrapHanging(`"${row.quote}"`, width, '     ')),
    ...(row.judged === null ? [] : wrapHanging(row.judged, width, '     ')),
  ]);
}

/** What is typed for rows of one kind: `1 3 2h`, `0` for none, `:m` for the model answer, `:b` back to the points. */
async function askNumbers(
  sheet: Sheet,
  kind: MarkingRow['kind'],
  before: Ticked,
  { say, next }: Conversation,
): Promise<{ met: string[]; half?: string[]; back?: boolean }> {
  const rows = sheet.rows.filter((row) => row.kind === kind);
  const kept = kind === 'point' ? before.met : before.flags;
  const half = kind === 'point' ? (before.half ?? []) : [];
  for (;;) {
    say(...wrapText(prompt(rows, kind, kept, half), sheet.width));
    const line = ((await next()) ?? '').trim();
    if (line === '') return { met: [...kept], half: [...half] };
    if (line === ':b' && kind === 'flag') return { met: [...kept], back: true };
    if (line === ':m') {
      say(...modelLines(sheet));
      continue;
    }
    const typed = line.split(/[\s,;]+/).filter(Boolean);
    const form = kind === 'point' ? /^(\d{1,2})(h?)$/ : /^(\d{1,2})()$/;
    const read = typed.map((word) => form.exec(word));
    if (!read.every((found) => found !== null && Number(found[1]) <= rows.length)) continue;
    const idsOf = (mark: string) =>
      [...rows]
        .sort((a, b) => a.number - b.number)
        .filter(({ number }) => read.some((found) => Number(found?.[1]) === number && found?.[2] === mark))
        .map(({ id }) => id);
    return { met: idsOf(''), half: idsOf('h') };
  }
}

function prompt(
  rows: readonly MarkingRow[],
  kind: MarkingRow['kind'],
  met: readonly string[],
  half: readonly string[],
): string {
  const numbers = rows
    .flatMap(({ id, number }) => (met.includes(id) ? [`${number}`] : half.includes(id) ? [`${number}h`] : []))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  const enter = numbers.length === 0 ? '' : `; Enter alone takes ${numbers.join(',')}`;
  return kind === 'point'
    ? `Which of these points did you make? Type the numbers, 2h for half of point 2, 0 for none${enter}. :m model answer.`
    : `And did you say any of these? Type the numbers, 0 for none${enter}. :b back to the points, :m model answer.`;
}

function modelLines({ question, marking, rows, width, theme }: Sheet): string[] {
  const numberOf = new Map(rows.filter(({ kind }) => kind === 'point').map(({ id, number }) => [id, number]));
  return [
    'Model answer',
    ...modelSentences(question, marking.model).flatMap(({ text, points }) => {
      const numbers = points.map((id) => numberOf.get(id));
      const makes = numbers.length === 0 ? '' : ` (${numbers.join(', ')})`;
      return wrapHanging(renderInline(text, theme) + makes, width, '  ');
    }),
  ];
}
