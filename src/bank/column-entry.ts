// The entries of a pack that lies in columns: each is a number into them, so that a start makes a thousand of nothing it does not ask for.

import { LEVELS, QUESTION_TYPES, type Role } from '../question/vocabulary.js';
import type { BankEntry } from './entry.js';
import {
  type CompiledFile,
  type FactColumns,
  HASH_LENGTH,
  type NameColumns,
  usualPath,
} from './pack-index.js';

interface Columns extends Omit<NameColumns, 'id'> {
  pack: string;
  ids: readonly string[];
  /** Read when one of them is asked for. */
  readonly facts: FactColumns;
}

class ColumnEntry implements BankEntry {
  /** Made once: histories are asked by it again and again. */
  private known: string | undefined = undefined;
  constructor(
    private readonly columns: Columns,
    readonly index: number,
  ) {}
  get key() {
    this.known ??= `${this.columns.pack}/${this.id}`;
    return this.known;
  }
  get pack() {
    return this.columns.pack;
  }
  get id() {
    return this.columns.ids[this.index]!;
  }
  get topic() {
    return this.columns.topics[this.columns.topic[this.index]!]!;
  }
  get type() {
    return QUESTION_TYPES[this.columns.type[this.index]!]!;
  }
  get level() {
    return LEVELS[this.columns.level[this.index]!]!;
  }
  get concepts() {
    return this.columns.facts.lists[this.columns.facts.concepts[this.index]!]!;
  }
  get roles() {
    return this.columns.facts.lists[this.columns.facts.roles[this.index]!]! as Role[];
  }
  get tags() {
    return this.columns.facts.lists[this.columns.facts.tags[this.index]!]!;
  }
  get seconds() {
    return this.columns.facts.seconds[this.index]!;
  }
  get guess() {
    return this.columns.facts.guess[this.index]!;
  }
  get contentHash() {
    return hashAt(this.columns.facts.contentHash, this.index);
  }
  get keyHash() {
    return hashAt(this.columns.facts.keyHash, this.index);
  }
  get file() {
    return this.columns.facts.path[this.index] ?? usualPath(this);
  }
  get apart() {
    return this.columns.facts.rare[this.index]?.apart;
  }
  get variantOf() {
    return this.columns.facts.rare[this.index]?.variantOf;
  }
  get draft() {
    return this.columns.facts.rare[this.index]?.draft;
  }
  get difficulty() {
    return this.columns.facts.rare[this.index]?.difficulty;
  }
}

const hashAt = (hashes: string, index: number) =>
  hashes.slice(index * HASH_LENGTH, (index + 1) * HASH_LENGTH);

/** Where an entry stands among those of its pack; undefined where it lies in no columns. */
export const placeOf = (entry: BankEntry): number | undefined =>
  entry instanceof ColumnEntry ? entry.index : undefined;

/** The entries of the columns, one per file; null for a file without a question. `facts` is called at most once. */
export function entriesOf(
  pack: string,
  { id, ...names }: NameColumns,
  facts: () => FactColumns,
): (BankEntry | null)[] {
  let read: FactColumns | undefined;
  const columns: Columns = {
    ...names,
    pack,
    ids: id.split(' '),
    get facts() {
      read ??= facts();
      return read;
    },
  };
  const entries: (BankEntry | null)[] = [];
  for (let index = 0; index < names.topic.length; index += 1)
    entries.push(columns.ids[index] === '' ? null : new ColumnEntry(columns, index));
  return entries;
}

/** The files with these entries. */
export function filesOf(
  entries: readonly (BankEntry | null)[],
  { path, stamps, problems }: FactColumns,
): CompiledFile[] {
  return entries.map((entry, index) => ({
    path: path[index] ?? entry!.file,
    mtimeMs: stamps === null ? 0 : stamps.mtimeMs[index]!,
    size: stamps === null ? 0 : stamps.size[index]!,
    answersStamp: stamps?.answers[index] ?? '',
    entry,
    problems: problems[index] ?? [],
  }));
}

/** The same entry as an object of its own, with these changes. */
export function copyEntry(entry: BankEntry, changes: Partial<BankEntry> = {}): BankEntry {
  const { key, pack, id, topic, concepts, type, level, roles, tags, seconds, guess, contentHash, keyHash } =
    entry;
  const { apart, variantOf, difficulty, draft, file } = entry;
  const rare = Object.entries({ apart, variantOf, difficulty, draft }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    ...{ key, pack, id, topic, concepts, type, level, roles, tags, seconds, guess, contentHash, keyHash },
    ...Object.fromEntries(rare),
    file,
    ...changes,
  };
}
