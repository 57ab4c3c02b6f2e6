// New packs and questions, and lint for other programs.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newQuestionFile } from '../../src/question/new-question.js';
import { parseQuestion } from '../../src/question/parse-question.js';
import { QUESTION_TYPES } from '../../src/question/vocabulary.js';
import { temporaryHome } from '../support/home.js';
import { folderOf, packFile, questionFile, temporaryFolder } from '../support/hostile-pack.js';
import { run } from '../support/run.js';

test.each(QUESTION_TYPES)('a new question of type %s parses as it is', (type) => {
  const text = newQuestionFile({
    id: 'x',
    type,
    topic: 't',
    concept: 'c',
    level: 'foundation',
    today: '2026-11-20',
  });
  expect(parseQuestion(text, 'x.md', 'x').problems).toEqual([]);
});

describe('new', () => {
  test('a pack that lints without an error, and a question in it', async () => {
    const home = temporaryHome();
    const folder = join(temporaryFolder(), 'My pack!');
    expect((await run(['new', 'pack', folder], { home })).code).toBe(0);
    expect((await run(['lint', folder], { home })).out).toContain('0 errors');
    expect(
      (await run(['new', 'question', 'retry-budget', '--type', 'open', '--into', folder], { home })).code,
    ).toBe(0);
    const both = await run(['lint', folder], { home });
    expect(both.out, 'two templates are no two keys of one question').not.toContain('keys-conflict');
    expect((await run(['new', 'question', 'retry-budget', '--into', folder], { home })).err).toContain(
      'exists already',
    );
    expect((await run(['new', 'question', 'Retry Budget', '--into', folder], { home })).err).toContain(
      'such as retry-budget',
    );
    expect((await run(['new', 'thing', 'x'], { home })).code).toBe(2);
  });
});

describe('lint for other programs', () => {
  const hostile = () =>
    folderOf({
      'pack.yaml': packFile('team'),
      'a,b.md': questionFile('team', 'other', { answer: 'perhaps % \n' }),
    });

  test('GitHub: one annotation a problem, commas and colons of names escaped, the lines beside it', async () => {
    const { out, code } = await run(['lint', hostile(), '--format', 'github']);
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=.*a%2Cb\.md,line=\d+,col=\d+,title=field-not-allowed::/m);
    expect(out).toMatch(/^.*a,b\.md:\d+:\d+ {2}error {2}field-not-allowed {2}/m);
  });

  test('SARIF: rules, levels and places', async () => {
    const log = JSON.parse((await run(['lint', hostile(), '--format', 'sarif'])).out);
    expect(log.version).toBe('2.1.0');
    const [{ tool, results }] = log.runs;
    expect(results.length).toBeGreaterThan(0);
    for (const { ruleId, ruleIndex, locations } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(locations[0].physicalLocation.region.startLine).toBeGreaterThan(0);
    }
  });

  test('the problem matcher reads every line', async () => {
    const { problemMatcher } = JSON.parse(readFileSync('docs/problem-matcher.json', 'utf8'));
    const pattern = new RegExp(problemMatcher[0].pattern[0].regexp);
    const lines = (await run(['lint', hostile()])).out.trim().split('\n').slice(0, -1);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !pattern.test(line))).toEqual([]);
  });

  test('the schema of pack.yaml knows its fields', async () => {
    const schema = JSON.parse((await run(['schema', 'pack'])).out);
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining(['id', 'title', 'draft', 'topics']),
    );
  });
});
