// How many due reviews and how many new items a practice sitting holds.

/**
 * The items of a sitting of `count` questions: due ones first, at most half of them (rounded up), then new ones; where one
 * side runs short the other fills up. Both lists come most wanted first (see `dueCards`; new ones by weakness).
 * Due reviews alone would crowd out new items: with 20 minutes a day they leave less remembered after a month than
 * asking at random, in every kind of forgetting tried (bench/learning, docs/decisions/0004-half-of-practice-is-new.md).
 */
export function practiceMix<Item>(due: readonly Item[], fresh: readonly Item[], count: number): Item[] {
  const half = Math.ceil(count / 2);
  const newCount = Math.min(fresh.length, Math.max(count - half, count - due.length));
  const dueCount = Math.min(due.length, count - newCount);
  return [...due.slice(0, dueCount), ...fresh.slice(0, newCount)];
}
