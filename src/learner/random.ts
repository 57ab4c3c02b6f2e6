// The seeded random numbers of this folder: the only file that knows pure-rand.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Returns the next number of a stream, in [0, 1). */
export type RandomNumbers = () => number;

/** A stream of numbers in [0, 1) fixed by its seed (any integer; only its low 32 bits count). */
export function randomStream(seed: number): RandomNumbers {
  const generator = xoroshiro128plus(scrambled(seed));
  // The generator's state starts almost empty; its first numbers still show the seed.
  for (let i = 0; i < WARM_UP; i++) generator.next();
  return () => uniformFloat64(generator);
}

const WARM_UP = 16;

/** Spreads neighbouring seeds over all 32 bits (the lowbias32 finaliser of C. Wellons), or 1, 2, 3 would begin alike. */
function scrambled(seed: number): number {
  let h = seed | 0;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

/** A stream of standard normal numbers (Box-Muller, both values used). */
export function normalStream(next: RandomNumbers): RandomNumbers {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    const angle = 2 * Math.PI * next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** Numbers drawn again and again: after every answer of a diagnosis the same ones, and for every report. */
const kept = new Map<string, Float64Array>();
const MOST_KEPT = 4;

/** The first `count` standard normal numbers of a seed's stream. Not to be changed: the last lists are kept. */
export function normalNumbers(seed: number, count: number): Float64Array {
  const name = `${seed} ${count}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const normal = normalStream(randomStream(seed));
  const numbers = new Float64Array(count);
  for (let at = 0; at < count; at++) numbers[at] = normal();
  kept.set(name, numbers);
  return numbers;
}
