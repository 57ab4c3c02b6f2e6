// Seeded chance, so that a fault that was found is found again.

/** mulberry32: numbers in [0, 1). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const below = (chance: () => number, limit: number): number => Math.floor(chance() * limit);

export function pick<T>(chance: () => number, list: readonly T[]): T {
  return list[below(chance, list.length)] as T;
}
