// questions/coverage.yaml decoded, and the page docs/coverage.md made of it and the bank. Pure.

import type { Bank } from '../src/bank/bank.js';
import type { BankEntry } from '../src/bank/entry.js';
import { decodeAs } from '../src/question/schema.js';
import { parseYamlText } from '../src/question/yaml-text.js';

export interface Row {
  id: string;
  /** What an interviewer asks, in our own words. */
  asks: string;
  kind: string;
  questions: string[];
}

export interface Misconception {
  id: string;
  claim: string;
  fact: string;
  questions: string[];
}

export interface Coverage {
  /** Concepts that come up most. */
  hot: string[];
  rows: Row[];
  misconceptions: Misconception[];
}

/** Throws when the file has another form: it is our own. */
export function decodeCoverage(text: string): Coverage {
  const decoded = decodeAs<Coverage>((z) => {
    const questions = z.array(z.string()).min(1);
    return z.strictObject({
      hot: z.array(z.string()),
      rows: z.array(z.strictObject({ id: z.string(), asks: z.string(), kind: z.string(), questions })),
      misconceptions: z.array(
        z.strictObject({ id: z.string(), claim: z.string(), fact: z.string(), questions }),
      ),
    });
  }, parseYamlText(text));
  if ('issues' in decoded) throw new Error(`coverage.yaml: ${JSON.stringify(decoded.issues)}`);
  return decoded.value;
}

/** The page as Markdown. */
export function renderCoverage(coverage: Coverage, bank: Bank): string {
  const link = linker(bank);
  return `${[
    '# What the bank covers',
    'Made by `npx tsx scripts/coverage.ts` from `questions/coverage.yaml` and the questions; `tests/coverage.test.ts` keeps it complete.',
    summary(coverage, bank),
    '## What interviewers ask',
    'Each line is asked by at least one open question; lines that ask the same thing share one.',
    table(
      ['', 'Asked', 'Kind', 'Questions'],
      coverage.rows.map(({ id, asks, kind, questions }) => [id, asks, kind, link(questions)]),
    ),
    '## What candidates get wrong',
    'Each false statement is a wrong option, a red flag or a true-false item in its questions.',
    table(
      ['', 'False', 'Right', 'Questions'],
      coverage.misconceptions.map(({ id, claim, fact, questions }) => [id, claim, fact, link(questions)]),
    ),
    '## Concepts',
    'The questions with the concept as their main subject. The concepts in bold come up most.',
    ...bank.topics.flatMap((topic) => [`### ${topic.title}`, conceptTable(topic.concepts, coverage, bank)]),
  ].join('\n\n')}\n`;
}

function summary({ hot, rows, misconceptions }: Coverage, { entries, topics }: Bank): string {
  const count = (belongs: (entry: BankEntry) => boolean) => entries.filter(belongs).length;
  const concepts = topics.flatMap((topic) => topic.concepts).length;
  const forOthers = count(({ roles }) => roles.some((role) => role !== 'developer'));
  return [
    `- ${entries.length} questions, ${count(({ type }) => type === 'open')} of them open, ${count(({ type }) => type === 'single-choice')} single-choice`,
    `- ${forOthers} marked for roles other than developer, alone or among others`,
    `- ${concepts} concepts in ${topics.length} topics, ${hot.length} of them asked for most`,
    `- ${rows.length} interview questions and ${misconceptions.length} misconceptions`,
  ].join('\n');
}

function conceptTable(
  concepts: readonly { slug: string; title: string }[],
  { hot }: Coverage,
  { entries }: Bank,
): string {
  const lines = concepts.map(({ slug, title }) => {
    const asked = entries.filter((entry) => entry.concepts[0] === slug);
    const questions = asked.map((entry) => `${linkTo(entry)} (${entry.type}, ${entry.level})`).join('<br>');
    return [hot.includes(slug) ? `**${title}**` : title, questions];
  });
  return table(['Concept', 'Questions'], lines);
}

function linker({ entries }: Bank): (ids: readonly string[]) => string {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (ids) =>
    ids.map((id) => (byId.has(id) ? linkTo(byId.get(id) as BankEntry) : `missing: ${id}`)).join('<br>');
}

function linkTo({ id, file }: BankEntry): string {
  return `[${id}](../questions/${file})`;
}

function table(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...lines.map(line)].join('\n');
}
