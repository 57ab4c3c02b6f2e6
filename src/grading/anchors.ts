// Names and codes that a claim is about, such as PUT or 401, and which of them the words of an answer belong to: who swaps two is found out.

import type { Token } from './tokens.js';

const NAME = /^(?:[A-Z][A-Z0-9]+|\d{3})$/;
/** Words between two names that are still named together: "GET and HEAD", "401, or 403". */
const TOGETHER = 2;

/** The names among these words of a text: written in capitals, or a code of three digits. */
export function anchorsIn(text: string, tokens: readonly Token[]): Token[] {
  return tokens.filter(({ start, end }) => NAME.test(text.slice(start, end)));
}

/**
 * For each word the stems of the names that it belongs to: those named last before it in its sentence, together with each other.
 * Null where none is.
 */
export function governingAnchors(
  tokens: readonly Token[],
  anchors: ReadonlySet<Token>,
): (ReadonlySet<string> | null)[] {
  let group: ReadonlySet<string> | null = null;
  let last = 0;
  return tokens.map((token, at) => {
    if (at > 0 && tokens[at - 1]!.sentence !== token.sentence) group = null;
    if (anchors.has(token)) {
      const together =
        group !== null &&
        at - last <= TOGETHER + 1 &&
        tokens.slice(last + 1, at).every(({ telling }) => !telling);
      group = new Set(together && group ? [...group, token.stem] : [token.stem]);
      last = at;
    }
    return group;
  });
}
