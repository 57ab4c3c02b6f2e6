// The credits that the marks of the points make: suggested, clear, and at the most.

import type { OpenMark, PointMark } from '../question/open-mark.js';
import type { Open } from '../question/question.js';

type Credits = Pick<OpenMark, 'suggestedCredit' | 'clearCredit' | 'mostCredit'>;

/** Each 0 to 1, over the weights of all points; `points` in the order of the rubric. */
export function creditsOf({ rubric }: Open, points: readonly PointMark[]): Credits {
  const total = rubric.reduce((sum, { weight }) => sum + weight, 0);
  const credit = (share: (point: PointMark) => number) =>
    points.reduce((sum, point, at) => sum + share(point) * rubric[at]!.weight, 0) / total;
  return {
    suggestedCredit: credit(({ share }) => share),
    clearCredit: credit(({ clear, share }) => (clear ? share : 0)),
    mostCredit: credit(({ state }) => (state === 'open' ? 0 : 1)),
  };
}
