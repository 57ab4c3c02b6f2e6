// What a plan and an answer say of their item, passed in JSON: nearly always what was said of it before.

import type { AnswerStore, Facts } from '../answer-store.js';
import { MAX_LIST, MAX_TEXT } from '../checks.js';
import { checkFacts } from '../decode-segment.js';
import { END } from './json-scan.js';
import type { KnownValues } from './known-values.js';
import { type Spelling, spelledNames } from './spelling.js';

const NAMES = ['item', 'contentHash', 'keyHash', 'topic', 'concept', 'level', 'type'] as const;
/** The members that are read here, in their usual order. */
export const FACT_NAMES = [...NAMES, 'order'];
const ORDER = NAMES.length;
const CONTENT_HASH = 1;

/** What stands behind an item's name, up to the end of the last of `NAMES`, where its members come in their usual order. */
interface Run {
  bytes: Spelling;
  facts: number;
}

export class FactsScan {
  /** Numbers of the texts under `NAMES`, of what is being passed. */
  readonly #numbers = new Int32Array(NAMES.length);
  /** By the number of the content's hash: which facts have it. */
  readonly #byHash: (number[] | undefined)[] = [];
  /** Of all facts, one after the other, the numbers of their texts; and their places in the store. */
  readonly #known: number[] = [];
  readonly #places: number[] = [];
  /** By the number of an item's name: what stood behind it the last time. */
  readonly #runs: (Run | undefined)[] = [];
  #runFrom = 0;
  #runTo = 0;
  /** How many of `NAMES` came in their order. */
  #inOrder = 0;
  /** The facts that were passed as a run; -1: they were not. */
  #asRun = -1;

  constructor(
    private readonly values: KnownValues,
    private readonly store: AnswerStore,
  ) {}

  /** Passes the value of the member of `FACT_NAMES` at this place, and with it those that are known to follow: the last of them. */
  member(place: number): number {
    if (place === ORDER) {
      this.#order();
      return ORDER;
    }
    const { scan } = this.values;
    const number = this.values.textNumber();
    this.#numbers[place] = number;
    if (place === 0) {
      this.#runFrom = scan.place;
      this.#inOrder = 1;
      this.#asRun = scan.odd ? -1 : this.#passRun(this.#runs[number]);
      return this.#asRun < 0 ? 0 : NAMES.length - 1;
    }
    if (place === this.#inOrder) this.#inOrder += 1;
    this.#runTo = scan.place;
    return place;
  }

  #passRun(run: Run | undefined): number {
    const { scan } = this.values;
    if (run === undefined || !scan.isNext(run.bytes)) return -1;
    scan.place += run.bytes.byteLength;
    return run.facts;
  }

  #order(): void {
    const { scan } = this.values;
    let count = 0;
    for (let more = scan.firstOfList(); more; more = scan.nextOfList()) {
      this.values.passText(MAX_TEXT);
      count += 1;
    }
    if (count > MAX_LIST) scan.odd = true;
  }

  /** Place in the store of what was passed, once all members were; odd where one of them is wrong. */
  place(): number {
    if (this.values.scan.odd) return -1;
    if (this.#asRun >= 0) return this.#places[this.#asRun]!;
    const facts = this.#facts();
    if (facts < 0) return -1;
    if (this.#inOrder === NAMES.length) {
      const { bytes } = this.values.scan;
      const run = Uint8Array.from(bytes.subarray(this.#runFrom, this.#runTo));
      this.#runs[this.#numbers[0]!] = { bytes: new DataView(run.buffer), facts };
    }
    return this.#places[facts]!;
  }

  #facts(): number {
    const numbers = this.#numbers;
    const hash = numbers[CONTENT_HASH]!;
    let facts = this.#byHash[hash];
    if (facts === undefined) {
      facts = [];
      this.#byHash[hash] = facts;
    }
    for (const one of facts) if (this.#is(one)) return one;
    const made = Object.fromEntries(NAMES.map((name, at) => [name, this.values.text(numbers[at]!)]));
    if (checkFacts(made) !== null) {
      this.values.scan.odd = true;
      return -1;
    }
    facts.push(this.#places.length);
    this.#known.push(...numbers);
    return this.#places.push(this.store.placeOfFacts(made as unknown as Facts)) - 1;
  }

  #is(one: number): boolean {
    const start = one * NAMES.length;
    for (let at = 0; at < NAMES.length; at += 1)
      if (this.#known[start + at] !== this.#numbers[at]) return false;
    return true;
  }
}

/** A bit for each member from one to another. */
export const membersBetween = (from: number, to: number): number => (1 << (to + 1)) - (1 << from);

const PLAN_NAMES = [...FACT_NAMES, 'limitMs'];
const SPELLED = spelledNames(PLAN_NAMES);
const LIMIT = PLAN_NAMES.indexOf('limitMs');
const EVERY_MEMBER = 2 ** PLAN_NAMES.length - 1;

/** Passes an item of a plan, of which nothing is kept. */
export function passPlanned(values: KnownValues, facts: FactsScan): void {
  const { scan } = values;
  let seen = 0;
  let last = 0;
  for (let at = scan.firstMember(SPELLED); at !== END; at = scan.nextMember(SPELLED, last)) {
    last = at;
    if (at !== LIMIT) last = facts.member(at);
    else if (!scan.passesNull()) values.amount();
    const passed = membersBetween(at, last);
    if ((seen & passed) !== 0) scan.odd = true;
    seen |= passed;
    if (scan.odd) return;
  }
  if (seen !== EVERY_MEMBER) scan.odd = true;
  facts.place();
}
