// A history written by version 0.1.0 loads as it is and says the same as it did there.

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { prepareStore } from '../../src/history/conf-store.js';
import { flagsOf } from '../../src/history/flags.js';
import { importHistory } from '../../src/history/import-history.js';
import { loadSegments } from '../../src/history/segment-store.js';
import { sittingsOf, stepsOf } from '../../src/history/sittings.js';
import { masteryFrom, topicMastery } from '../../src/learner/mastery.js';
import { scheduleCards } from '../../src/learner/schedule.js';
import { rankWeak } from '../../src/learner/weak.js';
import { attemptsFrom } from '../../src/session/attempts.js';
import { scoreSitting } from '../../src/session/score.js';
import { replay } from '../../src/session/state.js';

const fixture = (file: string) =>
  readFileSync(new URL(`../fixtures/history-0.1.0/${file}`, import.meta.url), 'utf8');
/** What 0.1.0 itself made of the history, by the same calls. */
const figures = JSON.parse(fixture('figures.json'));

await prepareStore();
const home = mkdtempSync(join(tmpdir(), 'older-history-'));
const imported = importHistory(home, fixture('backup.json'));
const { segments, setAside } = loadSegments(home);
const sittings = sittingsOf(segments);
const answers = sittings.flatMap((sitting) => sitting.answers.filter((answer) => !answer.superseded));
const attempts = attemptsFrom(answers, () => undefined);
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

it('loads whole', () => {
  expect(imported.refused).toEqual([]);
  expect(setAside).toEqual([]);
  expect(answers.length).toBeGreaterThan(70);
});

it('gives every sitting its score', () => {
  const scores = sittings.map((sitting) => {
    const { points, maxPoints, passed, right, provisional, elapsedMs } = scoreSitting(
      replay(sitting.header, stepsOf(sitting)),
    );
    const { id, header, finished } = sitting;
    return { id, mode: header.mode, finished, points, maxPoints, passed, right, provisional, elapsedMs };
  });
  // The time of a paper is told by its clock since; 0.1.0 told that of its answers.
  const told = (all: typeof figures.sittings) =>
    all.map((one: { mode: string }) => (one.mode === 'exam' ? { ...one, elapsedMs: null } : one));
  expect(told(plain(scores))).toEqual(told(figures.sittings));
});

it('keeps overrides, "easy" and flags', () => {
  expect(
    answers.map(({ id, effectiveCredit, overridden, easy }) => ({ id, effectiveCredit, overridden, easy })),
  ).toEqual(figures.answers);
  expect(plain(flagsOf(segments))).toEqual(figures.flags);
});

it('gives the same cards, mastery and weak topics', () => {
  const mastery = masteryFrom(figures.topics, attempts);
  const cards = [...scheduleCards(attempts)].map(([item, { lapses, missed, knownLogOdds, ...known }]) => {
    // New since 0.1.0; every other field is compared.
    expect({ lapses, missed, knownLogOdds }).toEqual({
      lapses: expect.any(Number),
      missed: expect.any(Boolean),
      knownLogOdds: expect.any(Number),
    });
    return [item, known];
  });
  expect(plain(cards)).toEqual(figures.cards);
  expect(plain(topicMastery(mastery, figures.now))).toEqual(figures.mastery);
  expect(plain(rankWeak(mastery, figures.now, 1))).toEqual(figures.weak);
});

it('says who marked: the key, the learner, and in papers the matcher', () => {
  const marked = new Set(answers.map(({ type, mode, markedBy }) => `${type === 'open'} ${mode} ${markedBy}`));
  expect([...marked].filter((row) => row.startsWith('true')).sort()).toEqual([
    'true exam matcher',
    'true interview self',
    'true practice self',
  ]);
  expect([...marked].filter((row) => row.startsWith('false')).every((row) => row.endsWith(' key'))).toBe(
    true,
  );
});
