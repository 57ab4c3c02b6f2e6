import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { contentHash, keyHash } from '../../src/question/identity.js';
import { parseQuestion } from '../../src/question/parse-question.js';
import { problemLine } from '../../src/question/problem-line.js';
import { gradeOf, rightResponseOf } from '../../src/question/type-rules.js';
import { below, dice, pick } from './dice.js';

const MUTATIONS = 2000;
const SLOWEST_MS = 2000;
const chance = dice(42);

const FOLDER = join(import.meta.dirname, '../../questions');
const SAMPLES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => ({ name: basename(name, '.md'), text: readFileSync(join(FOLDER, name), 'utf8') }));

const NASTIES = [
  '---js\n',
  '---\n',
  '\n---\n',
  '&a [*a, *a]',
  '*nobody',
  '<<: {type: open}',
  '__proto__: {type: open}',
  'constructor: x',
  '!!js/function "function(){}"',
  '!!binary x',
  '\u0000',
  '\u001b[2J',
  '\ufeff',
  '\u2028',
  '\ud800',
  '\t',
  '\r',
  '{{{{{{',
  '[[[[[[',
  ']]',
  '"',
  "'",
  '`'.repeat(50),
  ': ',
  '- ',
  '? ',
  '| ',
  '> ',
  '%YAML 9.9',
  '10e999',
  '0x1F',
  'NaN',
  '.inf',
  '~',
  'null',
  '12:30',
  '2026-02-31',
  'type: numeric\n',
  'type: essay\n',
  'id: con\n',
  'choices:\n',
  'answer: yes\n',
  'seconds: -1\n',
  '## Hint\n',
  '## Hint\n## Hint\n',
  '```\n',
  `${'['.repeat(3000)}`,
  `${'{a: '.repeat(2000)}`,
  `${'- '.repeat(2000)}`,
  'x'.repeat(70_000),
  `${'k: v\n'.repeat(3000)}`,
];

const at = (text: string) => below(chance, text.length + 1);
const linesOf = (text: string) => text.split('\n');

const MUTATE: Record<string, (text: string) => string> = {
  truncated: (text) => text.slice(0, at(text)),
  'without its start': (text) => text.slice(at(text)),
  'with a nasty': (text) => {
    const place = at(text);
    return text.slice(0, place) + pick(chance, NASTIES) + text.slice(place);
  },
  'with a nasty line': (text) => {
    const lines = linesOf(text);
    lines.splice(below(chance, Math.min(lines.length, 40)), 0, pick(chance, NASTIES));
    return lines.join('\n');
  },
  'with a nasty value': (text) => {
    const lines = linesOf(text);
    const places = lines.flatMap((line, place) => (/^\s*(- )?\w+:/.test(line) ? [place] : []));
    const place = pick(chance, places);
    lines[place] = (lines[place] as string).replace(/:.*/s, `: ${pick(chance, NASTIES)}`);
    return lines.join('\n');
  },
  'with lines gone': (text) =>
    linesOf(text)
      .filter(() => chance() > 0.15)
      .join('\n'),
  'with lines twice': (text) =>
    linesOf(text)
      .flatMap((line) => (chance() < 0.1 ? [line, line] : [line]))
      .join('\n'),
  'with lines moved': (text) => {
    const lines = linesOf(text);
    const [line = ''] = lines.splice(below(chance, lines.length), 1);
    lines.splice(below(chance, lines.length), 0, line);
    return lines.join('\n');
  },
  'indented otherwise': (text) =>
    linesOf(text)
      .map((line) => (chance() < 0.1 ? `  ${line}` : chance() < 0.1 ? line.trimStart() : line))
      .join('\n'),
  'flipped bits': (text) => {
    const bytes = Buffer.from(text);
    for (let count = 1 + below(chance, 8); count > 0; count -= 1) {
      const place = below(chance, bytes.length);
      bytes[place] = (bytes[place] as number) ^ (1 << below(chance, 8));
    }
    return bytes.toString('utf8');
  },
  spliced: (text) => {
    const other = pick(chance, SAMPLES).text;
    return text.slice(0, at(text)) + other.slice(at(other));
  },
  noise: () =>
    `---\n${Buffer.from(Array.from({ length: below(chance, 2000) }, () => below(chance, 256))).toString('utf8')}\n---\n`,
};

/** What everything behind the parser does with its result. */
function use(text: string, name: string): 'question' | 'problems' {
  const { question, problems } = parseQuestion(text, `${name}.md`, name);
  for (const problem of problems) {
    expect(problemLine(problem)).not.toContain('\n');
    expect([problem.line, problem.column].every((place) => Number.isInteger(place) && place >= 1)).toBe(true);
  }
  if (question === undefined) {
    expect(problems.length).toBeGreaterThan(0);
    return 'problems';
  }
  contentHash(question);
  keyHash(question);
  expect(gradeOf(question, rightResponseOf(question)).credit).toBe(1);
  return 'question';
}

test(`${MUTATIONS} mutated question files: problems, never an exception`, () => {
  expect(SAMPLES.length).toBeGreaterThan(0);
  const kinds = Object.keys(MUTATE);
  const failures: string[] = [];
  const counts = { question: 0, problems: 0 };
  let slowest = 0;
  for (let number = 0; number < MUTATIONS; number += 1) {
    const { name, text } = pick(chance, SAMPLES);
    const kind = kinds[number % kinds.length] as string;
    const mutated = MUTATE[kind]?.(text) as string;
    const start = performance.now();
    try {
      counts[use(mutated, name)] += 1;
    } catch (error) {
      failures.push(`mutation ${number}: ${name} ${kind}: ${(error as Error).stack?.slice(0, 600)}`);
    }
    slowest = Math.max(slowest, performance.now() - start);
  }
  console.log(
    `${MUTATIONS} mutated question files: ${counts.problems} refused, ${counts.question} still good, ` +
      `${failures.length} exceptions, slowest ${Math.round(slowest)} ms`,
  );
  expect(failures).toEqual([]);
  expect(slowest).toBeLessThan(SLOWEST_MS);
  expect(Math.min(counts.question, counts.problems)).toBeGreaterThan(100);
});
