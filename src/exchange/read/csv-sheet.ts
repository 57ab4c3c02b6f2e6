// The sheet of questions as CSV or TSV, whatever program it was saved by.

import { parseQuantity } from '../../question/figure.js';
import { LEVELS } from '../../question/vocabulary.js';
import type {
  ForeignBody,
  ForeignFile,
  ForeignQuestion,
  ForeignRefusal,
  ReadResult,
} from '../foreign-question.js';
import { refuseAll } from '../foreign-question.js';
import { safeMarkdown } from '../markup/safe-markdown.js';
import type { Note } from '../notes.js';
import { ALIASES, COLUMNS, LETTERS, PAIR_SIGN, restoreFormula, type SheetColumn } from '../sheet.js';
import { readRows, separatorOf } from './rows.js';
import { readText } from './text-file.js';

type Cells = Readonly<Partial<Record<SheetColumn, string>>>;

/** Excel's own first line, `sep=;`, names the separator and is no row. */
function withoutExcelLine(text: string): { text: string; separator?: string; linesBefore: number } {
  const [line = '', separator] = /^"?sep=(.)"?[ \t]*(?:\n|$)/i.exec(text) ?? [];
  return separator === undefined
    ? { text, linesBefore: 0 }
    : { text: text.slice(line.length), separator, linesBefore: 1 };
}

/** The rows below a header line that names at least `stem`; columns may come in any order and be left out. */
export async function readCsvSheet(file: ForeignFile): Promise<ReadResult> {
  const read = readText(file);
  if ('refused' in read) return read.refused;
  const { text, separator, linesBefore } = withoutExcelLine(read.text);
  const found = readRows(text, { separator: separator ?? separatorOf(text), linesBefore });
  if ('refused' in found) return found.refused;
  const [head, ...rows] = found.rows;
  const columns = (head?.cells ?? []).map(columnOf);
  if (!columns.includes('stem'))
    return refuseAll({ code: 'syntax', detail: 'no column is called stem or question' });
  const questions: ForeignQuestion[] = [];
  const refused: ForeignRefusal[] = [];
  for (const { cells, line } of rows) {
    const named: Cells = Object.fromEntries(
      columns.flatMap((column, index) =>
        column && cells[index] ? [[column, restoreFormula(cells[index])]] : [],
      ),
    );
    const question = questionOf(named, line);
    if ('refused' in question) refused.push({ line, name: named.id ?? named.stem, note: question.refused });
    else questions.push(question);
  }
  return { questions, refused };
}

/** Does a header line look like that of the sheet? */
export function isSheet(text: string): boolean {
  const [first = ''] = text.replace(/^\ufeff/, '').split(/\r?\n/, 1);
  const names = first.split(separatorOf(first)).map(columnOf);
  return names.includes('stem') && names.includes('correct');
}

function columnOf(header: string): SheetColumn | undefined {
  const name = header.replace(/^"|"$/g, '').trim().toLowerCase();
  const plain = name
    .replace(/^(option|choice|answer) (?=[a-i1-9]$)/, '')
    .replace(/^[1-9]$/, (digit) => LETTERS[Number(digit) - 1] ?? digit);
  return (
    COLUMNS.find((column) => column === plain) ??
    COLUMNS.find((column) => column === plain.replace(/[ -]/g, '_')) ??
    ALIASES[plain]
  );
}

function questionOf(cells: Cells, line: number): ForeignQuestion | { refused: Note } {
  const body = bodyOf(cells);
  if ('refused' in body) return body;
  const { source, url, level, seconds } = cells;
  return {
    line,
    id: cells.id,
    stem: safeMarkdown(cells.stem ?? ''),
    body,
    hint: markdownOf(cells.hint),
    explanation: markdownOf(cells.explanation),
    followUp: markdownOf(cells.follow_up),
    interviewer: markdownOf(cells.interviewer),
    topic: cells.topic,
    concepts: valuesIn(cells.concepts),
    level: LEVELS.find((name) => name === level?.toLowerCase()),
    tags: valuesIn(cells.tags),
    sources: url === undefined ? [] : [{ title: source ?? url, url }],
    seconds: seconds === undefined ? undefined : Number(seconds),
    notes: [],
  };
}

const markdownOf = (cell: string | undefined) => (cell === undefined ? undefined : safeMarkdown(cell));
const valuesIn = (cell = '') => cell.split(/\s*[;,]\s*/).filter(Boolean);
const semicolons = (cell = '') => cell.split(/\s*;\s+|\s+;\s*|\n/).filter(Boolean);

