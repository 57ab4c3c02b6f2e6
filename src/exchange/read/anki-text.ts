// Anki's text export with its `#` headers, and plain two-column lists such as Quizlet's.

import type { ForeignFile, ReadResult } from '../foreign-question.js';
import { cardToQuestions } from './card.js';
import { readRows, separatorOf } from './rows.js';
import { readText } from './text-file.js';

interface Headers {
  separator?: string;
  isHtml: boolean;
  /** 1-based columns. */
  tagsColumn?: number;
  deckColumn?: number;
  idColumn?: number;
  /** Columns that say how a note is kept, not what it asks. */
  others: number[];
  tags: string[];
  deck?: string;
}

const SEPARATORS: Readonly<Record<string, string>> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  space: ' ',
  pipe: '|',
  colon: ':',
};

/** Cards of `#separator:tab` files: the first free column is the front, the others together the back. */
export async function readAnkiText(file: ForeignFile): Promise<ReadResult> {
  const read = readText(file);
  if ('refused' in read) return read.refused;
  const { headers, count } = headersOf(read.text);
  const text = read.text.split('\n').slice(count).join('\n');
  const separator = headers.separator ?? separatorOf(text);
  const found = readRows(text, { separator, linesBefore: count, comment: '#' });
  if ('refused' in found) return found.refused;
  const special = new Set([headers.tagsColumn, headers.deckColumn, headers.idColumn, ...headers.others]);
  const questions = found.rows.flatMap(({ cells, line }) => {
    const at = (column: number | undefined) => (column === undefined ? undefined : cells[column - 1]);
    const [front = '', ...back] = cells.filter((_, index) => !special.has(index + 1));
    return cardToQuestions({
      line,
      id: at(headers.idColumn) || undefined,
      front,
      back: back.filter(Boolean).join(headers.isHtml ? '<br><br>' : '\n\n'),
      tags: [...headers.tags, ...(at(headers.tagsColumn) ?? '').split(/\s+/)].filter(Boolean),
      deck: at(headers.deckColumn) || headers.deck,
      isHtml: headers.isHtml,
    });
  });
  return { questions: questions.filter(({ stem }) => stem !== ''), refused: [] };
}

/** Terms and what they mean, a line each, without headers: as Quizlet and others export them. */
export async function readTermList(file: ForeignFile): Promise<ReadResult> {
  return readAnkiText(file);
}

function headersOf(text: string): { headers: Headers; count: number } {
  const headers: Headers = { isHtml: false, others: [], tags: [] };
  let count = 0;
  for (const line of text.split('\n')) {
    const header = /^#([a-z ]+):(.*)$/i.exec(line);
    if (header === null) break;
    count += 1;
    takeHeader(headers, (header[1] ?? '').toLowerCase().trim(), (header[2] ?? '').trim());
  }
  return { headers, count };
}

function takeHeader(headers: Headers, name: string, value: string): void {
  const column = Number(value);
  if (name === 'separator')
    headers.separator = SEPARATORS[value.toLowerCase()] ?? (value.slice(0, 1) || '\t');
  else if (name === 'html') headers.isHtml = value.toLowerCase() === 'true';
  else if (name === 'tags column') headers.tagsColumn = column;
  else if (name === 'deck column') headers.deckColumn = column;
  else if (name === 'guid column') headers.idColumn = column;
  else if (name === 'notetype column') headers.others.push(column);
  else if (name === 'tags') headers.tags = value.split(/\s+/).filter(Boolean);
  else if (name === 'deck') headers.deck = value;
}
