// For those who rewrite: how sure the guesser is of each single-choice key, and which cues gave it away.

import { type Encoded, encode, type Row } from './features.js';
import { heldOut, SEEDS } from './folds.js';
import { softmax, trainLogit } from './logit.js';
import type { Puzzle } from './puzzle.js';

interface Suspect {
  puzzle: Puzzle;
  /** Mean over the shuffles of the chance that the guesser gives to the key. */
  chance: number;
  /** What each cue adds to the key's lead over the mean of its distractors. */
  cues: Map<string, number>;
}

const CUES_TOLD = 6;

/** One line an item, the most easily guessed first: chance, topic/id, and the cues by their share in the lead. */
export function suspectLines(puzzles: readonly Puzzle[]): string[] {
  return suspectsIn(puzzles)
    .sort((a, b) => b.chance - a.chance)
    .map(({ puzzle, chance, cues }) => {
      const told = [...cues]
        .filter(([, lead]) => lead > 0.02)
        .sort((a, b) => b[1] - a[1])
        .slice(0, CUES_TOLD);
      const causes = told.map(([name, lead]) => `${name} +${lead.toFixed(2)}`).join('; ');
      return `${(100 * chance).toFixed(0).padStart(3)} %  ${puzzle.topic}/${puzzle.id}  ${causes}`;
    });
}

function suspectsIn(puzzles: readonly Puzzle[]): Suspect[] {
  const encoded = encode(puzzles);
  const train = trainLogit(encoded, 'choose');
  const suspects = new Map(
    puzzles.map((puzzle) => [puzzle, { puzzle, chance: 0, cues: new Map() } as Suspect]),
  );
  for (const { puzzle, model } of SEEDS.flatMap((seed) => heldOut(puzzles, train, seed))) {
    const suspect = suspects.get(puzzle)!;
    const key = puzzle.right.indexOf(true);
    suspect.chance += softmax(model.score(puzzle))[key]! / SEEDS.length;
    addLeads(suspect.cues, encoded, puzzle, model.weights);
  }
  return [...suspects.values()];
}

function addLeads(cues: Map<string, number>, encoded: Encoded, puzzle: Puzzle, weights: Float64Array): void {
  const rows = encoded.rowsOf.get(puzzle)!;
  const rivals = rows.length - 1;
  rows.forEach((row, option) => {
    const side = puzzle.right[option] ? 1 : -1 / rivals;
    each(row, (at, value) => {
      const lead = (side * value * weights[at]!) / SEEDS.length;
      const name = encoded.names[at]!;
      cues.set(name, (cues.get(name) ?? 0) + lead);
    });
  });
}

function each({ at, value }: Row, visit: (at: number, value: number) => void): void {
  at.forEach((index, i) => {
    visit(index, value[i]!);
  });
}
