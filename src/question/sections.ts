// The Markdown body cut into stem and sections.

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

/** `## Hint` and the other known headings start a section; what stands before the first is the stem. Fenced code is left alone. */
export function cutSections(body: string, firstLine: number): Sections {
  const texts: Partial<Record<SectionField, string>> = {};
  const problems: CutProblem[] = [];
  let field: SectionField | undefined = 'stem';
  let lines: string[] = [];
  let fence = '';
  const close = () => {
    const text = lines.join('\n').trim();
    if (field !== undefined && text !== '') texts[field] = text;
    lines = [];
  };
  body.split('\n').forEach((line, index) => {
    fence = openFence(fence, line);
    const heading = fence === '' ? headingOf(line) : undefined;
    if (heading === undefined) {
      lines.push(line);
      return;
    }
    close();
    field = Object.hasOwn(SECTION_FIELDS, heading)
      ? SECTION_FIELDS[heading as keyof typeof SECTION_FIELDS]
      : undefined;
    const place = { line: firstLine + index, column: 1 };
    if (field === undefined) problems.push({ code: 'section-unknown', ...place, args: { section: heading } });
    else if (texts[field] !== undefined)
      problems.push({ code: 'section-repeated', ...place, args: { section: heading } });
  });
  close();
  return { texts, problems };
}

/** The fence that is open behind a line, given the one that was open before it; empty for none. */
export function openFence(fence: string, line: string): string {
  // Backticks that close on the same line are inline code.
  const mark = /^ {0,3}(`{3,}(?!.*`)|~{3,})/.exec(line)?.[1];
  if (!mark) return fence;
  if (fence === '') return mark;
  return mark.startsWith(fence) && line.trim() === mark ? '' : fence;
}

/** The text of a level-two heading without closing hashes. In steps, since one pattern for all is cubic in a run of blanks. */
function headingOf(line: string): string | undefined {
  if (!/^##\s/.test(line)) return undefined;
  const text = line.slice(2).trim();
  return text.replace(/(^|\s)#+$/, '').trim() || undefined;
}
