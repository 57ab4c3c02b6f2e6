// What YAML takes out of a text without a word: an unquoted value cut by a comment, a figure cut in two by the comma of a list.

import type { Problem } from '../../question/problem.js';

/** Values that are texts; a comment behind another one, such as a level, is just a comment. */
const PROSE = /^(?:text|why|left|right|unit|title|know|scope|probe|snippet|body|target)$/;
const FIELD = /^(\s*(?:- )?)([\w-]+):\s+(.*)$/;
const ITEM = /^(\s*- )(.*)$/;
/** Begins with neither a quote nor a list nor a block, and is followed by a comment. */
const CUT = /^[^\s"'[{|>#][^#]*?\s+(#.*)$/;
/** A list on one line that is open where a comment begins: what is left of the member goes on without it. */
const CUT_IN_LIST = /^\[[^\]#"']*[^\s\]#"',[]\s+(#.*)$/;
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g;
const FIGURE = /(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.,])|(?<![\d.,])\d{1,3}(?:,\d{3})+(?=,(?:\s|$))/;
const BLOCK = /(?::|-)\s+[|>][+-]?\d?\s*$/;

/** Warnings with their places, for the front matter of a question file or for a pack.yaml; `file` names it. */
export function findLostText(source: string, file: string): Problem[] {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const front = text.startsWith('---\n') ? text.slice(0, Math.max(4, text.indexOf('\n---', 3))) : text;
  let blockIndent: number | null = null;
  /** The line before belongs to an unquoted text, to a list that is still open, or to neither. */
  let open: Open = null;
  return front.split('\n').flatMap((line, index): Problem[] => {
    const indent = line.search(/\S/);
    if (blockIndent !== null && (indent < 0 || indent > blockIndent)) return [];
    blockIndent = BLOCK.test(line) ? indent : null;
    const at = (column: number) => ({ file, line: index + 1, column: column + 1 });
    const lost = cutComment(line, open);
    const figure = cutFigure(line, open);
    open = openAfter(line, open);
    return [
      ...(lost === undefined
        ? []
        : [
            {
              code: 'comment-cuts-text',
              severity: 'warning' as const,
              message: '"{lost}" is a comment to YAML and not part of the text; put the text in quotes',
              args: { lost },
              ...at(line.indexOf(lost)),
            },
          ]),
      ...(figure === undefined
        ? []
        : [
            {
              code: 'list-cuts-figure',
              severity: 'warning' as const,
              message: '"{figure}" are two members of the list; put a figure with a comma in quotes',
              args: { figure },
              ...at(line.indexOf(figure)),
            },
          ]),
    ];
  });
}

type Open = 'text' | 'list' | null;

function openAfter(line: string, open: Open): Open {
  const field = FIELD.exec(line);
  if (!field && (open === null || /^\s*- |^\S/.test(line))) return null;
  if (!field) return open === 'list' && line.includes(']') ? null : open;
  const value = field[3] ?? '';
  if (value.startsWith('['))
    return withoutQuoted(value).includes(']') || /["']/.test(withoutQuoted(value)) ? null : 'list';
  return PROSE.test(field[2] ?? '') && /^[^\s"'[{|>#]/.test(value) ? 'text' : null;
}

function cutComment(line: string, open: Open): string | undefined {
  const field = FIELD.exec(line);
  if (!field && open === 'text') return CUT.exec(line.trimStart())?.[1];
  // A member that is one word is a name, and a comment behind it nothing that was lost.
  const item = field ? undefined : ITEM.exec(line)?.[2];
  const value = field ? field[3] : item;
  if (value === undefined || (item !== undefined && /^[a-z0-9-]+\s+#/.test(item))) return undefined;
  const inList = CUT_IN_LIST.exec(value)?.[1];
  if (inList !== undefined) return inList;
  const isProse =
    !field ||
    PROSE.test(field[2] ?? '') ||
    (field[2] === 'answer' && /^[a-z]+ \S+ +\S/i.test(value) && !/^(?:true|false)\b/i.test(value));
  return isProse ? CUT.exec(value)?.[1] : undefined;
}

function cutFigure(line: string, open: Open): string | undefined {
  // A quote that goes on below hides what stands behind it.
  const plain = withoutQuoted(line).replace(/["'].*$/, '');
  const start = open === 'list' ? 0 : plain.indexOf('[');
  if (start < 0 || (open !== 'list' && !/^\s*(?:- )?[\w-]+:\s+\[/.test(plain))) return undefined;
  const end = plain.indexOf(']', start);
  return FIGURE.exec(plain.slice(start, end < 0 ? undefined : end))?.[0];
}

/** Of the same length, so that columns stay. */
const withoutQuoted = (text: string) => text.replace(QUOTED, (quoted) => '_'.repeat(quoted.length));
