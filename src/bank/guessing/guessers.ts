// The blind guessers: each looks at stem and options only, and likes some options better than others.

import { HEDGES } from '../lint/hedges.js';
import { subjectStems, wordsOf } from '../lint/wording.js';

/** Of stem and options as they are shown: one score per option; the guesser picks the highest and shares ties. */
export type Guesser = (stem: string, options: readonly string[]) => number[];

/**
 * Issue 6 names five. Two more have to pass the same bound: "most alike", the other end of the odd one out, and "middle
 * length", for writers who trim their keys so well that both extremes can be crossed out.
 */
export const GUESSERS: Readonly<Record<string, Guesser>> = {
  'always longest': (_, options) => options.map((option) => option.length),
  'always shortest': (_, options) => options.map((option) => -option.length),
  'middle length': (_, options) => options.map((option) => -distanceToMedian(option, options)),
  'most hedged': (_, options) => options.map(countHedges),
  'most words of the stem': (stem, options) => {
    const asked = subjectStems(stem);
    return options.map((option) => countShared(asked, option));
  },
  'odd one out': (_, options) => likenesses(options).map((likeness) => -likeness),
  'most alike': (_, options) => likenesses(options),
};

function distanceToMedian(option: string, options: readonly string[]): number {
  const lengths = options.map(({ length }) => length).sort((a, b) => a - b);
  const median = ((lengths[(lengths.length - 1) >> 1] ?? 0) + (lengths[lengths.length >> 1] ?? 0)) / 2;
  return Math.abs(option.length - median);
}

function countHedges(option: string): number {
  return option.match(new RegExp(HEDGES.source, 'gi'))?.length ?? 0;
}

function countShared(stem: ReadonlySet<string>, option: string): number {
  return [...subjectStems(option)].filter((word) => stem.has(word)).length;
}

/** Of each option the mean Jaccard similarity of its words with those of the others, to six decimals so that equal ones tie. */
function likenesses(options: readonly string[]): number[] {
  const bags = new Map(options.map((option) => [option, new Set(wordsOf(option))]));
  return options.map((option) => {
    const own = bags.get(option)!;
    const others = options.filter((other) => other !== option);
    const sum = others.reduce((total, other) => {
      const words = bags.get(other)!;
      const shared = [...words].filter((word) => own.has(word)).length;
      return total + shared / Math.max(1, own.size + words.size - shared);
    }, 0);
    return Number((sum / Math.max(1, others.length)).toFixed(6));
  });
}
