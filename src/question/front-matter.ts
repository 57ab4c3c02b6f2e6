// A file cut into front matter and body. The only file that knows gray-matter.

import matter from 'gray-matter';
import type { ProblemCode } from './problem-messages.js';
import { parseYamlText, YamlTextError } from './yaml-text.js';

export interface CutFile {
  data: Record<string, unknown>;
  body: string;
  /** 1-based line of the file on which the body starts. */
  bodyLine: number;
}

export interface CutProblem {
  code: ProblemCode;
  line: number;
  column: number;
  args: Readonly<Record<string, string | number>>;
}

/**
 * Every scalar comes back as text. Refused: a first line other than `---` (gray-matter would run `---js`), no closing
 * line, YAML errors, aliases, anything but a block of fields.
 */
export function cutFile(text: string): CutFile | { problems: CutProblem[] } {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (!source.startsWith('---\n')) return refused('front-matter-missing');
  const closed = source.indexOf('\n---', 3);
  if (closed < 0) return refused('front-matter-unclosed');
  const bodyLine = source.slice(0, closed + 1).split('\n').length + 1;
  // gray-matter would take any line that begins with --- for the closing one.
  if (!/^\n---(\n|$)/.test(source.slice(closed, closed + 5)))
    return refused('front-matter-unclosed', bodyLine - 1);
  try {
    // Options on every call: without them gray-matter caches, and a bad file parsed twice gives {}.
    const file = matter(source, {
      language: 'yaml',
      engines: { yaml: (block) => parseYamlText(block) as object },
    });
    const data: unknown = file.data;
    if (typeof data !== 'object' || data === null || Array.isArray(data))
      return refused('front-matter-not-fields');
    if (Object.keys(data).length === 0) return refused('front-matter-empty');
    return { data: data as Record<string, unknown>, body: file.content, bodyLine };
  } catch (error) {
    if (!(error instanceof YamlTextError)) throw error;
    // The engine gets the block with the newline behind ---: its lines are the lines of the file.
    const { code, line, column, reason } = error.problem;
    return refused(code, line, column, { reason });
  }
}

function refused(
  code: ProblemCode,
  line = 1,
  column = 1,
  args: CutProblem['args'] = {},
): { problems: CutProblem[] } {
  return { problems: [{ code, line, column, args }] };
}
