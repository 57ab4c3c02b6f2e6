// An answer passed in JSON: into columns at once, without an object of it.

import { isResponseTo } from '../../question/response.js';
import { QUESTION_TYPES } from '../../question/vocabulary.js';
import type { AnswerRow, AnswerStore } from '../answer-store.js';
import { isShallow, MAX_LIST, MAX_TEXT } from '../checks.js';
import { checkSuggestion } from '../decode-segment.js';
import { type Answer, CONFIDENCES, MARKERS, OUTCOMES } from '../records.js';
import { END } from './json-scan.js';
import type { KnownValues } from './known-values.js';
import { FACT_NAMES, type FactsScan, membersBetween } from './scan-facts.js';
import { NULL, type Spelling, spelled, spelledNames, spelledWords } from './spelling.js';

/** In the order in which a sitting writes them. */
const NAMES = [
  'id',
  ...FACT_NAMES,
  ...['round', 'outcome', 'response', 'credit', 'markedBy', 'counts', 'suggested', 'guess'],
  ...['hinted', 'confidence', 'elapsedMs', 'visits', 'at'],
];
const SPELLED = spelledNames(NAMES);
const FIRST_FACT = NAMES.indexOf(FACT_NAMES[0]!);
const isFact = (at: number): boolean => at >= FIRST_FACT && at < FIRST_FACT + FACT_NAMES.length;
const OPTIONAL = ['markedBy', 'counts', 'suggested'];
const NEEDED = NAMES.reduce((all, name, place) => (OPTIONAL.includes(name) ? all : all | (1 << place)), 0);

const OUTCOME_WORDS = spelledWords(OUTCOMES);
const MARKER_WORDS = spelledWords(MARKERS);
const CONFIDENCE_WORDS = [NULL, ...spelledWords(CONFIDENCES)];

const VISIT_NAMES = spelledNames(['shownAt', 'leftAt']);
/** A bit each. */
const BOTH = 3;
const AT_SIGN = spelled('@');
const QUOTE = spelled('"');

const NOTHING: AnswerRow = {
  at: 0,
  stepAt: 0,
  entry: 0,
  round: 0,
  credit: 0,
  guess: 0,
  elapsedMs: 0,
  facts: 0,
  manner: 0,
};

/** One for all files that are read together. */
export class AnswerScan {
  readonly #row: AnswerRow = { ...NOTHING };
  #segment: Spelling = NULL;
  /** Its id: as it is, or null and what it is made of besides the segment. */
  #id: string | null = null;
  #idEntry = 0;
  #idAt = 0;
  #response = -1;
  #outcome = 0;
  #marker = -1;
  #counts: boolean | undefined;
  #hinted = false;
  #confidence = 0;
  #suggested: Answer['suggested'];
  /** By what is put together in `#manner`: its place in the store. */
  readonly #manners = new Map<number, number>();
  /** By number of a response, two bits a type: it is one to questions of the type, it is none. */
  readonly #fits: (number | undefined)[] = [];
  /** By place of facts. */
  readonly #bits: (number | undefined)[] = [];

  constructor(
    private readonly values: KnownValues,
    private readonly facts: FactsScan,
    private readonly store: AnswerStore,
  ) {}

  /**
   * Passes an answer, which `keep` puts into the store; odd where it is not as `checkStep` wants it. `segment`: how ids of answers begin that
   * are given in it, behind a quote.
   */
  pass(segment: Spelling): void {
    const { scan } = this.values;
    this.#segment = segment;
    this.#marker = -1;
    this.#counts = undefined;
    this.#suggested = undefined;
    let seen = 0;
    let last = 0;
    for (let at = scan.firstMember(SPELLED); at !== END; at = scan.nextMember(SPELLED, last)) {
      last = at;
      if (isFact(at)) last = FIRST_FACT + this.facts.member(at - FIRST_FACT);
      else this.#member(at);
      const passed = membersBetween(at, last);
      if ((seen & passed) !== 0) scan.odd = true;
      seen |= passed;
      if (scan.odd) return;
    }
    if ((seen & NEEDED) !== NEEDED) scan.odd = true;
    this.#row.facts = this.facts.place();
    if (!scan.odd && !this.#isFitting()) scan.odd = true;
  }

  #member(at: number): void {
    const { values } = this;
    const { scan } = values;
    switch (NAMES[at]) {
      case 'id':
        this.#passId();
        return;
      case 'round':
        this.#row.round = values.index();
        return;
      case 'outcome':
        this.#outcome = scan.word(OUTCOME_WORDS);
        return;
      case 'response':
        this.#response = values.responseNumber();
        return;
      case 'credit':
        this.#row.credit = values.fraction();
        return;
      case 'markedBy':
        this.#marker = scan.word(MARKER_WORDS);
        return;
      case 'counts':
        this.#counts = scan.truth();
        return;
      case 'suggested':
        this.#passSuggested();
        return;
      case 'guess':
        this.#row.guess = values.fraction();
        return;
      case 'hinted':
        this.#hinted = scan.truth();
        return;
      case 'confidence':
        this.#confidence = scan.word(CONFIDENCE_WORDS);
        return;
      case 'elapsedMs':
        this.#row.elapsedMs = values.amount();
        return;
      case 'visits':
        this.#passVisits();
        return;
      default:
        this.#row.at = values.instant();
    }
  }

