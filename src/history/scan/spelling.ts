// How names and words of a record are written in JSON, as bytes that are compared four at once.

/** A name with its quotes and colon, or a word with its quotes, as bytes. */
export type Spelling = DataView;

export function spelled(text: string): Spelling {
  const bytes = Uint8Array.from(Buffer.from(text));
  return new DataView(bytes.buffer);
}

/** Names of an object's members in the order in which they are written most often. */
export const spelledNames = (names: readonly string[]): readonly Spelling[] =>
  names.map((name) => spelled(`"${name}":`));

export const spelledWords = (words: readonly string[]): readonly Spelling[] =>
  words.map((word) => spelled(`"${word}"`));

export const NULL: Spelling = spelled('null');
