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

/** Files in columns, one after the other: of a large pack its entries are never there as objects all at once. */
export class ColumnBuilder {
  private readonly topics = numbered<string>();
  private readonly lists = numbered<readonly string[]>();
  private readonly ids: string[] = [];
  private readonly names: Omit<NameColumns, 'topics' | 'id'> = { topic: [], type: [], level: [] };
  private readonly facts: Omit<FactColumns, 'lists' | 'contentHash' | 'keyHash' | 'stamps'> = {
    path: {},
    concepts: [],
    roles: [],
    tags: [],
    seconds: [],
    guess: [],
    rare: {},
    problems: {},
  };
  private readonly hashes = { content: [] as string[], key: [] as string[] };
  private readonly stamps: NonNullable<FactColumns['stamps']> = { mtimeMs: [], size: [], answers: {} };

  /** `stamped`: with times and sizes. */
  constructor(private readonly stamped: boolean) {}

  add(file: CompiledFile): void {
    const { entry, path, problems, mtimeMs, size, answersStamp } = file;
    const place = this.ids.length;
    if (entry === null || path !== usualPath(entry)) this.facts.path[place] = path;
    if (problems.length > 0) this.facts.problems[place] = problems;
    if (this.stamped) {
      this.stamps.mtimeMs.push(mtimeMs);
      this.stamps.size.push(size);
      if (answersStamp !== '') this.stamps.answers[place] = answersStamp;
    }
    this.addEntry(entry, place);
  }

  private addEntry(entry: BankEntry | null, place: number): void {
    const { names, facts, topics, lists, hashes } = this;
    this.ids.push(entry?.id ?? '');
    names.topic.push(entry === null ? 0 : topics.numberOf(entry.topic));
    names.type.push(entry === null ? 0 : QUESTION_TYPES.indexOf(entry.type));
    names.level.push(entry === null ? 0 : LEVELS.indexOf(entry.level));
    facts.concepts.push(entry === null ? 0 : lists.numberOf(entry.concepts));
    facts.roles.push(entry === null ? 0 : lists.numberOf(entry.roles));
    facts.tags.push(entry === null ? 0 : lists.numberOf(entry.tags));
    facts.seconds.push(entry?.seconds ?? 0);
    facts.guess.push(entry?.guess ?? 0);
    hashes.content.push(entry?.contentHash ?? NO_HASH);
    hashes.key.push(entry?.keyHash ?? NO_HASH);
    const rare = entry === null ? null : rareOf(entry);
    if (rare !== null) facts.rare[place] = rare;
  }

  columns(): { names: NameColumns; facts: FactColumns } {
    const { lists, topics, hashes, stamps } = this;
    return {
      names: { topics: topics.values, id: this.ids.join(' '), ...this.names },
      facts: {
        lists: lists.values as string[][],
        ...this.facts,
        contentHash: hashes.content.join(''),
        keyHash: hashes.key.join(''),
        stamps: this.stamped ? stamps : null,
      },
    };
  }
}

/** Values by the numbers they are given, each once. */
function numbered<Value extends string | readonly string[]>() {
  const numbers = new Map<string, number>();
  const values: Value[] = [];
  const numberOf = (value: Value): number => {
    const name = typeof value === 'string' ? value : value.join('\n');
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
