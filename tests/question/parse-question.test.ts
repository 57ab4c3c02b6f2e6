// Every problem a question file can have, each shown by a broken file in tests/fixtures/questions: code, line and column.

import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../src/question/file-limit.js';
import { parseQuestion } from '../../src/question/parse-question.js';
import { byPlace, type Problem } from '../../src/question/problem.js';
import { problemLine } from '../../src/question/problem-line.js';
import { PROBLEM_MESSAGES } from '../../src/question/problem-messages.js';
import type { Question, ShortAnswer } from '../../src/question/question.js';
import { BROKEN } from './broken-files.js';

const FOLDER = new URL('../fixtures/questions/', import.meta.url);

const fixture = (name: string) => readFileSync(new URL(`${name}.md`, FOLDER), 'utf8');

/** `12:5 choices-no-key` for every problem, by place. */
function found(text: string, name: string): string[] {
  const { question, problems } = parseQuestion(text, `${name}.md`, name);
  expect(question === undefined, 'a question comes back exactly when there is no problem').toBe(
    problems.length > 0,
  );
  return problems.sort(byPlace).map(({ line, column, code }) => `${line}:${column} ${code}`);
}

/** Found when a folder is read or a bank is made, not in the text of one file. */
const NOT_OF_ONE_TEXT = [
  'file-not-regular',
  'file-unreadable',
  'file-not-text',
  'file-missing',
  'file-ending',
  'file-name-not-text',
  'folder-too-deep',
  'folder-is-link',
  'pack-file-name',
  'pack-empty',
  'profile-topic-unknown',
  'id-device-name',
  'id-taken',
  'topic-unknown',
  'concept-unknown',
  'answers-orphan',
  'answers-not-open',
  'answers-item-differs',
  'answers-id-unknown',
  'pack-file-malformed',
  'pack-too-many-files',
];

describe('broken files', () => {
  it.each(Object.entries(BROKEN))('%s', (name, problems) => {
    expect(found(fixture(name), name)).toEqual(problems);
  });

  it('there is one for every problem code of a single file', () => {
    const shown = new Set([
      ...Object.values(BROKEN)
        .flat()
        .map((line) => line.split(' ')[1]),
      'file-too-large',
    ]);
    expect([...shown].sort()).toEqual(
      Object.keys(PROBLEM_MESSAGES)
        .filter((code) => !NOT_OF_ONE_TEXT.includes(code))
        .sort(),
    );
  });

  it('every fixture is in a table of this file', () => {
    const files = readdirSync(FOLDER).map((file) => basename(file, '.md'));
    expect(files.filter((name) => !name.startsWith('valid-')).sort()).toEqual(Object.keys(BROKEN).sort());
  });

  it.each(Object.keys(BROKEN))('%s: the message names every argument and says what to do', (name) => {
    for (const problem of parseQuestion(fixture(name), `${name}.md`, name).problems) {
      expect(problemLine(problem)).toMatch(/^[a-z-]+\.md:\d+:\d+ {2}error {2}[a-z-]+ {2}\S.{14,}$/);
      expect(problemLine(problem)).not.toMatch(/undefined|\{\w+\}|""/);
    }
  });

  it('a message reads as a person would write it', () => {
    const messages = (name: string) =>
      parseQuestion(fixture(name), `${name}.md`, name).problems.map((problem: Problem) =>
        problemLine(problem),
      );
    expect(messages('seconds-not-whole')).toEqual([
      'seconds-not-whole.md:7:10  error  field-wrong-shape  "seconds" must be a whole number',
    ]);
    expect(messages('choices-many-keys')).toEqual([
      'choices-many-keys.md:8:3  error  choices-many-keys  2 choices are marked right; keep one, or use type: multiple-choice',
    ]);
  });
});

