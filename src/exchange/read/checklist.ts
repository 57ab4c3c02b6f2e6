// Markdown quizzes: checklists below headings, and the `<quiz>` blocks of mkdocs-quiz.

import { type FencedLine, fencedLines } from '../../question/fenced-lines.js';
import type {
  ForeignBody,
  ForeignFile,
  ForeignOption,
  ForeignQuestion,
  ForeignRefusal,
  ReadResult,
} from '../foreign-question.js';
import { safeMarkdown } from '../markup/safe-markdown.js';
import type { Note } from '../notes.js';
import { readText } from './text-file.js';

interface Line extends FencedLine {
  number: number;
}

interface Section {
  heading: string;
  lines: Line[];
  line: number;
}

/** Each heading with a checklist below it: `- [x]` marks what is right. */
export async function readChecklist(file: ForeignFile): Promise<ReadResult> {
  const read = readText(file);
  if ('refused' in read) return read.refused;
  return readSections(cutAtHeadings(linesOf(read.text)));
}

/** Each `<quiz>` block: stem, checklist or `[[gap]]`, explanation. */
export async function readMkdocsQuiz(file: ForeignFile): Promise<ReadResult> {
  const read = readText(file);
  if ('refused' in read) return read.refused;
  const sections: Section[] = [];
  let open: Section | undefined;
  for (const line of linesOf(read.text)) {
    if (!line.code && /^\s*<quiz>\s*$/i.test(line.text)) open = { heading: '', lines: [], line: line.number };
    else if (!line.code && /^\s*<\/quiz>\s*$/i.test(line.text) && open) {
      sections.push(open);
      open = undefined;
    } else if (open && !/^\s*---+\s*$/.test(line.text)) open.lines.push(line);
  }
  const result = readSections(sections);
  if (open === undefined) return result;
  const unclosed: ForeignRefusal = {
    line: open.line,
    note: { code: 'syntax', detail: '<quiz> is not closed' },
  };
  return { ...result, refused: [...result.refused, unclosed] };
}

function linesOf(text: string): Line[] {
  return fencedLines(text).map((line, index) => ({ ...line, number: index + 1 }));
}

function cutAtHeadings(lines: readonly Line[]): Section[] {
  const sections: Section[] = [{ heading: '', lines: [], line: 1 }];
  for (const line of lines) {
    const heading = line.code ? null : /^#{1,6}\s+(.*?)\s*#*$/.exec(line.text);
    if (heading) sections.push({ heading: heading[1] ?? '', lines: [], line: line.number });
    else sections[sections.length - 1]!.lines.push(line);
  }
  return sections;
}

function readSections(sections: readonly Section[]): ReadResult {
  const questions: ForeignQuestion[] = [];
  const refused: ForeignRefusal[] = [];
  for (const section of sections) {
    const found = questionIn(section);
    if (found === undefined) continue;
    if ('refused' in found)
      refused.push({ line: section.line, name: section.heading || undefined, note: found.refused });
    else questions.push(found);
  }
  return { questions, refused };
}

const BOX = /^(\s*)(?:[-*+]|\d+[.)])\s+\[([ xX])\]\s?(.*)$/;
const NUMBERED = /^(?:Q(?:uestion)?\s*)?\d+\s*[.):]\s*/i;

function questionIn({ heading, lines, line }: Section): ForeignQuestion | { refused: Note } | undefined {
  const first = lines.findIndex(({ text, code }) => !code && BOX.test(text));
  const gaps = first < 0 ? gapsIn(lines) : undefined;
  if (first < 0 && gaps === undefined) return undefined;
  const title = heading.replace(NUMBERED, '');
  const before = first < 0 ? lines : lines.slice(0, first);
  const { options, rest } = first < 0 ? { options: [], rest: [] } : optionsFrom(lines.slice(first));
  const body: ForeignBody = gaps
    ? { kind: 'words', answers: gaps.answers }
    : { kind: 'choice', options, several: options.filter((option) => option.right).length > 1 };
  const written = gaps ? gaps.stem : joined(before).trim();
  const stem = safeMarkdown([title, written].filter((text) => text.trim() !== '').join('\n\n'));
  if (stem === '') return { refused: { code: 'not-a-question', detail: 'a checklist without a question' } };
  const explanation = safeMarkdown(joined(rest)) || (gaps ? safeMarkdown(gaps.explanation) : '') || undefined;
  return {
    line,
    stem,
    body,
    explanation,
    sources: sourcesIn(joined(rest)),
    notes: gaps ? [{ code: 'cloze-blank' }] : [],
  };
}

const joined = (lines: readonly Line[]) => lines.map(({ text }) => text).join('\n');

/** Options with their indented lines; what stands behind the last is the explanation. */
function optionsFrom(lines: readonly Line[]): { options: ForeignOption[]; rest: Line[] } {
  const options: { right: boolean; lines: string[]; indent: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const box = line.code ? null : BOX.exec(line.text);
    const last = options[options.length - 1];
    if (box) options.push({ right: box[2] !== ' ', lines: [box[3] ?? ''], indent: (box[1] ?? '').length });
    else if (last && (line.code || line.text.trim() === '' || /^\s/.test(line.text)) && leads(lines, index))
      last.lines.push(line.text);
    else return { options: options.map(optionOf), rest: lines.slice(index) };
  }
  return { options: options.map(optionOf), rest: [] };
}

/** Code and blank lines belong to an option only while they are indented, or another option follows them. */
function leads(lines: readonly Line[], index: number): boolean {
  for (const line of lines.slice(index, index + 60)) {
    if (!line.code && BOX.test(line.text)) return true;
    if (!line.code && line.text.trim() !== '' && !/^\s/.test(line.text)) return false;
  }
  return /^\s+\S/.test(lines[index]?.text ?? '');
}

const optionOf = ({ right, lines }: { right: boolean; lines: readonly string[] }): ForeignOption => {
  const indents = lines
    .slice(1)
    .flatMap((line) => (line.trim() === '' ? [] : [/^\s*/.exec(line)?.[0].length ?? 0]));
  const least = indents.length > 0 ? Math.min(...indents) : 0;
  return {
    right,
    text: safeMarkdown([lines[0] ?? '', ...lines.slice(1).map((line) => line.slice(least))].join('\n')),
  };
};

/** `[[word]]` in the text is a gap; several accepted words may stand in it, separated by `|`. */
function gapsIn(
  lines: readonly Line[],
): { stem: string; answers: string[]; explanation: string } | undefined {
  const text = joined(lines);
  const gaps = [...text.matchAll(/\[\[([^[\]\n]{1,200})\]\]/g)];
  if (gaps.length !== 1 || lines.some(({ code, text: line }) => code && line.includes('[[')))
    return undefined;
  const [stem = '', ...after] = text.replace(gaps[0]?.[0] ?? '', '_____').split(/\n{2,}/);
  return { stem, answers: (gaps[0]?.[1] ?? '').split('|'), explanation: after.join('\n\n') };
}

function sourcesIn(text: string): { title: string; url: string }[] {
  return [...text.matchAll(/\[([^\]\n]{1,200})\]\((https?:\/\/[^\s()]{1,1000})\)/g)]
    .slice(0, 10)
    .map((found) => ({ title: found[1] ?? '', url: found[2] ?? '' }));
}
