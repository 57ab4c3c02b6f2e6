// Answers of many people added up as they come: people x topics, people x weeks, never the answers themselves. Pure.

import type { CountedRow } from '../../history/counted-row.js';
import { isFirstAttempt } from '../../history/counted-row.js';
import { SeenAnswers } from '../../history/seen-answers.js';
import { addAnswer, GRID, levelLogs } from '../../learner/ability-grid.js';
import { DAY_MS } from '../../learner/attempt.js';

/** Topic of the cell that has all of a person's answers. */
export const ALL_TOPICS = '';

/** What one person did in one topic, or in all. */
export interface Cell {
  answers: number;
  /** First attempts, and their credit: what the estimates are made of. */
  counted: number;
  credit: number;
  /** Where its log-likelihoods begin, and in what. */
  block: Float64Array;
  at: number;
}

export interface PersonTally {
  person: string;
  /** Of the latest answer. */
  team: string | null;
  /** ms. */
  firstAt: number;
  lastAt: number;
  cells: Map<string, Cell>;
}

export interface WeekTally {
  answers: number;
  counted: number;
  credit: number;
  people: Set<PersonTally>;
}

/** More people, or topics, than a class has: rows beyond are left out and counted. */
const MOST_PEOPLE = 200_000;
const MOST_TOPICS = 1000;
/** Cells a block of memory. */
const CELLS_AT_ONCE = 256;
/** 1970 began on a Thursday. */
const TO_MONDAY = 3;

export class ClassTally {
  readonly people = new Map<string, PersonTally>();
  readonly topics = new Set<string>();
  /** By the number of the week since the Monday before 1970. */
  readonly weeks = new Map<number, WeekTally>();
  answers = 0;
  copies = 0;
  leftOut = 0;
  readonly #seen = new SeenAnswers();
  #block = new Float64Array(0);
  #used = 0;

  /** Only rows within the span, ms; `until` exclusive. */
  constructor(readonly span: { since: number | null; until: number | null }) {}

  add(row: CountedRow): void {
    const { since, until } = this.span;
    if ((since !== null && row.at < since) || (until !== null && row.at >= until)) return;
    if (row.outcome !== 'answered' && row.outcome !== 'skipped') return;
    if (!this.#seen.add(row.answerId)) {
      this.copies += 1;
      return;
    }
    const person = this.#personOf(row);
    if (person === undefined || (!this.topics.has(row.topic) && this.topics.size >= MOST_TOPICS)) {
      this.leftOut += 1;
      return;
    }
    this.topics.add(row.topic);
    this.answers += 1;
    if (row.at >= person.lastAt) Object.assign(person, { team: row.team, lastAt: row.at });
    person.firstAt = Math.min(person.firstAt, row.at);
    const first = isFirstAttempt(row);
    for (const topic of [row.topic, ALL_TOPICS]) this.#count(this.#cellOf(person, topic), row, first);
    this.#countWeek(person, row, first);
  }

  #personOf({ person, at }: CountedRow): PersonTally | undefined {
    const known = this.people.get(person);
    if (known || this.people.size >= MOST_PEOPLE) return known;
    const made: PersonTally = { person, team: null, firstAt: at, lastAt: 0, cells: new Map() };
    this.people.set(person, made);
    return made;
  }

  #cellOf({ cells }: PersonTally, topic: string): Cell {
    const known = cells.get(topic);
    if (known) return known;
    if (this.#used === 0 || this.#used === CELLS_AT_ONCE) {
      this.#block = new Float64Array(CELLS_AT_ONCE * GRID.length);
      this.#used = 0;
    }
    const made: Cell = {
      answers: 0,
      counted: 0,
      credit: 0,
      block: this.#block,
      at: this.#used * GRID.length,
    };
    this.#used += 1;
    cells.set(topic, made);
    return made;
  }

  #count(cell: Cell, { level, guess, markedByKey, credit }: CountedRow, first: boolean): void {
    cell.answers += 1;
    if (!first) return;
    cell.counted += 1;
    cell.credit += credit;
    addAnswer(cell.block, cell.at, levelLogs(level, guess, markedByKey), credit);
  }

  #countWeek(person: PersonTally, { at, credit }: CountedRow, first: boolean): void {
    const number = Math.floor((Math.floor(at / DAY_MS) + TO_MONDAY) / 7);
    const week = this.weeks.get(number) ?? { answers: 0, counted: 0, credit: 0, people: new Set() };
    this.weeks.set(number, week);
    week.answers += 1;
    week.people.add(person);
    if (!first) return;
    week.counted += 1;
    week.credit += credit;
  }
}

/** The Monday of a week, YYYY-MM-DD in UTC. */
export const mondayOfWeek = (number: number): string =>
  new Date((number * 7 - TO_MONDAY) * DAY_MS).toISOString().slice(0, 10);
