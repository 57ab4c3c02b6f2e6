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
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (fence === '' || (mark.startsWith(fence) && line.trim() === mark))) fence = fence === '' ? mark : '';
    const heading = fence === '' ? /^##\s+(.+?)\s*#*\s*$/.exec(line)?.[1] : undefined;
    if (heading === undefined) {
      lines.push(line);
      return;
    }
    close();
    field = (SECTION_FIELDS as Record<string, SectionField>)[heading];
    const place = { line: firstLine + index, column: 1 };
    if (field === undefined) problems.push({ code: 'section-unknown', ...place, args: { section: heading } });
    else if (texts[field] !== undefined) problems.push({ code: 'section-repeated', ...place, args: { section: heading } });
  });
  close();
  return { texts, problems };
}
