// What is told of a result that only counts what is clear in open answers.

import type { Provisional } from '../session/provisional.js';
import { counted, percent } from '../text/number.js';

/** One sentence. */
export function provisionalWords({ answers, points, rise }: Provisional): string {
  const counts = `Provisional: of ${counted(answers, 'open answer')} only what is clear counts`;
  if (points === 0) return `${counts}; nothing is left to look at.`;
  return `${counts}; ${counted(points, 'point')} to look at, which can raise the result by up to ${percent(rise)}.`;
}
