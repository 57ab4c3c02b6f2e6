// Which words of a text a denial reaches: "never", "without", "skip" before them, "is unnecessary" behind, "it is not true that".

import type { Token } from './tokens.js';

const BEFORE: ReadonlySet<string> = new Set(
  `not no never without neither nor nobody nothing none instead rather skip skips skipped skipping disable disables disabled
  ignore ignores ignored omit omits forbid forbids lack lacks hardly stop stops avoid avoids drop drops refuse fail fails`.split(
    /\s+/,
  ),
);
const BEHIND: ReadonlySet<string> = new Set(
  'unnecessary redundant pointless overkill wasteful needless useless impossible superfluous irrelevant obsolete myth wrong nonsense'.split(
    ' ',
  ),
);
/** "not only", "not just": no denial. */
const NO_DENIAL_AFTER_NOT: ReadonlySet<string> = new Set(['only', 'just', 'merely', 'necessarily', 'sure']);
/** "It is not true that …" denies to the end of the sentence. */
const WIDE_AFTER_NOT: ReadonlySet<string> = new Set(['true', 'right', 'correct', 'case']);
/** Telling words a denial reaches ahead, and a verdict reaches back. */
const REACH_AHEAD = 4;
const REACH_BACK = 5;

export interface Denied {
  /** Words that a denial in their clause reaches; a denial of a denial is none. */
  here: readonly boolean[];
  /** Words of a sentence that is denied as a whole: "it is not true that …". */
  wholly: readonly boolean[];
}

/** For each word whether and how it is denied. Linear in the number of words. */
export function deniedWords(tokens: readonly Token[]): Denied {
  const denied = new Array<boolean>(tokens.length).fill(false);
  const wholly = new Array<boolean>(tokens.length).fill(false);
  tokens.forEach(({ word }, at) => {
    const next = tokens[at + 1]?.word ?? '';
    if (BEFORE.has(word)) {
      if (word === 'not' && NO_DENIAL_AFTER_NOT.has(next)) return;
      if (word === 'not' && WIDE_AFTER_NOT.has(next)) denySentence(tokens, at, wholly);
      else denyAhead(tokens, at, denied);
      // "the order never matters": what stands right before is what is denied.
      if (word === 'not' || word === 'never') denyBack(tokens, at, 1, denied);
    } else if (BEHIND.has(word)) denyBack(tokens, at, REACH_BACK, denied);
  });
  return { here: denied, wholly };
}

function denySentence(tokens: readonly Token[], from: number, wholly: boolean[]): void {
  const { stretch } = tokens[from]!;
  for (let at = from + 1; tokens[at]?.stretch === stretch; at++) wholly[at] = true;
}

function denyAhead(tokens: readonly Token[], from: number, denied: boolean[]): void {
  const cue = tokens[from]!;
  let telling = 0;
  for (let at = from + 1; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.clause !== cue.clause) return;
    denied[at] = !denied[at];
    if (token.telling && ++telling >= REACH_AHEAD) return;
  }
}

function denyBack(tokens: readonly Token[], from: number, reach: number, denied: boolean[]): void {
  const cue = tokens[from]!;
  let telling = 0;
  for (let at = from - 1; at >= 0 && telling < reach; at--) {
    const token = tokens[at]!;
    if (token.clause !== cue.clause) return;
    if (!token.telling) continue;
    denied[at] = true;
    telling++;
  }
}
