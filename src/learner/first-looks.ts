// Whose turn it is in the first looks of a diagnosis for a role.
import { randomStream } from './random.js';

/** What a role's interviews ask, and the seed of its first looks. */
export interface DiagnosisProfile {
  /** By topic, summing to 1. */
  readonly shares: ReadonlyMap<string, number>;
  readonly seed: number;
}

/** The golden ratio less one: its multiples fall evenly over a circle, however many there are (Knuth, TAOCP 3, 6.4). */
const GOLDEN = 0.6180339887498949;

/**
 * The topic of a first look: topics lie on a circle in an order and from a place drawn by the seed, each as long as its
 * share; every turn goes on by the golden ratio. So each is met in proportion to its share, less than two off, wherever the
 * sitting ends. Undefined where none has a share.
 */
export function turnOf(
  topics: readonly string[],
  there: readonly string[],
  { shares, seed }: DiagnosisProfile,
  turn: number,
): string | undefined {
  const random = randomStream(seed);
  const start = random();
  const circle = topics
    .map((topic) => ({ topic, place: random(), share: there.includes(topic) ? (shares.get(topic) ?? 0) : 0 }))
    .sort((a, b) => a.place - b.place);
  const total = circle.reduce((sum, { share }) => sum + share, 0);
  let at = ((start + turn * GOLDEN) % 1) * total;
  for (const { topic, share } of circle) {
    at -= share;
    if (at < 0) return topic;
  }
  return circle.findLast(({ share }) => share > 0)?.topic;
}
