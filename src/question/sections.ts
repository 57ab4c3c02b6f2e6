// The Markdown body cut into stem and sections.

import { readFlow } from '../text/markdown-parser.js';
import { type FencedLine, fencedLines } from './fenced-lines.js';
import type { CutProblem } from './front-matter.js';

export const SECTION_FIELDS = {
  Hint: 'hint',
  Explanation: 'explanation',
  'Follow-up': 'followUp',
  Interviewer: 'interviewer',
  'Model answer': 'modelAnswer',
} as const;
export type SectionField = 'stem' | (typeof SECTION_FIELDS)[keyof typeof SECTION_FIELDS];

export interface Sections {
  texts: Partial<Record<SectionField, string>>;
  problems: CutProblem[];
}

/** `## Hint` and the other known headings start a section; what stands before the first is the stem. Code is left alone. */
export function cutSections(body: string, firstLine: number): Sections {
  const texts: Sections['texts'] = {};
  const problems: CutProblem[] = [];
  const lines = body.split('\n');
  const starts: { line: number; field: SectionField | undefined }[] = [{ line: -1, field: 'stem' }];
  for (const { line, heading } of headingsIn(body, lines)) {
    const field = FIELD_OF.get(heading);
    const place = { line: firstLine + line, column: 1, args: { section: heading } };
    if (field === undefined) problems.push({ code: 'section-unknown', ...place });
    else if (starts.some((start) => start.field === field))
      problems.push({ code: 'section-repeated', ...place });
    starts.push({ line, field });
  }
  starts.forEach(({ line, field }, index) => {
    const text = lines
      .slice(line + 1, starts[index + 1]?.line)
      .join('\n')
      .trim();
    if (field !== undefined && text !== '') texts[field] = text;
  });
  return { texts, problems };
}

const FIELD_OF: ReadonlyMap<string, SectionField> = new Map(Object.entries(SECTION_FIELDS));

/** The headings of two hashes with their lines (from 0): found as CommonMark finds them, so none in code, lists or quotes. */
export function headingsIn(body: string, lines = body.split('\n')): { line: number; heading: string }[] {
  if (!/^ {0,3}##\s/m.test(body)) return [];
  if (!DOUBTFUL.test(body))
    return lines.flatMap((text, line) => {
      const heading = text.startsWith('##') ? headingOf(text) : undefined;
      return heading === undefined ? [] : [{ line, heading }];
    });
  const fenced = fencedLines(body);
  if (isPlain(body, fenced))
    return fenced.flatMap(({ text, code }, line) => {
      const heading = code ? undefined : headingOf(text);
      return heading === undefined ? [] : [{ line, heading }];
    });
  return readFlow(body).flatMap((block) => {
    const line = (block.position?.start.line ?? 0) - 1;
    const isSecond = block.type === 'heading' && block.depth === 2;
    const heading = isSecond ? headingOf(lines[line] ?? '') : undefined;
    return heading === undefined ? [] : [{ line, heading }];
  });
}

/** Code, HTML, or hashes that are indented or followed by another blank: without any of them every line of two hashes is a heading. */
const DOUBTFUL = /^ {0,3}(?:```|~~~|<)|^(?: {1,3}##|##[^\S \t\n])|\r/m;

/**
 * True where two hashes at the beginning of a line are always a heading outside fences in the first column, and nothing else is one:
 * no HTML stands outside lists and quotes, which a heading or a fence in the first column ends. Most texts are; the whole reading
 * costs 20 times more.
 */
function isPlain(body: string, lines: readonly FencedLine[]): boolean {
  return !body.includes('\r') && lines.every(({ text, code }) => (code ? IN_FENCE : OUTSIDE).test(text));
}

/** No fence that is indented, or whose words or blanks could mean something to one reader and nothing to another. */
const IN_FENCE = /^(?! {0,3}(?:```|~~~))|^(?:`{3,}|~{3,})[\w+ -]*$/;
/** Neither HTML, nor what may be a fence and is none, nor hashes that are indented or followed by another blank. */
const OUTSIDE = /^(?! {0,3}(?:```|~~~|<)| {1,3}##|##[^\S \t])/;

/** True where a block may go on to the end of the file: a fence or HTML that begins outside lists and quotes. */
export function mayStayOpen(text: string): boolean {
  return /^ {0,3}(?:```|~~~|<)/m.test(text);
}

/** The text of a level-two heading without closing hashes. In steps, since one pattern for all is cubic in a run of blanks. */
function headingOf(line: string): string | undefined {
  if (!/^ {0,3}##\s/.test(line)) return undefined;
  const text = line.trim().slice(2).trim();
  return text.replace(/(^|\s)#+$/, '').trim() || undefined;
}
