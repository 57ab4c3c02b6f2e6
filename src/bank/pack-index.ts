// What a choice needs of each question of a pack, as columns of JSON: names that recur are numbers, what follows from others is left out.

import type { Problem } from '../question/problem.js';
import { LEVELS, QUESTION_TYPES } from '../question/vocabulary.js';
import type { BankEntry } from './entry.js';

/** What is known of one file of the pack. */
export interface CompiledFile {
  path: string;
  mtimeMs: number;
  size: number;
  /** Of its exemplar answers, as mtime and size; empty where there are none. */
  answersStamp: string;
  entry: BankEntry | null;
  problems: Problem[];
}

/** What few entries have. */
type Rare = Pick<BankEntry, 'apart' | 'variantOf' | 'draft' | 'difficulty'>;

/** What a list of questions needs: one member per file in every column. */
export interface NameColumns {
  /** Topics; numbers in their column point here. */
  topics: string[];
  /** Ids with blanks between them; empty where the file has no question. */
  id: string;
  topic: number[];
  type: number[];
  level: number[];
}

/** The rest of it. Of a file without a question only its path and its stamps are read. */
export interface FactColumns {
  /** Lists of concepts, tags or roles, each once; numbers in these columns point here. */
  lists: string[][];
  /** Of files that are not called `<topic>/<id>.md`. */
  path: Record<number, string>;
  concepts: number[];
  roles: number[];
  tags: number[];
  seconds: number[];
  guess: number[];
  /** All hashes in one text, 16 characters each. */
  contentHash: string;
  keyHash: string;
  rare: Record<number, Rare>;
  problems: Record<number, Problem[]>;
  /** Times and sizes, which a pack that is not checked against its files does without. */
  stamps: { mtimeMs: number[]; size: number[]; answers: Record<number, string> } | null;
}

export const HASH_LENGTH = 16;
const NO_HASH = ' '.repeat(HASH_LENGTH);

/** `stamped`: with times and sizes. */
export function packColumns(
  files: readonly CompiledFile[],
  stamped: boolean,
): { names: NameColumns; facts: FactColumns } {
  const topics = numbered<string>();
  const lists = numbered<readonly string[]>();
  const column = <Value>(of: (entry: BankEntry) => Value, empty: Value) =>
    files.map(({ entry }) => (entry === null ? empty : of(entry)));
  const names = {
    id: column(({ id }) => id, '').join(' '),
    topic: column(({ topic }) => topics.numberOf(topic), 0),
    type: column(({ type }) => QUESTION_TYPES.indexOf(type), 0),
    level: column(({ level }) => LEVELS.indexOf(level), 0),
  };
  const facts = {
    path: sparse(files, ({ path, entry }) => (entry !== null && path === usualPath(entry) ? null : path)),
    concepts: column(({ concepts }) => lists.numberOf(concepts), 0),
    roles: column(({ roles }) => lists.numberOf(roles), 0),
    tags: column(({ tags }) => lists.numberOf(tags), 0),
    seconds: column(({ seconds }) => seconds, 0),
    guess: column(({ guess }) => guess, 0),
    contentHash: column((entry) => entry.contentHash, NO_HASH).join(''),
    keyHash: column((entry) => entry.keyHash, NO_HASH).join(''),
    rare: sparse(files, ({ entry }) => entry && rareOf(entry)),
    problems: sparse(files, ({ problems }) => (problems.length === 0 ? null : problems)),
    stamps: stamped ? stampsOf(files) : null,
  };
  return {
    names: { topics: topics.values, ...names },
    facts: { lists: lists.values as string[][], ...facts },
  };
}

function stampsOf(files: readonly CompiledFile[]): NonNullable<FactColumns['stamps']> {
  return {
    mtimeMs: files.map(({ mtimeMs }) => mtimeMs),
    size: files.map(({ size }) => size),
    answers: sparse(files, ({ answersStamp }) => answersStamp || null),
  };
}

/** Values by the numbers they are given, each once. */
function numbered<Value>() {
  const numbers = new Map<string, number>();
  const values: Value[] = [];
  const numberOf = (value: Value): number => {
    const name = JSON.stringify(value);
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, values.length);
    return values.push(value) - 1;
  };
  return { values, numberOf };
}

export const usualPath = ({ topic, id }: { topic: string; id: string }) => `${topic}/${id}.md`;

function rareOf({ apart, variantOf, draft, difficulty }: BankEntry): Rare | null {
  const given = Object.entries({ apart, variantOf, draft, difficulty }).filter(
    ([, value]) => value !== undefined,
  );
  return given.length === 0 ? null : Object.fromEntries(given);
}

function sparse<Value>(
  files: readonly CompiledFile[],
  of: (file: CompiledFile) => Value | null,
): Record<number, Value> {
  const found = files.map((file, index) => [index, of(file)] as const);
  return Object.fromEntries(found.filter((pair): pair is readonly [number, Value] => pair[1] !== null));
}
