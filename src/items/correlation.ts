// Pearson's correlation of pairs as they come, without keeping them (Welford's sums). Pure.

export class Correlation {
  #count = 0;
  #x = 0;
  #y = 0;
  #xx = 0;
  #yy = 0;
  #xy = 0;

  add(x: number, y: number): void {
    this.#count += 1;
    const dx = x - this.#x;
    const dy = y - this.#y;
    this.#x += dx / this.#count;
    this.#y += dy / this.#count;
    this.#xx += dx * (x - this.#x);
    this.#yy += dy * (y - this.#y);
    this.#xy += dx * (y - this.#y);
  }

  /** -1 to 1; null where one side does not vary, or fewer than three pairs came. */
  get value(): number | null {
    const scale = Math.sqrt(this.#xx * this.#yy);
    return this.#count < 3 || scale < 1e-12 ? null : Math.max(-1, Math.min(1, this.#xy / scale));
  }
}
