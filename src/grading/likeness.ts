// How far two stems are the same word: equal, of one group, of one root, or one slip apart.

import { DOMAIN_GROUPS } from './domain-groups.js';
import { wordStem } from './word-stem.js';

export interface Alike {
  /** Number of the known stem. */
  key: number;
  /** 0 to 1, above 0. */
  likeness: number;
}

const SAME_GROUP = 0.8;
const SAME_ROOT = 0.85;
const ONE_SLIP = 0.8;
/** Letters from which a root or a slip is looked for; in shorter words every other word is one slip away. */
const LONG_ENOUGH = 5;
/** Share of the longer stem that two stems of one root begin with alike. */
const ROOT_SHARE = 0.7;

const GROUPS_OF = new Map<string, number[]>();
DOMAIN_GROUPS.forEach((group, number) => {
  for (const stem of new Set(group.map(wordStem)))
    GROUPS_OF.set(stem, [...(GROUPS_OF.get(stem) ?? []), number]);
});

/** Looks up which of the known stems a word is like; the work for a word does not grow with their number. */
export class LikenessIndex {
  private readonly keys = new Map<string, number>();
  private readonly byGroup = new Map<number, number[]>();
  private readonly byRoot = new Map<string, number[]>();
  private readonly bySlip = new Map<string, number[]>();
  private readonly stems: string[] = [];

  /** The number of a stem, which is known from now on. */
  add(stem: string): number {
    const known = this.keys.get(stem);
    if (known !== undefined) return known;
    const key = this.stems.push(stem) - 1;
    this.keys.set(stem, key);
    for (const group of GROUPS_OF.get(stem) ?? []) pushTo(this.byGroup, group, key);
    if (comparesLetters(stem)) {
      pushTo(this.byRoot, stem.slice(0, LONG_ENOUGH), key);
      for (const shorter of [stem, ...oneLess(stem)]) pushTo(this.bySlip, shorter, key);
    }
    return key;
  }

  /** The known stems that this one is like, each once with its best likeness. */
  like(stem: string): Alike[] {
    const found = new Map<number, number>();
    const note = (key: number, likeness: number) => {
      if ((found.get(key) ?? 0) < likeness) found.set(key, likeness);
    };
    const same = this.keys.get(stem);
    if (same !== undefined) note(same, 1);
    for (const group of GROUPS_OF.get(stem) ?? []) {
      for (const key of this.byGroup.get(group) ?? []) note(key, SAME_GROUP);
    }
    if (comparesLetters(stem)) {
      for (const key of this.byRoot.get(stem.slice(0, LONG_ENOUGH)) ?? []) {
        if (isSameRoot(stem, this.stems[key]!)) note(key, SAME_ROOT);
      }
      for (const shorter of [stem, ...oneLess(stem)]) {
        for (const key of this.bySlip.get(shorter) ?? []) {
          if (isOneSlip(stem, this.stems[key]!)) note(key, ONE_SLIP);
        }
      }
    }
    return [...found].map(([key, likeness]) => ({ key, likeness }));
  }
}

function pushTo<K>(map: Map<K, number[]>, at: K, key: number): void {
  const list = map.get(at);
  if (list === undefined) map.set(at, [key]);
  else if (list.at(-1) !== key) list.push(key);
}

/** Figures are the same or they are not: 401 is no slip of 403. Past 40 letters nothing is a word. */
function comparesLetters(stem: string): boolean {
  return stem.length >= LONG_ENOUGH && stem.length <= 40 && !/\d/.test(stem);
}

function isSameRoot(a: string, b: string): boolean {
  let alike = 0;
  while (alike < a.length && a[alike] === b[alike]) alike++;
  return alike >= LONG_ENOUGH && alike >= ROOT_SHARE * Math.max(a.length, b.length);
}

/** One letter more, less or other, or two neighbours swapped (Damerau 1964). The first letter is hardly ever the slip. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.length > restB.length) return restA.slice(1) === restB;
  if (restA.length < restB.length) return restB.slice(1) === restA;
  return (
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** The stem with one letter left out, each way: two words one slip apart share one of these. */
function oneLess(stem: string): string[] {
  return Array.from({ length: stem.length }, (_, at) => stem.slice(0, at) + stem.slice(at + 1));
}
