// What is said of a snippet before it is worked on.

import type { Spot } from '../question/question.js';
import { counted } from '../text/number.js';

/** `2 flaws. Mark a line of each.`, with how many lines are marked so far. */
export function flawCount({ flaws }: Spot, marked: number | null): string {
  const asked = flaws.length === 1 ? '1 flaw. Mark its line.' : `${flaws.length} flaws. Mark a line of each.`;
  return marked === null ? asked : `${asked} ${counted(marked, 'line')} marked.`;
}
