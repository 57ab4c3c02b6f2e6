// The figures that come from the fold alone are those of the summary, to the last digit.

import { expect, test } from 'vitest';
import { byMark } from '../../src/history/ledger/ledger.js';
import { briefLine } from '../../src/report/render-stats.js';
import { NO_FILTERS, type Source } from '../../src/report/source.js';
import { briefFigures, planFigures, speaksOf } from '../../src/report/standing-figures.js';
import { summarise } from '../../src/report/summary.js';
import { currentKeys, knownDifficulties } from '../../src/session/attempts.js';
import { noRecollection } from '../../src/session/no-recollection.js';
import { type Recollection, recollect } from '../../src/session/recollection.js';
import { allRightSource, emptySource, fixedSource, NOW, oneAnswerSource } from './sample-history.js';

const DAY_MS = 86_400_000;

function folded({ answers, bank }: Source): Recollection {
  const recollection = noRecollection(bank.topics.map(({ slug }) => slug));
  const today = { keys: currentKeys(bank.entries), difficulties: knownDifficulties(bank.entries) };
  for (const answer of [...answers].sort(byMark)) recollect(recollection, answer, today);
  return recollection;
}

const interview = NOW + 20 * DAY_MS;
const first = fixedSource().bank.entries[0]!;

test.each([
  ['everything', fixedSource({ interview })],
  ['one topic', fixedSource({ interview, filters: { ...NO_FILTERS, topics: [first.topic] } })],
  ['a suspended question', fixedSource({ interview, suspended: new Set([first.key]) })],
  ['shares of a role', fixedSource({ interview, shares: new Map([[first.topic, 1]]) })],
  ['one answer', { ...oneAnswerSource(), interview }],
  ['all right', { ...allRightSource(), interview }],
  ['nothing', { ...emptySource(), interview }],
])('%s', (_what, source) => {
  const summary = summarise(source);
  const recollection = folded(source);
  expect(planFigures(source, recollection)).toEqual(summary.plan);
  expect(briefFigures(source, recollection).readiness.chance).toBe(summary.readiness.chance);
  expect(briefLine(briefFigures(source, recollection))).toBe(briefLine(summary));
});

test('of an earlier instant they say nothing', () => {
  const recollection = folded(fixedSource());
  expect(speaksOf(recollection, NOW)).toBe(true);
  expect(speaksOf(recollection, recollection.lastAt! - 1)).toBe(false);
});
