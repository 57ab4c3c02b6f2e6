// `npm run bench:bank [-- folder]`: what blind guessers score on the choice items; exit code 1 when one beats chance.

import { makeBank } from '../../src/bank/bank.js';
import { expectedSum, upperBound } from '../../src/bank/lint/chance.js';
import { loadFolderPack } from '../../src/bank/load-pack.js';
import { type ChoiceItem, guess } from './guess.js';
import { GUESSERS } from './guessers.js';

/** The 97.5 % bound of one guesser, corrected after Šidák (1967) for the five that are tried. */
const TAIL = 1 - 0.975 ** (1 / 5);

async function main(folder: string): Promise<void> {
  const bank = makeBank([await loadFolderPack(folder, null)]);
  const questions = bank.entries.map((entry) => bank.question(entry));
  const groups = {
    'single-choice': questions.filter((question) => question.type === 'single-choice'),
    'multiple-choice': questions.filter((question) => question.type === 'multiple-choice'),
  };
  const passed = Object.entries(groups).map(([type, items]) => printGroup(type, items));
  process.exitCode = passed.every(Boolean) ? 0 : 1;
}

/** True when no guesser is above its bound. */
function printGroup(type: string, items: readonly ChoiceItem[]): boolean {
  console.log(`\n${type}: ${items.length} items\n`);
  console.log('| guesser | credit | chance | bound | |\n|---|---|---|---|---|');
  return Object.entries(GUESSERS)
    .map(([name, guesser]) => {
      const guesses = items.map((item) => guess(item, guesser));
      const credit = guesses.reduce((sum, { credit }) => sum + credit, 0);
      const byChance = guesses.map((one) => one.byChance);
      const bound = upperBound(byChance, TAIL);
      // A hair of slack: sums of thirds are not exact.
      const within = credit <= bound + 1e-6;
      const shares = [credit, expectedSum(byChance), bound].map((sum) => `${((100 * sum) / items.length).toFixed(1)} %`);
      console.log(`| ${name} | ${shares.join(' | ')} | ${within ? 'within' : 'ABOVE'} |`);
      return within;
    })
    .every(Boolean);
}

await main(process.argv[2] ?? 'questions');
