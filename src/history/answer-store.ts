// Answers of a long history held in few bytes each: numbers side by side, what recurs once; made whole again one at a time.

import type { ModeName } from './modes.js';
import type { Answer, Step } from './records.js';
import { markerOf, type RememberedAnswer } from './remembered-answer.js';

type AnswerStep = Extract<Step, { answer: Answer }>;
export type Facts = Pick<Answer, 'item' | 'contentHash' | 'keyHash' | 'topic' | 'concept' | 'level' | 'type'>;
type Manner = Pick<Answer, 'outcome' | 'markedBy' | 'counts' | 'hinted' | 'confidence'> & {
  kind: AnswerStep['kind'];
};

/** What is a number of an answer, and where the rest of it lies. */
export interface AnswerRow extends Pick<Answer, 'at' | 'round' | 'credit' | 'guess' | 'elapsedMs'> {
  /** Instant of its step (ms). */
  stepAt: number;
  entry: number;
  /** Places of its facts and of its manner. */
  facts: number;
  manner: number;
}

/** Numbers of an answer: at, instant of its step, entry, round, credit, guess, elapsed, place of its facts, of its manner. */
const WIDTH = 9;
const ROWS = 4096;

/** What no figure is made from is left out: the order shown and the visits, and the response unless it is wanted. */
export class AnswerStore {
  readonly #chunks: Float64Array[] = [];
  readonly #facts = new Places<Facts>();
  readonly #manners = new Places<Manner>();
  /** Of answers that are not named after their segment, entry and instant. */
  readonly #ids = new Map<number, string>();
  readonly #responses: Answer['response'][] = [];
  /** Most are one of a few. */
  readonly #texts = new Map<string, Answer['response']>();
  readonly #suggested = new Map<number, Answer['suggested']>();
  #length = 0;

  constructor(readonly withResponses: boolean) {}

  /** Its row. */
  add(segment: string, { kind, at: stepAt, entry, answer }: AnswerStep): number {
    const { id, at, round, credit, guess, elapsedMs, outcome, markedBy, counts, hinted, confidence } = answer;
    const facts = this.placeOfFacts(factsOf(answer));
    const manner = this.placeOfManner({ kind, outcome, markedBy, counts, hinted, confidence });
    return this.addRow(
      { at, stepAt, entry, round, credit, guess, elapsedMs, facts, manner },
      id === idOf(segment, entry, at) ? null : id,
      this.withResponses ? this.#once(answer) : null,
      answer.suggested,
    );
  }

  placeOfFacts(facts: Facts): number {
    return this.#facts.of(facts.contentHash, facts);
  }

  facts(place: number): Facts {
    return this.#facts.at(place);
  }

  placeOfManner(manner: Manner): number {
    return this.#manners.of(`${manner.kind}${manner.outcome}`, manner);
  }

  /** The same of an answer that is there in parts. `id`: null where it is that of its segment, entry and instant. */
  addRow(
    { at, stepAt, entry, round, credit, guess, elapsedMs, facts, manner }: AnswerRow,
    id: string | null,
    response: Answer['response'],
    suggested: Answer['suggested'],
  ): number {
    const row = this.#length;
    this.#length += 1;
    if (row % ROWS === 0) this.#chunks.push(new Float64Array(ROWS * WIDTH));
    const chunk = this.#chunks.at(-1)!;
    const start = (row % ROWS) * WIDTH;
    chunk[start] = at;
    chunk[start + 1] = stepAt;
    chunk[start + 2] = entry;
    chunk[start + 3] = round;
    chunk[start + 4] = credit;
    chunk[start + 5] = guess;
    chunk[start + 6] = elapsedMs;
    chunk[start + 7] = facts;
    chunk[start + 8] = manner;
    if (id !== null) this.#ids.set(row, id);
    if (this.withResponses) {
      this.#responses.push(response);
      if (suggested !== undefined) this.#suggested.set(row, suggested);
    }
    return row;
  }

