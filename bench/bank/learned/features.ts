// Options as vectors: surface cues, how an option stands among the others, and the words that are common in the bank.

import { subjectStems, wordsOf } from '../../../src/bank/lint/wording.js';
import { CUES, firstWordForm } from './cues.js';
import type { Puzzle } from './puzzle.js';

/** A sparse vector: values at rising indexes of the feature names. */
export interface Row {
  at: Int32Array;
  value: Float64Array;
}

export interface Encoded {
  names: readonly string[];
  rowsOf: ReadonlyMap<Puzzle, readonly Row[]>;
}

/** Rarer words could not be learnt, only remembered. */
const COMMON = 12;

export const BIAS = 'bias';

/** Every puzzle as rows; word features are those that occur in twelve options of these puzzles. */
export function encode(puzzles: readonly Puzzle[]): Encoded {
  const counts = new Map<string, number>();
  for (const option of puzzles.flatMap(({ options }) => options))
    for (const term of termsOf(option)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const indexOf = new Map<string, number>();
  const rowsOf = new Map(
    puzzles.map((puzzle) => {
      const maps = describe(puzzle);
      puzzle.options.forEach((option, index) => {
        for (const term of termsOf(option)) if (counts.get(term)! >= COMMON) maps[index]!.set(term, 1);
      });
      return [puzzle, maps.map((map) => rowFrom(map, indexOf))];
    }),
  );
  return { names: [...indexOf.keys()], rowsOf };
}

function rowFrom(values: ReadonlyMap<string, number>, indexOf: Map<string, number>): Row {
  const pairs = [...values]
    .filter(([, value]) => value !== 0)
    .map(([name, value]): [number, number] => {
      if (!indexOf.has(name)) indexOf.set(name, indexOf.size);
      return [indexOf.get(name)!, value];
    });
  return { at: Int32Array.from(pairs, ([at]) => at), value: Float64Array.from(pairs, ([, value]) => value) };
}

/** Words, and pairs of words, in quotes; the first word once more as an opening. */
function termsOf(option: string): Set<string> {
  const words = wordsOf(option);
  const pairs = words.slice(1).map((word, index) => `"${words[index]} ${word}"`);
  return new Set([...words.map((word) => `"${word}"`), ...pairs, `opens with "${words[0] ?? ''}"`]);
}

function describe(puzzle: Puzzle): Map<string, number>[] {
  const { options, stem } = puzzle;
  const maps = options.map(
    (option) =>
      new Map([
        [BIAS, 1],
        [`first word: ${firstWordForm(option)}`, 1],
      ]),
  );
  addCues(options, maps);
  addLengths(options, maps);
  addOverlaps(stem, options, maps);
  return maps;
}

/** Each cue, and besides whether an option is the only one to show it or the only one to lack it. */
function addCues(options: readonly string[], maps: readonly Map<string, number>[]): void {
  for (const [name, pattern] of Object.entries(CUES)) {
    const shown = options.map((option) => pattern.test(option));
    const count = shown.filter(Boolean).length;
    shown.forEach((has, index) => {
      if (has) maps[index]!.set(name, 1);
      if (options.length < 3) return;
      if (has && count === 1) maps[index]!.set(`only with: ${name}`, 1);
      if (!has && count === options.length - 1) maps[index]!.set(`only without: ${name}`, 1);
    });
  }
  options.forEach((option, index) => {
    maps[index]!.set('commas', Math.min(3, option.split(',').length - 1) / 2);
  });
}

function addLengths(options: readonly string[], maps: readonly Map<string, number>[]): void {
  const lengths = options.map(({ length }) => length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  lengths.forEach((length, index) => {
    const map = maps[index]!;
    map.set('length', options.length > 1 ? Math.log(length / mean) : Math.log(length / 100));
    if (options.length < 3 || least === most) return;
    if (length === most) map.set('longest', 1);
    else if (length === least) map.set('shortest', 1);
    else map.set('middle length', 1);
  });
}

/** Shares of an option's words that stand in the stem, and in the other options. */
function addOverlaps(stem: string, options: readonly string[], maps: readonly Map<string, number>[]): void {
  const asked = subjectStems(stem);
  const bags = options.map(subjectStems);
  const plain = options.map((option) => new Set(wordsOf(option)));
  const inStem = bags.map((bag) => [...bag].filter((word) => asked.has(word)).length);
  bags.forEach((bag, index) => {
    const map = maps[index]!;
    map.set('words of the stem', inStem[index]! / Math.max(1, bag.size));
    if (options.length < 3) return;
    if (inStem[index]! > 0 && inStem.filter(Boolean).length === 1) map.set('only echo of the stem', 1);
    const others = new Set(bags.flatMap((other, at) => (at === index ? [] : [...other])));
    map.set(
      'words of other options',
      [...bag].filter((word) => others.has(word)).length / Math.max(1, bag.size),
    );
    map.set('likeness', likeness(plain, index));
  });
}

/** Mean Jaccard similarity with the other options. */
function likeness(bags: readonly ReadonlySet<string>[], index: number): number {
  const own = bags[index]!;
  const sum = bags.reduce((total, bag, at) => {
    if (at === index) return total;
    const shared = [...bag].filter((word) => own.has(word)).length;
    return total + shared / Math.max(1, own.size + bag.size - shared);
  }, 0);
  return sum / Math.max(1, bags.length - 1);
}
