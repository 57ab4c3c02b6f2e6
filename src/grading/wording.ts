// One wording of a rubric point or red flag, ready to be looked for: its telling stems with their weights.

import type { LikenessIndex } from './likeness.js';
import { rarity } from './rarity.js';
import { cutTokens, DENIAL, type Token } from './tokens.js';

export interface Slot {
  /** Number of the stem in the item's index. */
  key: number;
  weight: number;
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

/** `given`: stems of the question. A wording without a telling word is made of what it has. */
export function makeWording(text: string, index: LikenessIndex, given: ReadonlySet<string>): Wording {
  const tokens = cutTokens(text);
  const telling = tokens.filter((token) => token.telling);
  const stems = new Set((telling.length > 0 ? telling : tokens).map(({ stem }) => stem));
  const slots = [...stems].map((stem) => ({
    key: index.add(stem),
    weight: rarity(stem) * (given.has(stem) ? GIVEN_SHARE : 1),
  }));
  return {
    text,
    slots,
    total: slots.reduce((sum, { weight }) => sum + weight, 0),
    denies: tokens.some(({ word }) => DENIAL.has(word)),
  };
}

/** Stems of the telling words of a text. */
export function tellingStems(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.filter(({ telling }) => telling).map(({ stem }) => stem));
}
