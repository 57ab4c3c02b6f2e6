// "Did you mean …?": the known names nearest to a mistyped one.

import leven from 'leven';

/** Letters to insert, delete or replace to get from one text to the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  return leven(a, b);
}

/** Up to `most` known names, nearest first: those that contain the word, or are a few letters away. */
export function nearestNames(word: string, known: Iterable<string>, most = 3): string[] {
  const wanted = word.toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return [...known]
    .map((name) => ({ name, distance: distanceBetween(wanted, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

/** How a sentence about a mistyped name goes on: the nearest ones, or all there are where none is near. */
export function adviceOn(word: string, known: readonly string[]): string {
  const nearest = nearestNames(word, known);
  return nearest.length > 0 ? `did you mean: ${nearest.join(', ')}?` : `there are: ${known.join(', ')}`;
}

function distanceBetween(wanted: string, name: string): number {
  if (wanted.length >= 3 && name.includes(wanted)) return 1;
  return editDistance(wanted, name);
}
