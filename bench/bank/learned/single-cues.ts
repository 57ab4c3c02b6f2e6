// Guessers who know one trick: pick the options that show a cue, or avoid them.

import { earned, type Share, shareOf } from './credit.js';
import { CUES, SINGLE_CUES } from './cues.js';
import type { Puzzle } from './puzzle.js';

export interface CueScore extends Share {
  trick: string;
  within: boolean;
}

type Trick = readonly [name: string, score: (option: string, options: readonly string[]) => number];

const TRICKS: readonly Trick[] = [
  ...SINGLE_CUES.flatMap((cue): Trick[] => {
    const shows = (option: string) => (CUES[cue]!.test(option) ? 1 : 0);
    return [
      [`pick ${cue}`, shows],
      [`avoid ${cue}`, (option) => -shows(option)],
    ];
  }),
  ['pick longest', (option) => option.length],
  ['pick shortest', (option) => -option.length],
  ['pick neither longest nor shortest', (option, options) => (isExtreme(option, options) ? 0 : 1)],
];

/** The 97.5 % bound of one trick, corrected after Šidák (1967) for their number. */
const TAIL = 1 - 0.975 ** (1 / TRICKS.length);

/** One score per trick, the best first; puzzles of one right option each. */
export function scoreTricks(puzzles: readonly Puzzle[]): CueScore[] {
  const scores = TRICKS.map(([trick, scoreOf]) => {
    const all = puzzles.map((puzzle) =>
      earned(
        puzzle,
        puzzle.options.map((option) => scoreOf(option, puzzle.options)),
        'choose',
      ),
    );
    const share = shareOf(all, TAIL);
    return { trick, ...share, within: share.credit <= share.bound + 1e-6 };
  });
  return scores.sort((a, b) => b.credit - b.chance - (a.credit - a.chance));
}

function isExtreme(option: string, options: readonly string[]): boolean {
  const lengths = options.map(({ length }) => length);
  return option.length === Math.max(...lengths) || option.length === Math.min(...lengths);
}
