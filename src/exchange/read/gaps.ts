// A text with several gaps, whatever program wrote it -> a snippet with blanks.

import type { ForeignGap, MadeQuestion } from '../foreign-question.js';
import { htmlToMarkdown, htmlToText } from '../markup/html-to-markdown.js';
import { escapeText } from '../markup/safe-markdown.js';
import type { Note } from '../notes.js';

export interface FoundGap extends Omit<ForeignGap, 'id'> {
  /** What stands in the HTML in its place, once. */
  mark: string;
  /** Where one word of a list was to be chosen: the list. */
  options?: readonly string[] | undefined;
}

const BLOCK_ENDS = /<\/?(?:p|div|br|li|ul|ol|tr|table|blockquote|h[1-6]|pre)\b[^>]{0,500}>/gi;

/** The stem, and the text as a snippet: a line a paragraph. Refused where a gap has no answer, or not one place. */
export function gapsOf(html: string, found: readonly FoundGap[], notes: Note[]): MadeQuestion {
  if (found.some((gap) => gap.answer === undefined && !gap.answers?.some((text) => text.trim() !== '')))
    return { refused: { code: 'no-answer' } };
  if (found.some(({ mark }) => html.split(mark).length !== 2))
    return { refused: { code: 'no-form', detail: 'a gap without a place' } };
  const inOrder = [...found].sort((a, b) => html.indexOf(a.mark) - html.indexOf(b.mark));
  const marked = inOrder.reduce(
    (text, { mark }, index) => text.replace(mark, () => ` {{${idOf(index)}}} `),
    html,
  );
  notes.push(...htmlToMarkdown(html).notes);
  const lines = marked.split(BLOCK_ENDS).map(tightLine).filter(Boolean);
  const lists = inOrder.flatMap(({ options }, index) =>
    options === undefined
      ? []
      : [`* ${index + 1}: ${options.map((option) => escapeText(option, false)).join(' / ')}`],
  );
  if (lists.length > 0) notes.push({ code: 'gaps-typed' });
  return {
    stem: ['Fill in the blanks.', ...(lists.length > 0 ? [`Choose from:\n\n${lists.join('\n')}`] : [])].join(
      ' ',
    ),
    body: {
      kind: 'gaps',
      snippet: lines.join('\n'),
      gaps: inOrder.map(({ mark: _, options: __, ...gap }, index) => ({ ...gap, id: idOf(index) })),
    },
  };
}

const idOf = (index: number) => `gap-${index + 1}`;

/** One line of plain text; no blank before the sign that ends a clause. */
const tightLine = (html: string) =>
  htmlToText(html)
    .replace(/(\{\{gap-\d+\}\}) (?=[.,;:!?)\]])/g, '$1')
    .replace(/([([]) (?=\{\{gap-\d+\}\})/g, '$1');
