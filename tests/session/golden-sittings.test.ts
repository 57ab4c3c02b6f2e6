// Replays the golden sittings of tests/session/sittings and compares every cell and every figure.

import { describe, expect, it } from 'vitest';
import { scoreSitting } from '../../src/session/score.js';
import { replay } from '../../src/session/state.js';
import { playSitting } from './sitting-replay.js';
import { milliseconds, type SittingTable } from './sitting-table.js';
import { confidence } from './sittings/confidence.js';
import { drill } from './sittings/drill.js';
import { interview } from './sittings/interview.js';
import { paper } from './sittings/paper.js';
import { practice } from './sittings/practice.js';

const SITTINGS = Object.entries({ practice, drill, paper, confidence, interview }).flatMap(([file, tables]) =>
  tables.map((table): [string, SittingTable] => [`${file}: ${table.title}`, table]),
);

describe.each(SITTINGS)('%s', (_, table) => {
  const { rows, steps, state } = playSitting(table);
  const score = scoreSitting(state);
  const nameOf = (item: string) => item.replace('core/', '');

  it('every step leads to the state beside it', () => {
    const shown = (cells: (row: (typeof rows)[number]) => Record<string, string>) =>
      rows.map((played) => ({ step: played.row.step, ...cells(played) }));
    const expected = shown(({ row }) =>
      Object.fromEntries(Object.entries(row.expected).filter(([, cell]) => cell !== '')),
    );
    expect(shown(({ observed }) => observed)).toEqual(expected);
  });

  it('the score is what the table says', () => {
    const { points, maxPoints, right, missed } = table.score;
    expect(score.points).toBeCloseTo(points, 9);
    expect(score.maxPoints).toBe(maxPoints);
    expect(score.share).toBeCloseTo(points / maxPoints, 9);
    expect(score.right).toBe(right);
    expect(score.missed.map(({ planned }) => nameOf(planned.item))).toEqual(missed);
    if (table.score.passed !== undefined) expect(score.passed).toBe(table.score.passed);
    if (table.score.elapsed !== undefined) expect(score.elapsedMs).toBe(milliseconds(table.score.elapsed));
  });

  it('so are outcomes, rounds and certainty where the table tells them', () => {
    const { outcomes, rounds, certainty } = table.score;
    const byName = <Value>(of: (item: (typeof score.items)[number]) => Value) =>
      Object.fromEntries(score.items.map((item) => [nameOf(item.planned.item), of(item)]));
    if (outcomes) expect(byName((item) => item.outcome)).toEqual(outcomes);
    if (rounds) expect(byName((item) => item.rounds)).toEqual(rounds);
    if (certainty === null) expect(score.certainty).toBeNull();
    if (certainty) {
      expect(score.certainty?.marks).toBeCloseTo(certainty.marks, 9);
      expect(score.certainty?.answers).toBe(certainty.answers);
      expect(score.certainty?.brier).toBeCloseTo(certainty.brier, 9);
    }
  });

  it('the recorded steps, written and read as JSON, replay to the same state', () => {
    expect(replay(state.header, JSON.parse(JSON.stringify(steps)))).toEqual(state);
  });
});
