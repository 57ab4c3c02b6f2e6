// `npm run bench:bank [-- folder]`: what blind guessers score on the choice items; exit code 1 when one beats chance.
// `--learned` adds guessers that are trained on the bank, `--items` lists the items they see through,
// `--readers` how far two readers agreed, and `--public FOLDER` tries them on quizzes of other people.

import { parseArgs } from 'node:util';
import { makeBank } from '../../src/bank/bank.js';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import type { Question } from '../../src/question/question.js';
import { suspectLines } from './learned/items.js';
import { readQuizzes } from './learned/public-quizzes.js';
import { type GuessableType, type Puzzle, puzzlesOf } from './learned/puzzle.js';
import { reportLearned } from './learned/report.js';
import { itemsOf, type Score, scoreGuessers } from './measure.js';
import { readReadings, reportReadings } from './readings.js';

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      learned: { type: 'boolean' },
      items: { type: 'boolean' },
      readers: { type: 'boolean' },
      public: { type: 'string' },
    },
  });
  if (values.public !== undefined) return printPublic(values.public);
  const questions = await load(positionals[0] ?? 'questions');
  if (values.items) {
    console.log(suspectLines(puzzlesOf(questions, 'single-choice')).join('\n'));
    return;
  }
  if (values.readers) {
    console.log(reportReadings(readReadings(), questions).join('\n'));
    return;
  }
  printBlind(questions);
  if (!values.learned) return;
  const ofType = (type: GuessableType) => puzzlesOf(questions, type);
  const report = reportLearned({
    'single-choice': ofType('single-choice'),
    'multiple-choice': ofType('multiple-choice'),
    'true-false': ofType('true-false'),
    matching: ofType('matching'),
  });
  console.log(report.lines.join('\n'));
  if (!report.good) process.exitCode = 1;
}

async function load(folder: string): Promise<Question[]> {
  const bank = makeBank([await loadFolderPack(folder, null)]);
  return bank.entries.map((entry) => bank.question(entry));
}

/** Figures only, and no exit code: other banks are not held to our aims. */
async function printPublic(folder: string): Promise<void> {
  const puzzles = await readQuizzes(folder);
  const keys = ({ right }: Puzzle) => right.filter(Boolean).length;
  const report = reportLearned({
    'single-choice': puzzles.filter((puzzle) => keys(puzzle) === 1),
    'multiple-choice': puzzles.filter((puzzle) => keys(puzzle) > 1),
    'true-false': [],
    matching: [],
  });
  console.log(report.lines.join('\n'));
}

function printBlind(questions: readonly Question[]): void {
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

await main(process.argv.slice(2));
