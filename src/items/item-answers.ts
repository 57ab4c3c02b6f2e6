// First attempts of many people, kept as columns of numbers: sixteen bytes an answer, so that a million can be looked at several times. Pure.

import { type CountedRow, isFirstAttempt } from '../history/counted-row.js';
import { SeenAnswers } from '../history/seen-answers.js';
import type { Level } from '../question/vocabulary.js';

/** What is known of an item besides its answers. */
export interface AnsweredItem {
  item: string;
  topic: string;
  level: Level;
  type: string;
  guess: number;
  /** The key of its latest answers; others are left out. */
  keyHash: string;
  /** ms. */
  lastAt: number;
  /** What was picked, as it was picked: `a`, or `a,c`. */
  picks: Map<string, number>;
}

export interface Attempt {
  item: number;
  person: number;
  credit: number;
  elapsedMs: number;
  /** Number in `picks` of its item; -1: nothing was picked. */
  pick: number;
  hinted: boolean;
  flagged: boolean;
  skipped: boolean;
}

const HINTED = 1;
const FLAGGED = 2;
const SKIPPED = 4;
/** Options of all kinds that hostile rows could name. */
const MOST_PICKS = 200;

export class ItemAnswers {
  readonly items: AnsweredItem[] = [];
  readonly people: string[] = [];
  count = 0;
  readonly #itemOf = new Map<string, number>();
  readonly #personOf = new Map<string, number>();
  readonly #keyOf = new Map<string, number>();
  readonly #seen = new SeenAnswers();
  #item = new Uint32Array(1024);
  #person = new Uint32Array(1024);
  #credit = new Float64Array(1024);
  #elapsed = new Float32Array(1024);
  #pick = new Int16Array(1024);
  #marks = new Uint8Array(1024);
  #key = new Uint32Array(1024);

  /** Rows that are no first attempts, and copies, are passed over. */
  add(row: CountedRow): void {
    if (!isFirstAttempt(row) || !this.#seen.add(row.answerId)) return;
    if (this.count === this.#item.length) this.#grow();
    const at = this.count;
    const item = this.#itemNumber(row);
    this.#item[at] = item;
    this.#person[at] = numberOf(this.#personOf, row.person, () => this.people.push(row.person));
    this.#credit[at] = row.credit;
    this.#elapsed[at] = row.elapsedMs;
    this.#pick[at] = this.#pickNumber(row, item);
    this.#key[at] = numberOf(this.#keyOf, row.keyHash, () => {});
    this.#marks[at] =
      (row.hinted ? HINTED : 0) | (row.flagged ? FLAGGED : 0) | (row.outcome === 'skipped' ? SKIPPED : 0);
    this.count += 1;
  }

  /** Every attempt at the items as they are keyed now. The object is the same each time. */
  *attempts(): Generator<Attempt> {
    const attempt: Attempt = {
      item: 0,
      person: 0,
      credit: 0,
      elapsedMs: 0,
      pick: -1,
      hinted: false,
      flagged: false,
      skipped: false,
    };
    const keys = this.items.map(({ keyHash }) => this.#keyOf.get(keyHash));
    for (let at = 0; at < this.count; at += 1) {
      const item = this.#item[at]!;
      if (this.#key[at] !== keys[item]) continue;
      const marks = this.#marks[at]!;
      attempt.item = item;
      attempt.person = this.#person[at]!;
      attempt.credit = this.#credit[at]!;
      attempt.elapsedMs = this.#elapsed[at]!;
      attempt.pick = this.#pick[at]!;
      attempt.hinted = (marks & HINTED) !== 0;
      attempt.flagged = (marks & FLAGGED) !== 0;
      attempt.skipped = (marks & SKIPPED) !== 0;
      yield attempt;
    }
  }

  #itemNumber(row: CountedRow): number {
    const { item, topic, level, type, guess, keyHash, at } = row;
    const number = numberOf(this.#itemOf, item, () =>
      this.items.push({ item, topic, level, type, guess, keyHash, lastAt: at, picks: new Map() }),
    );
    const known = this.items[number]!;
    // Of an item that was changed the latest form counts.
    if (at > known.lastAt) Object.assign(known, { topic, level, type, guess, keyHash, lastAt: at });
    return number;
  }

  #pickNumber({ chosen }: CountedRow, item: number): number {
    if (chosen === null || chosen.length === 0) return -1;
    const { picks } = this.items[item]!;
    const name = [...chosen].sort().join(',');
    if (!picks.has(name) && picks.size >= MOST_PICKS) return -1;
    return numberOf(picks, name, () => {});
  }

  #grow(): void {
    const size = this.#item.length * 2;
    this.#item = extended(new Uint32Array(size), this.#item);
    this.#person = extended(new Uint32Array(size), this.#person);
    this.#credit = extended(new Float64Array(size), this.#credit);
    this.#elapsed = extended(new Float32Array(size), this.#elapsed);
    this.#pick = extended(new Int16Array(size), this.#pick);
    this.#marks = extended(new Uint8Array(size), this.#marks);
    this.#key = extended(new Uint32Array(size), this.#key);
  }
}

function extended<Column extends { set(from: Column): void }>(large: Column, small: Column): Column {
  large.set(small);
  return large;
}

/** The number of a name, the next one for a new name. */
function numberOf(numbers: Map<string, number>, name: string, added: () => void): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  const made = numbers.size;
  numbers.set(name, made);
  added();
  return made;
}
