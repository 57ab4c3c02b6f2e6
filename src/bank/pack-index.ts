// What a choice needs of each question of a pack, as columns of JSON: names that recur are numbers, what follows from others is left out.

import type { Problem } from '../question/problem.js';
import { LEVELS, QUESTION_TYPES, ROLES } from '../question/vocabulary.js';
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

/** One member per file in every column; of a file without a question only its path is read. */
export interface PackColumns {
  /** Topics, concepts and tags; numbers in the other columns point here. */
  names: string[];
  /** Empty where the file has no question. */
  id: string[];
  /** 0 for `<topic>/<id>.md`. */
  path: (string | 0)[];
  topic: number[];
  concepts: number[][];
  type: number[];
  level: number[];
  roles: number[][];
  tags: number[][];
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

const HASH_LENGTH = 16;
const NO_HASH = ' '.repeat(HASH_LENGTH);

/** `stamped`: with times and sizes. */
export function packColumns(files: readonly CompiledFile[], stamped: boolean): PackColumns {
  const names = new Map<string, number>();
  const numberOf = (name: string) => {
    if (!names.has(name)) names.set(name, names.size);
    return names.get(name)!;
  };
  const column = <Value>(of: (entry: BankEntry) => Value, empty: Value) =>
    files.map(({ entry }) => (entry === null ? empty : of(entry)));
  const columns: Omit<PackColumns, 'names'> = {
    id: column(({ id }) => id, ''),
    path: files.map(({ path, entry }) => (entry !== null && path === usualPath(entry) ? 0 : path)),
    topic: column(({ topic }) => numberOf(topic), 0),
    concepts: column(({ concepts }) => concepts.map(numberOf), []),
    type: column(({ type }) => QUESTION_TYPES.indexOf(type), 0),
    level: column(({ level }) => LEVELS.indexOf(level), 0),
    roles: column(({ roles }) => roles.map((role) => ROLES.indexOf(role)), []),
    tags: column(({ tags }) => tags.map(numberOf), []),
    seconds: column(({ seconds }) => seconds, 0),
    guess: column(({ guess }) => guess, 0),
    contentHash: column((entry) => entry.contentHash, NO_HASH).join(''),
    keyHash: column((entry) => entry.keyHash, NO_HASH).join(''),
    rare: sparse(files, ({ entry }) => entry && rareOf(entry)),
    problems: sparse(files, ({ problems }) => (problems.length === 0 ? null : problems)),
    stamps: stamped
      ? {
          mtimeMs: files.map(({ mtimeMs }) => mtimeMs),
          size: files.map(({ size }) => size),
          answers: sparse(files, ({ answersStamp }) => answersStamp || null),
        }
      : null,
  };
  return { names: [...names.keys()], ...columns };
}

const usualPath = ({ topic, id }: { topic: string; id: string }) => `${topic}/${id}.md`;

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

/** The files of the columns, their entries under the id of the pack. */
export function filesOf(columns: PackColumns, pack: string): CompiledFile[] {
  const { names, id, topic, stamps } = columns;
  return columns.path.map((written, index): CompiledFile => {
    const name = id[index]!;
    const path = written === 0 ? usualPath({ topic: names[topic[index]!]!, id: name }) : written;
    return {
      path,
      mtimeMs: stamps?.mtimeMs[index] ?? 0,
      size: stamps?.size[index] ?? 0,
      answersStamp: stamps?.answers[index] ?? '',
      entry: name === '' ? null : entryOf(columns, index, pack, path),
      problems: columns.problems[index] ?? [],
    };
  });
}

function entryOf(columns: PackColumns, index: number, pack: string, file: string): BankEntry {
  const { names } = columns;
  const named = (numbers: readonly number[]) => numbers.map((number) => names[number]!);
  const id = columns.id[index]!;
  const hash = index * HASH_LENGTH;
  return {
    key: `${pack}/${id}`,
    pack,
    id,
    topic: names[columns.topic[index]!]!,
    concepts: named(columns.concepts[index]!),
    type: QUESTION_TYPES[columns.type[index]!]!,
    level: LEVELS[columns.level[index]!]!,
    roles: columns.roles[index]!.map((role) => ROLES[role]!),
    tags: named(columns.tags[index]!),
    ...columns.rare[index],
    seconds: columns.seconds[index]!,
    guess: columns.guess[index]!,
    contentHash: columns.contentHash.slice(hash, hash + HASH_LENGTH),
    keyHash: columns.keyHash.slice(hash, hash + HASH_LENGTH),
    file,
  };
}