  #once({ type, response }: Answer): Answer['response'] {
    if (type === 'open' || response === null) return response;
    const text = typeof response === 'string' ? response : JSON.stringify(response);
    const known = this.#texts.get(text);
    if (known !== undefined && typeof known === typeof response) return known;
    this.#texts.set(text, response);
    return response;
  }

  /** Instant (ms) of the answer of this row. */
  at(row: number): number {
    return this.#chunks[Math.floor(row / ROWS)]![(row % ROWS) * WIDTH]!;
  }

  /** That of its step. */
  stepAt(row: number): number {
    return this.#chunks[Math.floor(row / ROWS)]![(row % ROWS) * WIDTH + 1]!;
  }

  /** Its id, where that is not of its segment, entry and instant. */
  ownId(row: number): string | undefined {
    return this.#ids.get(row);
  }

  /** The answer of this row as it counts where nothing was said about it later: what `collectAnswers` makes of its step, at a third of the cost. */
  remembered(row: number, sitting: string, mode: ModeName): RememberedAnswer {
    const chunk = this.#chunks[Math.floor(row / ROWS)]!;
    const start = (row % ROWS) * WIDTH;
    const { item, contentHash, keyHash, topic, concept, level, type } = this.#facts.at(chunk[start + 7]!);
    const manner = this.#manners.at(chunk[start + 8]!);
    const at = chunk[start]!;
    const entry = chunk[start + 2]!;
    const credit = chunk[start + 4]!;
    const answer: RememberedAnswer = {
      id: this.#ids.get(row) ?? idOf(sitting, entry, at),
      item,
      contentHash,
      keyHash,
      topic,
      concept,
      level,
      type,
      order: NOTHING,
      round: chunk[start + 3]!,
      outcome: manner.outcome,
      response: this.#responses[row] ?? null,
      credit,
      markedBy: markerOf({ markedBy: manner.markedBy, type }, mode),
      guess: chunk[start + 5]!,
      hinted: manner.hinted,
      confidence: manner.confidence,
      elapsedMs: chunk[start + 6]!,
      visits: NOTHING,
      at,
      sitting,
      mode,
      entry,
      effectiveCredit: credit,
      effectiveKeyHash: keyHash,
      overridden: false,
      regraded: false,
      easy: false,
      superseded: false,
      takenBack: false,
    };
    if (manner.counts === false) answer.counts = false;
    const suggested = this.#suggested.get(row);
    if (suggested !== undefined) answer.suggested = suggested;
    return answer;
  }

  /** The step of this row, which was given in the segment of this id. */
  step(row: number, segment: string): AnswerStep {
    const chunk = this.#chunks[Math.floor(row / ROWS)]!;
    const start = (row % ROWS) * WIDTH;
    const facts = this.#facts.at(chunk[start + 7]!);
    const manner = this.#manners.at(chunk[start + 8]!);
    const at = chunk[start]!;
    const entry = chunk[start + 2]!;
    const answer: EveryField<Answer> = {
      id: this.#ids.get(row) ?? idOf(segment, entry, at),
      item: facts.item,
      contentHash: facts.contentHash,
      keyHash: facts.keyHash,
      topic: facts.topic,
      concept: facts.concept,
      level: facts.level,
      type: facts.type,
      order: NOTHING,
      round: chunk[start + 3]!,
      outcome: manner.outcome,
      response: this.#responses[row] ?? null,
      credit: chunk[start + 4]!,
      markedBy: manner.markedBy,
      counts: manner.counts,
      suggested: this.#suggested.get(row),
      guess: chunk[start + 5]!,
      hinted: manner.hinted,
      confidence: manner.confidence,
      elapsedMs: chunk[start + 6]!,
      visits: NOTHING,
      at,
    };
    return { kind: manner.kind, at: chunk[start + 1]!, entry, answer };
  }
}

const NOTHING: never[] = [];

/** Every field is named, optional ones too: one that is forgotten would count for another in figures. */
type EveryField<Whole> = { [Name in keyof Required<Whole>]: Whole[Name] };

/** As the session names answers. */
const idOf = (segment: string, entry: number, at: number): string => `${segment}#${entry}@${at}`;

function factsOf({ item, contentHash, keyHash, topic, concept, level, type }: Answer): Facts {
  return { item, contentHash, keyHash, topic, concept, level, type };
}

/** Flat values that recur, each once, by their place. */
class Places<Value extends object> {
  readonly #values: Value[] = [];
  readonly #byHint = new Map<string, number[]>();

  /** `hint`: the same for equal values. */
  of(hint: string, value: Value): number {
    let places = this.#byHint.get(hint);
    if (places === undefined) {
      places = [];
      this.#byHint.set(hint, places);
    }
    for (const place of places) if (isEqual(this.#values[place]!, value)) return place;
    places.push(this.#values.length);
    return this.#values.push(value) - 1;
  }

  at(place: number): Value {
    return this.#values[place]!;
  }
}

function isEqual<Value extends object>(a: Value, b: Value): boolean {
  for (const name in b) if (a[name] !== b[name]) return false;
  return true;
}