function bodyOf(cells: Cells): ForeignBody | { refused: Note } {
  const { correct = '' } = cells;
  const type = (cells.type ?? '').toLowerCase().replace(/[ _]/g, '-') || guessType(cells);
  switch (type) {
    case 'single-choice':
    case 'multiple-choice':
    case 'mc':
    case 'choice':
      return choiceOf(cells, type === 'multiple-choice');
    case 'true-false':
    case 'tf':
      if (!/^(true|false|t|f|yes|no|wahr|falsch)$/i.test(correct)) return { refused: { code: 'no-answer' } };
      return { kind: 'truth', answer: /^(true|t|yes|wahr)$/i.test(correct) };
    case 'short-answer':
      return wordsOf(correct);
    case 'numeric':
      return figureOf(correct);
    case 'ordering':
      return { kind: 'order', items: optionsOf(cells).map(({ text }) => safeMarkdown(text)) };
    case 'matching':
      return matchOf(cells);
    case 'open':
      return essayOf(cells);
    default:
      return { refused: { code: 'no-form', detail: `type ${type}` } };
  }
}

/** A sheet without a column `type`: options make a choice, true and false a statement, a figure a figure. */
function guessType(cells: Cells): string {
  const { correct = '' } = cells;
  if (optionsOf(cells).length > 0) return rightOnes(cells).length > 1 ? 'multiple-choice' : 'single-choice';
  if (/^(true|false)$/i.test(correct)) return 'true-false';
  return correct.length > 60 ? 'open' : 'short-answer';
}

const optionsOf = (cells: Cells) =>
  LETTERS.flatMap((letter) => {
    const text = cells[letter];
    return text === undefined ? [] : [{ letter, text, why: markdownOf(cells[`why_${letter}`]) }];
  });

/** Letters such as `a;c`, or the text of the right option itself. */
function rightOnes(cells: Cells): string[] {
  const correct = (cells.correct ?? '').trim();
  const options = optionsOf(cells);
  const letters = correct
    .toLowerCase()
    .split(/[\s;,]+/)
    .filter(Boolean);
  const byDigit = letters.map((letter) => (/^[1-9]$/.test(letter) ? LETTERS[Number(letter) - 1]! : letter));
  if (byDigit.every((letter) => options.some((option) => option.letter === letter))) return byDigit;
  return options.filter(({ text }) => text === correct).map(({ letter }) => letter);
}

function choiceOf(cells: Cells, several: boolean): ForeignBody {
  const right = rightOnes(cells);
  const options = optionsOf(cells).map(({ letter, text, why }) => ({
    text: safeMarkdown(text),
    right: right.includes(letter),
    why,
  }));
  return { kind: 'choice', options, several };
}

/** Accepted wordings between semicolons; `50 % wording` is worth half. */
function wordsOf(correct: string): ForeignBody {
  const values = semicolons(correct);
  const near = values.flatMap((value) => {
    const found = /^(\d{1,2}(?:\.\d+)?)\s?%\s+(.+)$/.exec(value);
    return found ? [{ value, credit: Number(found[1]) / 100, text: found[2] ?? '' }] : [];
  });
  const partial = near.map(({ credit, text }) => ({ credit, text }));
  return {
    kind: 'words',
    answers: values.filter((value) => !near.some((one) => one.value === value)),
    partial,
  };
}

/** `8.76`, `8.76 hours`, `8.76 ± 0.05 hours`: in the notations people type, `8,76` and `10,000` too. */
function figureOf(correct: string): ForeignBody | { refused: Note } {
  const quantities = correct.split(/\s*(?:±|\+-|\+\/-|:)\s*/).map(parseQuantity);
  const [answer, tolerance] = quantities;
  const isRead = quantities.length < 3 && !quantities.includes(undefined);
  if (answer === undefined || !isRead || (tolerance?.value ?? 0) < 0)
    return { refused: { code: 'not-a-figure', detail: correct } };
  const unit = (tolerance ?? answer).unit || answer.unit;
  return {
    kind: 'figure',
    answer: answer.value,
    tolerance: tolerance?.value ?? 0,
    unit: unit === '' ? undefined : unit,
  };
}

function matchOf(cells: Cells): ForeignBody {
  const sides = optionsOf(cells).map(({ text, why }) => {
    const at = text.startsWith(PAIR_SIGN.trimStart()) ? 0 : text.indexOf(PAIR_SIGN);
    const from = at <= 0 ? PAIR_SIGN.trimStart().length : at + PAIR_SIGN.length;
    return at < 0
      ? { left: '', right: safeMarkdown(text), why }
      : { left: safeMarkdown(text.slice(0, at)), right: safeMarkdown(text.slice(from)), why };
  });
  return {
    kind: 'match',
    pairs: sides.filter(({ left }) => left !== ''),
    extra: sides.filter(({ left }) => left === '').map(({ right }) => right),
  };
}

/** Points of the rubric as `2 x text`; `why_a` holds wordings between semicolons. */
function essayOf(cells: Cells): ForeignBody {
  const rubric = optionsOf(cells).map(({ letter, text }) => {
    const weighted = /^(\d+(?:\.\d+)?) x (.+)$/s.exec(text);
    const accept = semicolons(cells[`why_${letter}`]);
    return { text: weighted?.[2] ?? text, weight: Number(weighted?.[1] ?? 1), accept };
  });
  return { kind: 'essay', rubric, modelAnswer: safeMarkdown(cells.correct ?? '') };
}