  #passId(): void {
    const { values } = this;
    const { scan } = values;
    const start = scan.place;
    this.#id = null;
    if (scan.passes(this.#segment)) {
      this.#idEntry = scan.digits();
      if (scan.passes(AT_SIGN)) {
        this.#idAt = scan.digits();
        if (scan.passes(QUOTE)) return;
      }
    }
    scan.place = start;
    values.passText(MAX_TEXT);
    if (!scan.odd) this.#id = scan.parsed(scan.from - 1, scan.to + 1) as string;
  }

  #passSuggested(): void {
    const { scan } = this.values;
    scan.value();
    const suggested = scan.odd ? undefined : scan.parsed(scan.from, scan.to);
    if (checkSuggestion(suggested) !== null) scan.odd = true;
    this.#suggested = suggested as Answer['suggested'];
  }

  #passVisits(): void {
    const { scan } = this.values;
    let count = 0;
    for (let more = scan.firstOfList(); more; more = scan.nextOfList()) {
      let seen = 0;
      for (let at = scan.firstMember(VISIT_NAMES); at !== END; at = scan.nextMember(VISIT_NAMES, at)) {
        if ((seen & (1 << at)) !== 0) scan.odd = true;
        seen |= 1 << at;
        this.values.instant();
      }
      count += 1;
      if (seen !== BOTH || scan.odd || count > MAX_LIST) scan.odd = true;
    }
  }

  /** Whether the response is one to a question of the type. */
  #isFitting(): boolean {
    const number = this.#response;
    const response = this.values.response(number);
    if (response === null) return true;
    const yes = this.#bitOf(this.#row.facts);
    const told = number < 0 ? 0 : (this.#fits[number] ?? 0);
    if ((told & (yes * 3)) !== 0) return (told & yes) !== 0;
    const fits = isResponseTo(this.store.facts(this.#row.facts).type, response) && isShallow(response);
    if (number >= 0) this.#fits[number] = told | (fits ? yes : yes * 2);
    return fits;
  }

  /** The first of the two bits in `#fits` for the type of these facts. */
  #bitOf(facts: number): number {
    let bit = this.#bits[facts];
    if (bit === undefined) {
      bit = 1 << (2 * QUESTION_TYPES.indexOf(this.store.facts(facts).type));
      this.#bits[facts] = bit;
    }
    return bit;
  }

  /** Row in the store of the answer passed last, which was given in the segment with this id. */
  keep(kind: 'answered' | 'retried', at: number, entry: number, segment: string): number {
    const row = this.#row;
    row.stepAt = at;
    row.entry = entry;
    row.manner = this.#manner(kind);
    const isUsual = this.#id === null && this.#idEntry === entry && this.#idAt === row.at;
    const id = isUsual ? null : (this.#id ?? `${segment}#${this.#idEntry}@${this.#idAt}`);
    return this.store.addRow(row, id, this.values.response(this.#response), this.#suggested);
  }

  #manner(kind: 'answered' | 'retried'): number {
    const counts = this.#counts === undefined ? 2 : Number(this.#counts);
    const digits = [this.#outcome, this.#marker + 1, counts, Number(this.#hinted), this.#confidence];
    const code = digits.reduce((sum, digit) => sum * 8 + digit, kind === 'answered' ? 0 : 1);
    const known = this.#manners.get(code);
    if (known !== undefined) return known;
    const place = this.store.placeOfManner({
      kind,
      outcome: OUTCOMES[this.#outcome]!,
      markedBy: MARKERS[this.#marker],
      counts: this.#counts,
      hinted: this.#hinted,
      confidence: CONFIDENCES[this.#confidence - 1] ?? null,
    });
    this.#manners.set(code, place);
    return place;
  }
}