describe('unsafe files', () => {
  it('code in front matter is refused, never run', () => {
    found(fixture('front-matter-js'), 'front-matter-js');
    found(fixture('yaml-function-tag'), 'yaml-function-tag');
    expect(Reflect.get(globalThis, 'ranFrontMatter')).toBeUndefined();
  });

  it('the same broken file is broken every time it is parsed', () => {
    const twice = [1, 2].map(() => found(fixture('yaml-colon-unquoted'), 'yaml-colon-unquoted'));
    expect(twice[1]).toEqual(twice[0]);
  });

  it('64 KiB are read, one byte more is not, whatever it holds', () => {
    expect(MAX_FILE_BYTES).toBe(65_536);
    const valid = fixture('valid-fenced-headings');
    const filled = valid + 'x'.repeat(MAX_FILE_BYTES - Buffer.byteLength(valid));
    expect(found(filled, 'valid-fenced-headings')).toEqual([]);
    expect(found(`${filled}x`, 'valid-fenced-headings')).toEqual(['1:1 file-too-large']);
    expect(found('é'.repeat(MAX_FILE_BYTES / 2 + 1), 'accents')).toEqual(['1:1 file-too-large']);
  });

  it.each([
    ['hashes', `## ${'#'.repeat(60_000)}x`],
    ['blanks', `## a${' '.repeat(60_000)}x`],
    ['brackets', `${'['.repeat(60_000)}`],
  ])('a line of 60,000 %s is read to its end', (_, line) => {
    const text = fixture('valid-fenced-headings').replace('## Explanation ##', `${line}\n\n## Explanation`);
    expect(parseQuestion(text, 'long.md')).toHaveProperty('problems');
  });

  it('names of the language itself are ordinary unknown names', () => {
    const valid = fixture('valid-fenced-headings');
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const typed = found(valid.replace('type: true-false', `type: ${name}`), 'valid-fenced-headings');
      expect(typed).toEqual(['5:7 field-not-allowed']);
      const fields = found(
        valid.replace('reviewed:', `${name}: { a: b }\nreviewed:`),
        'valid-fenced-headings',
      );
      expect(fields).toEqual(['11:1 field-unknown']);
    }
  });
});

describe('accepted files', () => {
  const parse = (text: string, name: string): Question => {
    const { question, problems } = parseQuestion(text, `${name}.md`, name);
    expect(problems).toEqual([]);
    return question as Question;
  };

  it('headings inside fenced code are no sections', () => {
    const question = parse(fixture('valid-fenced-headings'), 'valid-fenced-headings');
    expect(question.hint).toBeUndefined();
    expect(question.stem).toContain('## Nor this');
    expect(question.explanation).toBe('Only this one.');
  });

  it('scalars stay the text that was written', () => {
    const question = parse(fixture('valid-scalars-stay-text'), 'valid-scalars-stay-text') as ShortAnswer;
    expect(question.answers).toEqual([
      '010',
      '12:30',
      '1.1',
      '2026-11-20',
      'true',
      'null',
      '1e3',
      '0x1F',
      '~',
    ]);
    expect(question.reviewed).toBe('2026-11-20');
  });

  it('CRLF, lone CR and a byte order mark are taken as if they were not there', () => {
    const text = fixture('valid-fenced-headings');
    const plain = parse(text, 'valid-fenced-headings');
    for (const same of [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `\ufeff${text}`]) {
      expect(parse(same, 'valid-fenced-headings')).toEqual(plain);
    }
  });

  it('places are the same with CRLF and a byte order mark', () => {
    const text = `\ufeff${fixture('six-mistakes').replaceAll('\n', '\r\n')}`;
    expect(found(text, 'six-mistakes')).toEqual(BROKEN['six-mistakes']);
  });

  it('left out: everyone, no tags, and the seconds of type and level', () => {
    const question = parse(fixture('valid-fenced-headings'), 'valid-fenced-headings');
    expect(question).toMatchObject({
      roles: [],
      tags: [],
      seconds: 30,
      level: 'foundation',
      type: 'true-false',
      answer: true,
    });
  });

  it('text that is not a file may have any id', () => {
    const text = fixture('valid-fenced-headings');
    expect(parseQuestion(text, 'stdin').problems).toEqual([]);
    expect(parseQuestion(text, 'stdin', 'other').problems.map(({ code }) => code)).toEqual(['id-differs']);
  });
});
