// Which answers have been read already, in sixteen bytes each: the same export may lie in a folder twice. Pure.

/** A set of answer ids, of which 52 bits are kept: among a million the chance that two different ones meet is one in ten thousand. */
export class SeenAnswers {
  // Open addressing; 0 is free.
  #table = new Float64Array(1 << 16);
  #count = 0;

  /** True the first time an id comes. */
  add(id: string): boolean {
    if (this.#count * 2 >= this.#table.length) this.#grow();
    return this.#put(this.#table, keyOf(id));
  }

  #put(table: Float64Array, key: number): boolean {
    const mask = table.length - 1;
    for (let place = (key % 0x7fffffff) & mask; ; place = (place + 1) & mask) {
      const there = table[place];
      if (there === key) return false;
      if (there !== 0) continue;
      table[place] = key;
      this.#count += 1;
      return true;
    }
  }

  #grow(): void {
    const before = this.#table;
    this.#table = new Float64Array(before.length * 2);
    this.#count = 0;
    for (const key of before) if (key !== 0) this.#put(this.#table, key);
  }
}

const OURS = /^[0-9a-f]{20}$/;

/** Ids of ours are digests already; others are made numbers (two FNV-1a of 26 bits). */
function keyOf(id: string): number {
  if (OURS.test(id)) return Number.parseInt(id.slice(0, 13), 16) + 1;
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < id.length; i += 1) {
    const code = id.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return (low >>> 6) * 2 ** 26 + (high >>> 6) + 1;
}
