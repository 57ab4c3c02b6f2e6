// Texts, numbers and responses as they are passed in JSON, each made once however often it comes.

import type { QuestionResponse } from '../../question/response.js';
import { amount, fraction, index, instant } from '../checks.js';
import type { JsonScan } from './json-scan.js';
import { hashOf, KnownRuns } from './known-runs.js';

/** What is longer is made each time: words of a person's own come once. */
const MOST_KEPT = 512;

/** One for all files that are read together. What is not as it should be makes the walk odd. */
export class KnownValues {
  readonly #texts = new KnownRuns<string>();
  readonly #numbers = new KnownRuns<number>();
  readonly #responses = new KnownRuns<QuestionResponse | null>();

  constructor(readonly scan: JsonScan) {}

  /** Number of the text that comes; the same for the same text. */
  textNumber(): number {
    const { scan } = this;
    scan.text();
    const { from, to, hash } = scan;
    if (scan.odd) return -1;
    const known = this.#texts.find(scan.bytes, from, to, hash);
    if (known >= 0) return known;
    const text = scan.parsed(from - 1, to + 1);
    const made = typeof text === 'string' ? this.#texts.add(scan.bytes, from, to, hash, text) : -1;
    if (made < 0) scan.odd = true;
    return made;
  }

  /** The text of that number. */
  text(number: number): string {
    return this.#texts.values[number]!;
  }

  /** Passes a text of at most so many bytes, which is not kept. */
  passText(most: number): void {
    const { scan } = this;
    scan.text();
    if (scan.to - scan.from > most) scan.odd = true;
    if (!scan.isPlain && !scan.odd) scan.parsed(scan.from - 1, scan.to + 1);
  }

  instant(): number {
    return this.#checked(this.#number(), instant);
  }

  amount(): number {
    return this.#checked(this.#number(), amount);
  }

  fraction(): number {
    return this.#checked(this.#number(), fraction);
  }

  index(): number {
    return this.#checked(this.#number(), index);
  }

  /** Number of a response that is kept; -1: it was made for this time, see `response`. Its shape is not looked at. */
  responseNumber(): number {
    const { scan } = this;
    scan.value();
    const { from, to } = scan;
    if (scan.odd) return -1;
    const hash = to - from > MOST_KEPT ? 0 : hashOf(scan.bytes, from, to);
    const known = to - from > MOST_KEPT ? -1 : this.#responses.find(scan.bytes, from, to, hash);
    if (known >= 0) return known;
    this.#made = scan.parsed(from, to) as QuestionResponse | null;
    if (scan.odd || to - from > MOST_KEPT) return -1;
    return this.#responses.add(scan.bytes, from, to, hash, this.#made);
  }

  #made: QuestionResponse | null = null;

  /** Of the number given last. */
  response(number: number): QuestionResponse | null {
    return number < 0 ? this.#made : this.#responses.values[number]!;
  }

  #number(): number {
    const { scan } = this;
    const whole = scan.wholeNumber();
    if (whole >= 0) return whole;
    scan.value();
    const { from, to } = scan;
    if (scan.odd || to - from > MOST_KEPT) return Number.NaN;
    const hash = hashOf(scan.bytes, from, to);
    const known = this.#numbers.find(scan.bytes, from, to, hash);
    if (known >= 0) return this.#numbers.values[known]!;
    const number = scan.parsed(from, to);
    if (typeof number !== 'number') return Number.NaN;
    this.#numbers.add(scan.bytes, from, to, hash, number);
    return number;
  }

  #checked(number: number, check: (value: unknown) => string | null): number {
    if (check(number) !== null) this.scan.odd = true;
    return number;
  }
}
