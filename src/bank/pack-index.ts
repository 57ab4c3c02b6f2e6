// What a choice needs of each question of a pack, as columns of JSON: names that recur are numbers, what follows from others is left out.

import type { Problem } from '../question/problem.js';
import { LEVELS, QUESTION_TYPES, type Role } from '../question/vocabulary.js';
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
  /** Topics; numbers in their column point here. */
  topics: string[];
  /** Lists of concepts, tags or roles, each once; numbers in these columns point here. */
  lists: string[][];
  /** Empty where the file has no question. */
  id: string[];
  /** 0 for `<topic>/<id>.md`. */
  path: (string | 0)[];
  topic: number[];
  concepts: number[];
  type: number[];
  level: number[];
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

const HASH_LENGTH = 16;
const NO_HASH = ' '.repeat(HASH_LENGTH);

/** `stamped`: with times and sizes. */
export function packColumns(files: readonly CompiledFile[], stamped: boolean): PackColumns {
  const topics = numbered<string>();
  const lists = numbered<readonly string[]>();
  const column = <Value>(of: (entry: BankEntry) => Value, empty: Value) =>
    files.map(({ entry }) => (entry === null ? empty : of(entry)));
  const columns: Omit<PackColumns, 'topics' | 'lists'> = {
    id: column(({ id }) => id, ''),
    path: files.map(({ path, entry }) => (entry !== null && path === usualPath(entry) ? 0 : path)),
    topic: column(({ topic }) => topics.numberOf(topic), 0),
    concepts: column(({ concepts }) => lists.numberOf(concepts), 0),
    type: column(({ type }) => QUESTION_TYPES.indexOf(type), 0),
    level: column(({ level }) => LEVELS.indexOf(level), 0),
    roles: column(({ roles }) => lists.numberOf(roles), 0),
    tags: column(({ tags }) => lists.numberOf(tags), 0),
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
  return { topics: topics.values, lists: lists.values as string[][], ...columns };
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

/** The files of the columns, their entries under the id of the pack. Entries share their lists. */
export function filesOf(columns: PackColumns, pack: string): CompiledFile[] {
  const { path, id, topics, topic, stamps, problems } = columns;
  const files: CompiledFile[] = [];
  // Every start comes by here, a thousand times, before the compiler has had a look at it: no closures, no copies.
  for (let index = 0; index < path.length; index += 1) {
    const name = id[index]!;
    const written = path[index]!;
    const file = written === 0 ? `${topics[topic[index]!]}/${name}.md` : written;
    files.push({
      path: file,
      mtimeMs: stamps === null ? 0 : stamps.mtimeMs[index]!,
      size: stamps === null ? 0 : stamps.size[index]!,
      answersStamp: stamps?.answers[index] ?? '',
      entry: name === '' ? null : entryOf(columns, index, pack, file),
      problems: problems[index] ?? [],
    });
  }
  return files;
}

function entryOf(columns: PackColumns, index: number, pack: string, file: string): BankEntry {
  const { lists } = columns;
  const id = columns.id[index]!;
  const hash = index * HASH_LENGTH;
  const entry: BankEntry = {
    key: `${pack}/${id}`,
    pack,
    id,
    topic: columns.topics[columns.topic[index]!]!,
    concepts: lists[columns.concepts[index]!]!,
    type: QUESTION_TYPES[columns.type[index]!]!,
    level: LEVELS[columns.level[index]!]!,
    roles: lists[columns.roles[index]!]! as Role[],
    tags: lists[columns.tags[index]!]!,
    seconds: columns.seconds[index]!,
    guess: columns.guess[index]!,
    contentHash: columns.contentHash.slice(hash, hash + HASH_LENGTH),
    keyHash: columns.keyHash.slice(hash, hash + HASH_LENGTH),
    file,
  };
  const rare = columns.rare[index];
  return rare === undefined ? entry : Object.assign(entry, rare);
}
