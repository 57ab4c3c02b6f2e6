// What YAML takes out of a text without a word: an unquoted value cut by a comment, a figure cut in two by the comma of a list.

import type { Problem } from '../../question/problem.js';

/** Values that are texts; a comment behind another one, such as a level, is just a comment. */
const PROSE = /^(?:text|why|left|right|unit|title|know|scope|probe)$/;
const FIELD = /^(\s*(?:- )?)([\w-]+):\s+(.*)$/;
const ITEM = /^(\s*- )(.*)$/;
/** Begins with neither a quote nor a list nor a block, and is followed by a comment. */
const CUT = /^[^\s"'[{|>#][^#]*?\s+(#.*)$/;
const LIST = /\[[^\]"']*\]/g;
const FIGURE = /(?<![\d.])\d{1,3},\d{3}(?![\d.])/;
const BLOCK = /(?::|-)\s+[|>][+-]?\d?\s*$/;

/** Warnings with their places, for the front matter of a question file or for a pack.yaml; `file` names it. */
export function findLostText(source: string, file: string): Problem[] {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const front = text.startsWith('---\n') ? text.slice(0, Math.max(4, text.indexOf('\n---', 3))) : text;
  let blockIndent: number | null = null;
  return front.split('\n').flatMap((line, index): Problem[] => {
    const indent = line.search(/\S/);
    if (blockIndent !== null && (indent < 0 || indent > blockIndent)) return [];
    blockIndent = BLOCK.test(line) ? indent : null;
    const at = (column: number) => ({ file, line: index + 1, column: column + 1 });
    const lost = cutComment(line);
    const figure = cutFigure(line);
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

function cutComment(line: string): string | undefined {
  const field = FIELD.exec(line);
  // A member that is one word is a name, and a comment behind it nothing that was lost.
  const item = field ? undefined : ITEM.exec(line)?.[2];
  const value = field ? (PROSE.test(field[2] ?? '') ? field[3] : undefined) : item;
  if (value === undefined || (item !== undefined && /^[a-z0-9-]+\s+#/.test(item))) return undefined;
  return CUT.exec(value)?.[1];
}

function cutFigure(line: string): string | undefined {
  for (const [list] of line.matchAll(LIST)) {
    const found = FIGURE.exec(list)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}
