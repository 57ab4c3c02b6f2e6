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
  const source = withLineFeeds(text);
  if (!source.startsWith('---\n')) return refused('front-matter-missing');
  const closed = source.indexOf('\n---', 3);
  if (closed < 0) return refused('front-matter-unclosed');
  const bodyLine = 2 + lineFeedsIn(source, closed + 1);
  // gray-matter would take any line that begins with --- for the closing one.
  if (closed + 4 < source.length && source[closed + 4] !== '\n')
    return refused('front-matter-unclosed', bodyLine - 1);
  try {
    // Without the body, of which it would make three copies.
    const { data }: { data: unknown } = matter(source.slice(0, closed + 4), AS_YAML);
    if (typeof data !== 'object' || data === null || Array.isArray(data))
      return refused('front-matter-not-fields');
    if (Object.keys(data).length === 0) return refused('front-matter-empty');
    return { data: data as Record<string, unknown>, body: source.slice(closed + 5), bodyLine };
  } catch (error) {
    if (!(error instanceof YamlTextError)) throw error;
    // The engine gets the block with the newline behind ---: its lines are the lines of the file.
    const { code, line, column, reason } = error.problem;
    return refused(code, line, column, { reason });
  }
}

/** On every call: without options gray-matter caches, and a bad file parsed twice gives {}. */
const AS_YAML = { language: 'yaml', engines: { yaml: (block: string) => parseYamlText(block) as object } };

function withLineFeeds(text: string): string {
  const unmarked = text.startsWith('\ufeff') ? text.slice(1) : text;
  return unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
}

/** Before `end`. */
function lineFeedsIn(text: string, end: number): number {
  let found = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) found += 1;
  return found;
}

function refused(
  code: ProblemCode,
  line = 1,
  column = 1,
  args: CutProblem['args'] = {},
): { problems: CutProblem[] } {
  return { problems: [{ code, line, column, args }] };
}
