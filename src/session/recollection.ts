// All that a choice of questions needs to know of the answers so far, as one left fold over them in their one order. Pure.

import type { RememberedAnswer } from '../history/remembered-answer.js';
import type { Attempt } from '../learner/attempt.js';
import { type PackedStanding, packStanding, unpackStanding } from '../learner/packed-standing.js';
import { foldAttempt, type Standing } from '../learner/standing.js';
import { attemptFrom } from './attempts.js';
import type { Today } from './today.js';

/** What is remembered of one item besides its card. */
export interface ItemMemory {
  /** Its last answer that did not expire untouched. */
  last: { at: number; credit: number } | null;
  /** Credit when it was last answered or skipped. */
  told: number | null;
  /** Keys it was graded by, each once. */
  keys: GradedBy[];
  /** Its known difficulty that was reckoned with; null: none is known. */
  difficulty: number | null;
}

/** The hash of a key behind a sign: `+`, it was the key of today, and answers count for mastery if whoever marked them is trusted; or `-`. */
type GradedBy = `${'+' | '-'}${string}`;

/** The hash itself. */
export const hashGradedBy = (graded: GradedBy): string => graded.slice(1);

/** Changed in place by `recollect`. */
export interface Recollection {
  /** Answers, untouched expiries included. */
  answered: number;
  /** By `pack/id`; all that were ever asked. */
  readonly items: Map<string, ItemMemory>;
  readonly standing: Standing;
  /** Instant (ms) of the last answer; null: there is none. */
  lastAt: number | null;
  /** Id of the last attempt: the same answer read twice counts once. */
  lastAttempt: string;
}

/** One answer more, none that is superseded, in the order of instants and ids. The attempt it makes, where it is a new one. */
export function recollect(
  recollection: Recollection,
  answer: RememberedAnswer,
  today: Today,
): Attempt | undefined {
  const { items, standing } = recollection;
  recollection.answered += 1;
  recollection.lastAt = answer.at;
  const memory = memoryIn(items, answer.item);
  if (answer.outcome !== 'expired') rememberLast(memory, answer.at, answer.effectiveCredit);
  const key = today.keys.get(answer.item);
  const difficulty = today.difficulties.get(answer.item);
  const attempt = attemptFrom(answer, key, difficulty);
  if (attempt === undefined) return undefined;
  memory.difficulty = difficulty ?? null;
  memory.told = answer.effectiveCredit;
  rememberKey(memory.keys, key, answer.effectiveKeyHash);
  if (attempt.id === recollection.lastAttempt) return undefined;
  recollection.lastAttempt = attempt.id;
  foldAttempt(standing, attempt);
  return attempt;
}

function memoryIn(items: Recollection['items'], item: string): ItemMemory {
  let memory = items.get(item);
  if (memory === undefined) {
    memory = { last: null, told: null, keys: [], difficulty: null };
    items.set(item, memory);
  }
  return memory;
}

/** In the object that is there: of 100,000 new ones most would be thrown away. */
function rememberLast(memory: ItemMemory, at: number, credit: number): void {
  if (memory.last === null) memory.last = { at, credit };
  else {
    memory.last.at = at;
    memory.last.credit = credit;
  }
}

/** Of an item that is gone nobody knows that its key has changed. */
function rememberKey(keys: GradedBy[], key: string | undefined, hash: string): void {
  const sign = key === undefined || key === hash ? '+' : '-';
  for (const known of keys) if (known.startsWith(sign) && isGradedBy(known, hash)) return;
  keys.push(`${sign}${hash}`);
}

/** The same hash behind its sign; without making a text of it, for this is asked a hundred thousand times. */
const isGradedBy = (graded: GradedBy, hash: string): boolean =>
  graded.length === hash.length + 1 && graded.endsWith(hash);

/** As plain values and columns of numbers: a column a field, for a start reads thousands of items. */
export interface PackedRecollection {
  answered: number;
  /** By `pack/id`. */
  items: string[];
  /** Of each item in turn: instant and credit of its last answer, credit when it was last told, difficulty. */
  figures: Float64Array;
  keys: GradedBy[][];
  standing: PackedStanding;
  lastAt: number | null;
  lastAttempt: string;
}

const FIGURES = 4;

export function packRecollection({
  items,
  standing,
  answered,
  lastAt,
  lastAttempt,
}: Recollection): PackedRecollection {
  const memories = [...items.values()];
  const figures = memories.flatMap(({ last, told, difficulty }) =>
    [last?.at ?? null, last?.credit ?? null, told, difficulty].map((figure) => figure ?? Number.NaN),
  );
  return {
    answered,
    items: [...items.keys()],
    figures: Float64Array.from(figures),
    keys: memories.map(({ keys }) => [...keys]),
    standing: packStanding(standing),
    lastAt,
    lastAttempt,
  };
}

/** Undefined where other topics, or other keys and difficulties of today, would have given another one. */
export function unpackRecollection(
  packed: PackedRecollection,
  topics: readonly string[],
  today: Today,
): Recollection | undefined {
  const items = new Map<string, ItemMemory>();
  const { figures } = packed;
  for (let place = 0; place < packed.items.length; place += 1) {
    const item = packed.items[place]!;
    const memory = memoryOf(figures, place * FIGURES, packed.keys[place]!);
    if (!isOfToday(memory, item, today)) return undefined;
    items.set(item, memory);
  }
  const standing = unpackStanding(packed.standing, topics);
  const { answered, lastAt, lastAttempt } = packed;
  return standing && { answered, items, standing, lastAt, lastAttempt };
}

function memoryOf(figures: Float64Array, start: number, keys: GradedBy[]): ItemMemory {
  const at = numberOrNull(figures[start]!);
  return {
    last: at === null ? null : { at, credit: figures[start + 1]! },
    told: numberOrNull(figures[start + 2]!),
    keys,
    difficulty: numberOrNull(figures[start + 3]!),
  };
}

const numberOrNull = (figure: number): number | null => (Number.isNaN(figure) ? null : figure);

/** True where its answers would be told the same of today. */
function isOfToday(
  { keys, difficulty }: ItemMemory,
  item: string,
  { keys: ofToday, difficulties }: Today,
): boolean {
  if (keys.length === 0) return true;
  const key = ofToday.get(item);
  for (const graded of keys) {
    const wasOfToday = graded.startsWith('+');
    if ((key === undefined || isGradedBy(graded, key)) !== wasOfToday) return false;
  }
  return difficulty === (difficulties.get(item) ?? null);
}
