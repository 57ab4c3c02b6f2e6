// One wording of a rubric point or red flag, ready to be looked for: its telling stems with their weights.

import { governingAnchors } from './anchors.js';
import type { LikenessIndex } from './likeness.js';
import { rarity } from './rarity.js';
import { cutTokens, DENIAL, type Token } from './tokens.js';

export interface Slot {
  /** Number of the stem in the item's index. */
  key: number;
  weight: number;
  /** Stems of the names and codes that it is said of; null where it is a name itself. */
  of: ReadonlySet<string> | null;
}

export interface Wording {
  text: string;
  /** Distinct telling stems. */
  slots: readonly Slot[];
  /** Sum of the weights. */
  total: number;
  /** It says "not" itself. */
  denies: boolean;
}

/** What a stem of the question itself weighs, as a share: to repeat the question tells little. */
const GIVEN_SHARE = 0.4;

/** What the question gives: its stems, and the names and codes that it and its rubric speak of. */
export interface Given {
  stems: ReadonlySet<string>;
  anchors: ReadonlySet<string>;
}

/** A wording without a telling word is made of what it has. */
export function makeWording(text: string, index: LikenessIndex, given: Given): Wording {
  const tokens = cutTokens(text);
  // Wordings are written in small letters, so here a name is known by its stem alone.
  const names = new Set(tokens.filter(({ stem }) => given.anchors.has(stem)));
  const anchors = new Set([...names].map(({ stem }) => stem));
  const governing = governingAnchors(tokens, names);
  const telling = tokens.filter((token) => token.telling);
  const slots = new Map<string, Slot>();
  tokens.forEach((token, at) => {
    const { stem } = token;
    if (slots.has(stem) || (telling.length > 0 && !token.telling)) return;
    const weight = rarity(stem) * (given.stems.has(stem) ? GIVEN_SHARE : 1);
    slots.set(stem, {
      key: index.add(stem),
      weight,
      of: names.has(token) ? null : (governing[at] ?? anchors),
    });
  });
  return {
    text,
    slots: [...slots.values()],
    total: [...slots.values()].reduce((sum, { weight }) => sum + weight, 0),
    denies: tokens.some(({ word }) => DENIAL.has(word)),
  };
}

/** Stems of the telling words of a text. */
export function tellingStems(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.filter(({ telling }) => telling).map(({ stem }) => stem));
}
