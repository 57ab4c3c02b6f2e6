// The steps of a sitting passed in JSON: those that come most often without an object of them, all others by JSON.parse and their check.

import type { AnswerStore } from '../answer-store.js';
import { MAX_LIST } from '../checks.js';
import { checkPlanned, checkStep } from '../decode-segment.js';
import type { Step } from '../records.js';
import { type KeptStep, slimOther, slimStep } from '../slim-segment.js';
import { END, JsonScan } from './json-scan.js';
import { KnownValues } from './known-values.js';
import { AnswerScan } from './scan-answer.js';
import { FactsScan, passPlanned } from './scan-facts.js';
import { type Spelling, spelled, spelledNames, spelledWords } from './spelling.js';

const NAMES = ['kind', 'at', 'entry', 'answer'];
const SPELLED = spelledNames(NAMES);
/** Of each kind that is passed without an object: which of these members it has, a bit each. */
const MEMBERS = { answered: 0b1111, retried: 0b1111, shown: 0b111, hinted: 0b111, left: 0b11 } as const;
const KINDS = Object.keys(MEMBERS) as (keyof typeof MEMBERS)[];
const KIND_WORDS = spelledWords(KINDS);

/** One for all files that are read together: what recurs is known from the files before. */
export class StepsScan {
  readonly scan = new JsonScan();
  readonly #values = new KnownValues(this.scan);
  readonly #facts: FactsScan;
  readonly #answers: AnswerScan;

  constructor(readonly store: AnswerStore) {
    this.#facts = new FactsScan(this.#values, store);
    this.#answers = new AnswerScan(this.#values, this.#facts, store);
  }

  /** Passes a plan, of which nothing is kept; odd where `checkPlanned` would refuse one of its items. */
  plan(): void {
    this.#list((place) => {
      const { scan } = this;
      passPlanned(this.#values, this.#facts);
      if (scan.odd && checkPlanned(this.#again(place)) !== null) scan.odd = true;
    });
  }

  /** Passes the steps of the segment with this id, and gives what is kept of them; odd where `checkStep` would refuse one. */
  steps(segment: string): KeptStep[] {
    const kept: KeptStep[] = [];
    const beginning = spelled(`"${segment}#`);
    this.#list((start, place) => {
      const { scan } = this;
      const slim = this.#step(place, segment, beginning);
      if (!scan.odd) {
        if (slim !== undefined) kept.push(slim);
        return;
      }
      const step = this.#again(start);
      if (checkStep(step) !== null) scan.odd = true;
      if (scan.odd) return;
      const other = slimStep(step as Step, place, segment, this.store);
      if (other !== undefined) kept.push(other);
    });
    return kept;
  }

  /** `member` gets where it begins in the bytes, and its place in the list. */
  #list(member: (start: number, place: number) => void): void {
    const { scan } = this;
    let place = 0;
    for (let more = scan.firstOfList(); more; more = scan.nextOfList()) {
      if (place >= MAX_LIST) scan.odd = true;
      if (scan.odd) return;
      member(scan.place, place);
      place += 1;
    }
  }

  /** What begins there, as JSON.parse has it. */
  #again(start: number): unknown {
    const { scan } = this;
    scan.odd = false;
    scan.place = start;
    scan.value();
    return scan.odd ? undefined : scan.parsed(scan.from, scan.to);
  }

  #step(place: number, segment: string, beginning: Spelling): KeptStep | undefined {
    const { scan } = this;
    let kind = 0;
    let [at, entry, seen] = [0, 0, 0];
    for (let name = scan.firstMember(SPELLED); name !== END; name = scan.nextMember(SPELLED, name)) {
      if ((seen & (1 << name)) !== 0) scan.odd = true;
      seen |= 1 << name;
      if (name === 0) kind = scan.word(KIND_WORDS);
      else if (name === 1) at = this.#values.instant();
      else if (name === 2) entry = this.#values.index();
      else this.#answers.pass(beginning);
      if (scan.odd) return undefined;
    }
    const word = KINDS[kind]!;
    if (scan.odd || seen !== MEMBERS[word]) {
      scan.odd = true;
      return undefined;
    }
    if (word === 'answered' || word === 'retried') return this.#answers.keep(word, at, entry, segment);
    return slimOther(at, place);
  }
}
