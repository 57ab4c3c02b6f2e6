// Runs of words, by which copying is seen.

/** Words in a row that make a copy. */
export const COPIED_RUN = 5;

/** Every run of five words, joined. */
export function runs(stems: readonly string[]): string[] {
  return stems.slice(COPIED_RUN - 1).map((_, at) => stems.slice(at, at + COPIED_RUN).join(' '));
}
