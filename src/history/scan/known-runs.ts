// Runs of bytes that come again and again, each with what was made of it the first time.

/** Nobody's history has more; what comes beyond is made each time. */
const MOST_RUNS = 1 << 15;
const MOST_BYTES = 4 * 1024 * 1024;
/** Places looked at for a run: a file made so that all its runs meet there must not slow us down. */
const MOST_LOOKS = 24;

export class KnownRuns<Value> {
  readonly values: Value[] = [];
  // Open addressing: numbers of runs and one, 0 is free.
  #table = new Int32Array(1 << 10);
  #bytes = Buffer.allocUnsafeSlow(1 << 14);
  readonly #starts = [0];

  /** Number of the run; -1: it is not known. `hash`: the same for the same bytes. */
  find(bytes: Buffer, from: number, to: number, hash: number): number {
    const mask = this.#table.length - 1;
    for (let look = 0; look < MOST_LOOKS; look += 1) {
      const run = this.#table[(mixed(hash) + look) & mask]! - 1;
      if (run < 0) return -1;
      if (this.#is(run, bytes, from, to)) return run;
    }
    return -1;
  }

  /** Its number; -1 where there is no room. The run must not be known. */
  add(bytes: Buffer, from: number, to: number, hash: number, value: Value): number {
    const run = this.values.length;
    const start = this.#starts[run]!;
    const end = start + to - from;
    if (run >= MOST_RUNS || end > MOST_BYTES) return -1;
    if (run * 4 >= this.#table.length) this.#widen();
    const place = this.#free(hash);
    if (place < 0) return -1;
    if (end > this.#bytes.length) {
      const before = this.#bytes;
      this.#bytes = Buffer.allocUnsafeSlow(Math.max(before.length * 2, end));
      before.copy(this.#bytes, 0, 0, start);
    }
    bytes.copy(this.#bytes, start, from, to);
    this.#table[place] = run + 1;
    this.#hashes.push(hash);
    this.#starts.push(end);
    return this.values.push(value) - 1;
  }

  readonly #hashes: number[] = [];

  #is(run: number, bytes: Buffer, from: number, to: number): boolean {
    const start = this.#starts[run]!;
    const length = to - from;
    if (this.#starts[run + 1]! - start !== length) return false;
    const known = this.#bytes;
    for (let i = 0; i < length; i += 1) if (known[start + i] !== bytes[from + i]) return false;
    return true;
  }

  #free(hash: number): number {
    const mask = this.#table.length - 1;
    for (let look = 0; look < MOST_LOOKS; look += 1) {
      const place = (mixed(hash) + look) & mask;
      if (this.#table[place] === 0) return place;
    }
    return -1;
  }

  /** What finds no free place in the new table is known no longer, and made each time. */
  #widen(): void {
    this.#table = new Int32Array(this.#table.length * 2);
    this.#hashes.forEach((hash, run) => {
      const place = this.#free(hash);
      if (place >= 0) this.#table[place] = run + 1;
    });
  }
}

/** The low bits of an FNV-1a hash depend on the low bits of its bytes alone. */
const mixed = (hash: number): number => hash ^ (hash >>> 15);

/** Hash of the bytes from one place to another. */
export function hashOf(bytes: Buffer, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let place = from; place < to; place += 1) hash = Math.imul(hash ^ bytes[place]!, 0x01000193);
  return hash;
}
