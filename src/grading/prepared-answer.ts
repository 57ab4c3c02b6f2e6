// A typed answer made ready for one question: its words, what is denied or copied, and which known stems each word is like.

import { anchorsIn, governingAnchors } from './anchors.js';
import { type Denied, deniedWords } from './denials.js';
import type { LikenessIndex } from './likeness.js';
import { cutTokens, type Token } from './tokens.js';
import { COPIED_RUN, runs } from './word-runs.js';

/** An answer made ready: words, what is denied or copied, and which known stems each word is like. */
export interface PreparedAnswer {
  text: string;
  tokens: readonly Token[];
  denied: Denied;
  copied: readonly boolean[];
  /** For each word the names and codes that it belongs to; null where it belongs to none. */
  governing: readonly (ReadonlySet<string> | null)[];
  /** By number of the stem: the words that are like it, in order. */
  hits: ReadonlyMap<number, readonly PhraseHit[]>;
}

export interface PhraseHit {
  at: number;
  likeness: number;
}

/** What of a question an answer is compared with. */
interface ReadyToCompare {
  index: LikenessIndex;
  given: ReadonlySet<string>;
  anchors: ReadonlySet<string>;
}

export function prepareAnswer(item: ReadyToCompare, text: string): PreparedAnswer {
  const tokens = cutTokens(text);
  const copied = copiedWords(tokens, item.given);
  return {
    text,
    tokens,
    denied: deniedWords(tokens),
    copied,
    governing: governingAnchors(tokens, namesIn(text, tokens, item.anchors)),
    hits: hitsOf(item.index, tokens, copied),
  };
}

/** An answer in small letters only names nothing: "put" is a word like others then. */
function namesIn(text: string, tokens: readonly Token[], known: ReadonlySet<string>): Set<Token> {
  return new Set(anchorsIn(text, tokens).filter(({ stem }) => known.has(stem)));
}

/** Words in a run of five that question or hint has too. */
function copiedWords(tokens: readonly Token[], given: ReadonlySet<string>): boolean[] {
  const copied = new Array<boolean>(tokens.length).fill(false);
  const all = runs(tokens.map(({ stem }) => stem));
  all.forEach((run, at) => {
    if (given.has(run)) copied.fill(true, at, at + COPIED_RUN);
  });
  return copied;
}

function hitsOf(index: LikenessIndex, tokens: readonly Token[], copied: readonly boolean[]) {
  const known = new Map<string, ReturnType<typeof index.like>>();
  const hits = new Map<number, PhraseHit[]>();
  tokens.forEach(({ stem }, at) => {
    if (copied[at]) return;
    const alike = known.get(stem) ?? index.like(stem);
    known.set(stem, alike);
    for (const { key, likeness } of alike) {
      const list = hits.get(key);
      if (list === undefined) hits.set(key, [{ at, likeness }]);
      else list.push({ at, likeness });
    }
  });
  return hits;
}
