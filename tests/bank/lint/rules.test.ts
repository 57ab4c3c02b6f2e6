// Every lint rule, shown by a fixture in tests/fixtures/bank: a file for a rule on one question, a folder for one on a bank.

import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { makeBank } from '../../../src/bank/bank.js';
import { lintBank, lintQuestion } from '../../../src/bank/lint/lint.js';
import { placeInPackFile, placeInQuestion } from '../../../src/bank/lint/place.js';
import { BANK_RULES, QUESTION_RULES } from '../../../src/bank/lint/rules.js';
import { loadFolderPack } from '../../../src/bank/load-folder-pack.js';
import { parseQuestion } from '../../../src/question/parse-question.js';
import { problemMessage } from '../../../src/question/problem-line.js';
import type { Question } from '../../../src/question/question.js';

const FOLDER = new URL('../../fixtures/bank/', import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, FOLDER), 'utf8');

/** In a fixture line 9 is the text of the first option, 12 or 13 of the second, 16 of the third; 23 is the stem. */
const ON_ONE_QUESTION: Record<string, string[]> = {
  'options-alike': ['warning 16:11'],
  'options-nested': ['warning 16:11'],
  'options-not-parallel': ['warning 9:11'],
  'all-of-the-above': ['warning 16:11'],
  'key-longest': ['warning 9:11'],
  'absolute-distractors': ['warning 16:11'],
  'hedged-key': ['warning 9:11'],
  'stem-negative': ['warning 23:1'],
  'stem-article': ['warning 16:11'],
  'stem-count-mismatch': ['warning 23:1'],
  'begins-quoted': ['warning 15:43'],
  'part-untold': ['warning 12:5'],
  'flaw-inert': ['warning 13:12'],
  'blank-told': ['warning 15:14'],
};

const ON_A_BANK: Record<string, string[]> = {
  'keys-conflict': ['error keys-conflict second-payment 23:1'],
  'stem-repeats': ['error stem-repeats second-payment 23:1'],
  'stem-near-duplicate': ['error stem-near-duplicate ship-parcel 23:1'],
  'stem-echo': ['warning stem-echo reindeer-sledge 9:11'],
  'one-sided-bank': [
    'warning bank-key-longest pack.yaml',
    'warning bank-type-share pack.yaml',
    'warning bank-type-share pack.yaml',
    'warning bank-level-share pack.yaml',
    'warning bank-level-share pack.yaml',
    'warning bank-level-share pack.yaml',
  ],
  'bank-true-false': ['warning bank-true-false pack.yaml'],
  'concept-unasked': ['warning concept-unasked pack.yaml 9:15'],
};

function questionIn(name: string): Question {
  const { question, problems } = parseQuestion(textOf(`${name}.md`), `${name}.md`, name);
  expect(problems).toEqual([]);
  return question as Question;
}

it.each(Object.entries(ON_ONE_QUESTION))('%s is found, and nothing else', (name, places) => {
  const findings = lintQuestion(questionIn(name));
  const found = findings.map(({ code, severity, path }) => {
    const { line, column } = placeInQuestion(textOf(`${name}.md`), path);
    return [code, `${severity} ${line}:${column}`];
  });
  expect(found).toEqual(places.map((place) => [name, place]));
});

it.each(Object.entries(ON_A_BANK))('%s is found, and nothing else', async (name, wanted) => {
  const bank = makeBank([await loadFolderPack(fileURLToPath(new URL(name, FOLDER)), null), await topics()]);
  const entries = bank.entries.filter((entry) => entry.pack !== 'topics');
  const questions = entries.map((entry) => bank.question(entry));
  const own = bank.packs[0]?.pack.topics ?? [];
  const found = lintBank({ questions, topics: own }).map(({ code, severity, question, path }) => {
    const file = question ? `${name}/${question.id}.md` : `${name}/pack.yaml`;
    const placeIn = question ? placeInQuestion : placeInPackFile;
    const place = path.length === 0 ? [] : [Object.values(placeIn(textOf(file), path)).join(':')];
    return [severity, code, question?.id ?? 'pack.yaml', ...place].join(' ');
  });
  expect(found).toEqual(wanted);
  expect(questions.flatMap(lintQuestion)).toEqual([]);
});

/** A pack without questions that brings the topics the fixtures name. */
async function topics() {
  const pack = await loadFolderPack(fileURLToPath(new URL('concept-unasked', FOLDER)), null);
  return { ...pack, pack: { ...pack.pack, id: 'topics' }, files: [] };
}

it('there is a fixture and a message for every rule', () => {
  const codes = [...QUESTION_RULES, ...BANK_RULES].map(({ code }) => code);
  const shown = [
    ...Object.keys(ON_ONE_QUESTION),
    ...Object.values(ON_A_BANK)
      .flat()
      .map((line) => line.split(' ')[1]),
  ];
  expect(new Set(codes).size).toBe(codes.length);
  expect([...new Set(shown)].sort()).toEqual([...codes].sort());
});

it('every fixture is in a table of this file', () => {
  const files = readdirSync(FOLDER).map((file) => basename(file, '.md'));
  expect(files.sort()).toEqual([...Object.keys(ON_ONE_QUESTION), ...Object.keys(ON_A_BANK)].sort());
});

it.each(Object.keys(ON_ONE_QUESTION))('%s: the message names every argument', (name) => {
  for (const { path: _, ...finding } of lintQuestion(questionIn(name))) {
    const message = problemMessage({ ...finding, file: `${name}.md`, line: 1, column: 1 });
    expect(message).not.toMatch(/undefined|\{\w+\}|""/);
  }
});
