// What the bank promises to cover (issue 6): every interview question, misconception and concept, and the mix of types.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeCoverage, renderCoverage } from '../scripts/coverage-table.js';
import type { BankEntry } from '../src/bank/entry.js';
import { shippedBank } from './support/shipped-bank.js';

const at = (path: string) => new URL(`../${path}`, import.meta.url);
const bank = shippedBank();
const coverage = decodeCoverage(readFileSync(at('questions/coverage.yaml'), 'utf8'));

const byId = new Map(bank.entries.map((entry) => [entry.id, entry]));
const concepts = bank.topics.flatMap((topic) => topic.concepts.map(({ slug }) => slug));
const askedFirst = (slug: string) => bank.entries.filter((entry) => entry.concepts[0] === slug);
const count = (belongs: (entry: BankEntry) => boolean) => bank.entries.filter(belongs).length;
/** The names for which something fails to hold: an empty list is what a test wants to see. */
const failing = <Item>(
  items: readonly Item[],
  holds: (item: Item) => boolean,
  name: (item: Item) => string,
) => items.filter((item) => !holds(item)).map(name);

describe('coverage.yaml', () => {
  it('lists 114 rows, 101 misconceptions and 70 hot concepts, each once', () => {
    const { rows, misconceptions, hot } = coverage;
    expect([rows.length, misconceptions.length, hot.length]).toEqual([114, 101, 70]);
    for (const ids of [rows.map(({ id }) => id), misconceptions.map(({ id }) => id), hot]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('names questions and concepts that exist', () => {
    const named = [...coverage.rows, ...coverage.misconceptions];
    expect(
      failing(
        named.flatMap(({ questions }) => questions),
        (id) => byId.has(id),
        String,
      ),
    ).toEqual([]);
    expect(failing(coverage.hot, (slug) => concepts.includes(slug), String)).toEqual([]);
  });

  it('has an open question for every row', () => {
    const hasOpen = ({ questions }: { questions: string[] }) =>
      questions.some((id) => byId.get(id)?.type === 'open');
    expect(failing(coverage.rows, hasOpen, ({ id }) => id)).toEqual([]);
  });

  it('names, for every misconception, questions that can hold a false statement', () => {
    const canBeFalse = (id: string) => {
      const entry = byId.get(id);
      const question = entry && bank.question(entry);
      return question?.type === 'open' ? (question.avoid ?? []).length > 0 : question !== undefined;
    };
    expect(
      failing(
        coverage.misconceptions,
        ({ questions }) => questions.some(canBeFalse),
        ({ id }) => id,
      ),
    ).toEqual([]);
  });

  it('is what docs/coverage.md shows (else: npx tsx scripts/coverage.ts)', () => {
    expect(readFileSync(at('docs/coverage.md'), 'utf8') === renderCoverage(coverage, bank)).toBe(true);
  });
});

describe('the mix of the bank', () => {
  it('has at least 520 questions, at least 20 in each of 22 topics', () => {
    expect(bank.entries.length).toBeGreaterThanOrEqual(520);
    expect(bank.topics.length).toBe(22);
    const enough = (slug: string) => count((entry) => entry.topic === slug) >= 20;
    expect(
      failing(
        bank.topics,
        ({ slug }) => enough(slug),
        ({ slug }) => slug,
      ),
    ).toEqual([]);
  });

  it('has a question for each of 357 concepts', () => {
    expect(concepts.length).toBe(357);
    expect(failing(concepts, (slug) => askedFirst(slug).length > 0, String)).toEqual([]);
  });

  it('has three or more questions for a hot concept, in different types, and at different levels with those that touch it', () => {
    const kinds = (entries: readonly BankEntry[], of: (entry: BankEntry) => string) =>
      new Set(entries.map(of)).size;
    const varied = (slug: string) => {
      const asked = askedFirst(slug);
      const touching = bank.entries.filter((entry) => entry.concepts.includes(slug));
      return (
        asked.length >= 3 && kinds(asked, ({ type }) => type) > 1 && kinds(touching, ({ level }) => level) > 1
      );
    };
    expect(failing(coverage.hot, varied, String)).toEqual([]);
  });

  it('has at most half single-choice, at least 110 open, at least 60 for others than developers', () => {
    expect(count(({ type }) => type === 'single-choice')).toBeLessThanOrEqual(bank.entries.length / 2);
    expect(count(({ type }) => type === 'open')).toBeGreaterThanOrEqual(110);
    expect(count(({ roles }) => roles.some((role) => role !== 'developer'))).toBeGreaterThanOrEqual(60);
  });
});
