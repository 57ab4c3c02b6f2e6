// The built-in pack as the build ships it: its questions in the order of the bank, checked, so that a start need do neither.

import type { Problem } from '../question/problem.js';
import { makeBank } from './bank.js';
import { type CompiledPack, fileLine } from './compiled-pack.js';
import type { LoadedPack } from './load-pack.js';
import { readAhead } from './read-ahead.js';

/** The pack without the files that are not asked, and what is wrong with it. Times of files are left out: a build does not depend on them. */
export function settlePack(pack: LoadedPack): { pack: CompiledPack; problems: readonly Problem[] } {
  const bank = makeBank([pack]);
  const places = new Map(pack.files.map(({ path }, index) => [path, index]));
  const order = bank.entries.map(({ file }) => places.get(file)!);
  const files = order.map((place) => ({
    ...pack.files[place]!,
    mtimeMs: 0,
    size: 0,
    answersStamp: '',
    problems: [],
  }));
  return {
    pack: {
      pack: pack.pack,
      packProblems: pack.packProblems,
      packStamp: '',
      settled: true,
      files,
      entries: bank.entries,
      line(index) {
        const place = order[index]!;
        const question = pack.question(place);
        return fileLine(question, pack.exemplars(place), readAhead(question));
      },
      stem: (index) => pack.stem(order[index]!),
      stemLine: (index) => pack.stemLine(order[index]!),
      question: (index) => pack.question(order[index]!),
      exemplars: (index) => pack.exemplars(order[index]!),
    },
    problems: bank.problems,
  };
}
