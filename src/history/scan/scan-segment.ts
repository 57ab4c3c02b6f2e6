// A segment read from its bytes without an object for each item of its plan, each step and each answer: the rest of it is small.

import type { AnswerStore } from '../answer-store.js';
import { decodeSegment, STEPS_LIKE_TODAY } from '../decode-segment.js';
import type { Segment } from '../records.js';
import { type KeptStep, SlimSegment } from '../slim-segment.js';
import { StepsScan } from './scan-steps.js';

const COMMA = 0x2c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** What was found on the way through a record. */
interface Found {
  id: string;
  kept: KeptStep[] | undefined;
  hasPlan: boolean;
  hasSitting: boolean;
  /** What is left when plan and steps are taken out, so far; and where in the bytes it goes on. */
  rest: string;
  from: number;
}

/** One for all files that are read together. */
export class SegmentScan {
  readonly #steps: StepsScan;

  constructor(private readonly store: AnswerStore) {
    this.#steps = new StepsScan(store);
  }

  /**
   * What `slimSegment` gives of the record whose first member begins at `start`, behind the brace; undefined where it is none, or is
   * written in another way than this program's: reading it whole tells. Rows of such a one may stay in the store, where nobody asks for them.
   */
  segment(bytes: Buffer, start: number): Segment | undefined {
    const { scan } = this.#steps;
    scan.begin(bytes, start);
    const found = { id: '', kept: undefined, hasPlan: false, hasSitting: false, rest: '{', from: start };
    this.#members((name) => this.#member(name, found));
    if (scan.odd || scan.place !== bytes.length) return undefined;
    return this.#segmentOf(found, bytes.toString('utf8', found.from));
  }

  #segmentOf({ id, kept, hasPlan, rest }: Found, end: string): Segment | undefined {
    const record = parsedRecord(rest + end);
    if (record === undefined || !STEPS_LIKE_TODAY.includes(record.version)) return undefined;
    const decoded = decodeSegment(record);
    if (!('value' in decoded)) return undefined;
    const { value } = decoded;
    if (value.kind === 'event') return kept === undefined && !hasPlan ? value : undefined;
    return kept !== undefined && hasPlan && value.id === id
      ? new SlimSegment(value, kept, this.store)
      : undefined;
  }

  #member(name: string, found: Found): void {
    const { scan } = this.#steps;
    const { place: start } = scan;
    if (name === 'steps') {
      // Ids of answers are held against the segment's, which has to come before; twice there, JSON.parse takes the last one.
      if (found.id === '' || found.kept !== undefined) scan.odd = true;
      else found.kept = this.#steps.steps(found.id);
      this.#takeOut(start, found);
    } else if (name === 'sitting' && scan.next === OPEN) {
      if (found.hasSitting) scan.odd = true;
      found.hasSitting = true;
      scan.place += 1;
      this.#members((inner) => this.#memberOfSitting(inner, found));
    } else {
      scan.value();
      // A second seal is taken off with the first.
      if (name === 'crc32') scan.odd = true;
      if (name === 'id' && !scan.odd) found.id = String(scan.parsed(scan.from, scan.to));
    }
  }

  #memberOfSitting(name: string, found: Found): void {
    const { scan } = this.#steps;
    const { place: start } = scan;
    if (name !== 'plan') {
      scan.value();
      return;
    }
    if (found.hasPlan) scan.odd = true;
    found.hasPlan = true;
    this.#steps.plan();
    this.#takeOut(start, found);
  }

  /** Leaves an empty list in the place of what lies between there and here. */
  #takeOut(start: number, found: Found): void {
    const { scan } = this.#steps;
    found.rest += `${scan.bytes.toString('utf8', found.from, start)}[]`;
    found.from = scan.place;
  }

  /** Passes the members of an object behind its brace, and its other brace; `member` passes the value of each. */
  #members(member: (name: string) => void): void {
    const { scan } = this.#steps;
    let { next } = scan;
    if (next === CLOSE) {
      scan.place += 1;
      return;
    }
    do {
      scan.text();
      // The same name may be written in many ways with escapes.
      if (!scan.isPlain) scan.odd = true;
      const name = scan.bytes.toString('latin1', scan.from, scan.to);
      scan.colon();
      if (scan.odd) return;
      member(name);
      next = scan.next;
      scan.place += 1;
    } while (next === COMMA && !scan.odd);
    if (next !== CLOSE) scan.odd = true;
  }
}

function parsedRecord(text: string): { version: unknown } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
