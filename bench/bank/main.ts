// `npm run bench:bank [-- folder]`: what blind guessers score on the choice items; exit code 1 when one beats chance.

import { makeBank } from '../../src/bank/bank.js';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { itemsOf, type Score, scoreGuessers } from './measure.js';

async function main(folder: string): Promise<void> {
  const bank = makeBank([await loadFolderPack(folder, null)]);
  const questions = bank.entries.map((entry) => bank.question(entry));
  for (const type of ['single-choice', 'multiple-choice'] as const) {
    const items = itemsOf(questions, type);
    const scores = scoreGuessers(items);
    console.log(
      `\n${type}: ${items.length} items\n\n| guesser | credit | chance | bound | |\n|---|---|---|---|---|`,
    );
    console.log(scores.map(line).join('\n'));
    if (scores.some(({ within }) => !within)) process.exitCode = 1;
  }
}

function line({ guesser, credit, chance, bound, within }: Score): string {
  const shares = [credit, chance, bound].map((share) => `${(100 * share).toFixed(1)} %`);
  return `| ${guesser} | ${shares.join(' | ')} | ${within ? 'within' : 'ABOVE'} |`;
}

await main(process.argv[2] ?? 'questions');
