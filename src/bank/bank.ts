// Many packs as one bank: entries in a settled order, topics joined, and what is wrong with the files.

import type { Exemplar } from '../question/exemplar.js';
import { byPlace, type Problem, problemAt } from '../question/problem.js';
import type { ProblemCode } from '../question/problem-messages.js';
import type { Question } from '../question/question.js';
import { Failure } from '../text/failure.js';
import { nearestNames } from '../text/nearest.js';
import { inBankOrder, joined } from './bank-order.js';
import { placeOf } from './column-entry.js';
import type { BankEntry } from './entry.js';
import type { LoadedPack } from './load-pack.js';
import type { Topic } from './pack-file.js';

export interface Bank {
  packs: readonly LoadedPack[];
  topics: readonly Topic[];
  /** By pack, then topic in the order of pack.yaml, then id. */
  entries: readonly BankEntry[];
  problems: readonly Problem[];
  question(entry: BankEntry): Question;
  /** The beginning of its stem as one line of plain text. */
  stemLine(entry: BankEntry): string;
  /** The stem as it is written, without loading the question. */
  stem(entry: BankEntry): string;
  /** Natural answers to it, labelled; empty where there are none. */
  exemplars(entry: BankEntry): readonly Exemplar[];
  /** By `pack/id` or, where it is unambiguous, by id alone; throws Failure `question-unknown` or `question-ambiguous`. */
  find(name: string): BankEntry;
}

/** Packs with the same id are refused (Failure `pack-id-taken`); questions with unknown topics or taken ids, and files passed over, are left out and told. */
export function makeBank(packs: readonly LoadedPack[]): Bank {
  refuseRepeatedPacks(packs);
  // The build has looked at a settled pack, and put it in order.
  const isSettled = packs.every(({ settled }) => settled === true);
  const problems: Problem[] = isSettled ? packs.flatMap(({ packProblems }) => packProblems) : [];
  let topics: readonly Topic[] | undefined;
  const allTopics = () => {
    topics ??= joinTopics(packs);
    return topics;
  };
  const right = isSettled ? packs.flatMap(settledEntries) : rightEntries(packs, allTopics(), problems);
  const entries = isSettled && packs.length === 1 ? right : inBankOrder(right, packs, allTopics());
  return {
    packs,
    get topics() {
      return allTopics();
    },
    entries,
    problems: problems.sort(byPlace),
    ...readerOf(packs, right),
    find: (name) => findEntry(entries, name),
  };
}

const settledEntries = ({ entries }: LoadedPack) => entries.filter((entry) => entry !== null);

/** Entries without errors; `problems` is given what is wrong with the others, and with the packs. */
function rightEntries(
  packs: readonly LoadedPack[],
  topics: readonly Topic[],
  problems: Problem[],
): BankEntry[] {
  const slugs: Slugs = {
    topics: new Set(topics.map((topic) => topic.slug)),
    concepts: new Set(topics.flatMap((topic) => topic.concepts.map((concept) => concept.slug))),
    lists: new Set(),
  };
  const lists = packs.map((pack) => {
    const tell = (found: readonly Problem[]) => {
      if (found.length > 0) problems.push(...found.map((problem) => inPack(problem, pack)));
    };
    tell([...pack.packProblems, ...checkProfiles(pack, slugs.topics), ...passedOver(pack)]);
    if (pack.settled) return settledEntries(pack);
    const taken = new Map<string, string>();
    const right: BankEntry[] = [];
    for (const { entry, path, problems: found } of pack.files) {
      tell(found);
      if (entry === null) continue;
      const findings = isInOrder(entry, slugs, taken) ? NO_PROBLEMS : checkInBank(entry, slugs, taken);
      tell(findings);
      if (findings.some(({ severity }) => severity !== 'warning')) continue;
      taken.set(entry.id, path);
      right.push(entry);
    }
    return right;
  });
  return joined(lists);
}

/** What a pack knows of an entry beyond its line of the index. */
function readerOf(
  packs: readonly LoadedPack[],
  right: readonly BankEntry[],
): Pick<Bank, 'question' | 'stemLine' | 'stem' | 'exemplars'> {
  const byId = new Map(packs.map((pack) => [pack.pack.id, pack]));
  let places: Map<string, number> | undefined;
  const from = <Value>(read: (pack: LoadedPack, index: number) => Value) => {
    return (entry: BankEntry): Value => {
      const pack = byId.get(entry.pack)!;
      const place = placeOf(entry);
      if (place !== undefined && pack.entries[place] === entry) return read(pack, place);
      places ??= placesByKey(packs, new Set(right));
      return read(pack, places.get(entry.key)!);
    };
  };
  return {
    question: from((pack, index) => pack.question(index)),
    stemLine: from((pack, index) => pack.stemLine(index)),
    stem: from((pack, index) => pack.stem(index)),
    exemplars: from((pack, index) => pack.exemplars(index)),
  };
}

/** Of files with one id only that which is right has a place. */
function placesByKey(packs: readonly LoadedPack[], right: ReadonlySet<BankEntry>): Map<string, number> {
  const places = new Map<string, number>();
  for (const { entries } of packs)
    entries.forEach((entry, index) => {
      if (entry !== null && right.has(entry)) places.set(entry.key, index);
    });
  return places;
}

function refuseRepeatedPacks(packs: readonly LoadedPack[]): void {
  const seen = new Map<string, LoadedPack>();
  for (const pack of packs) {
    const other = seen.get(pack.pack.id);
    if (other)
      throw new Failure('pack-id-taken', {
        id: pack.pack.id,
        folder: pack.folder ?? '',
        other: other.folder ?? 'the built-in pack',
      });
    seen.set(pack.pack.id, pack);
  }
}

function passedOver({ passedOver: found = [] }: LoadedPack): Problem[] {
  return found.map(({ path, code }) => ({ ...problemAt(code, { file: path }), severity: 'warning' }));
}

function joinTopics(packs: readonly LoadedPack[]): Topic[] {
  const topics = new Map<string, Topic>();
  for (const { pack } of packs) {
    for (const topic of pack.topics) {
      const known = topics.get(topic.slug);
      const fresh = topic.concepts.filter(
        (concept) => !known?.concepts.some(({ slug }) => slug === concept.slug),
      );
      topics.set(topic.slug, known ? { ...known, concepts: [...known.concepts, ...fresh] } : topic);
    }
  }
  return [...topics.values()];
}

const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)$/;
/** None of them is longer: most ids need no second look. */
const isDeviceName = (id: string): boolean => id.length <= 4 && DEVICE_NAME.test(id);

interface Slugs {
  topics: ReadonlySet<string>;
  concepts: ReadonlySet<string>;
  /** Lists of concepts that have been looked at and are all known: many entries share one. */
  lists: Set<readonly string[]>;
}

const NO_PROBLEMS: readonly Problem[] = [];

/** True where `checkInBank` has nothing to say: a look at thousands that makes nothing of them. */
function isInOrder(entry: BankEntry, slugs: Slugs, taken: ReadonlyMap<string, string>): boolean {
  const { id, topic, concepts } = entry;
  if (isDeviceName(id) || taken.has(id) || !slugs.topics.has(topic)) return false;
  if (slugs.lists.has(concepts)) return true;
  const areKnown = concepts.every((concept) => slugs.concepts.has(concept));
  if (areKnown) slugs.lists.add(concepts);
  return areKnown;
}

function checkInBank(entry: BankEntry, slugs: Slugs, taken: ReadonlyMap<string, string>): Problem[] {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, args: Problem['args']) => problems.push(problemAt(code, entry, args));
  if (isDeviceName(entry.id)) report('id-device-name', { id: entry.id });
  const other = taken.get(entry.id);
  if (other !== undefined) report('id-taken', { id: entry.id, other });
  if (!slugs.topics.has(entry.topic)) {
    report('topic-unknown', { topic: entry.topic, hint: hintAt(entry.topic, slugs.topics) });
  }
  for (const concept of entry.concepts) {
    if (!slugs.concepts.has(concept))
      report('concept-unknown', { concept, hint: hintAt(concept, slugs.concepts) });
  }
  return problems;
}

/** A profile may name topics of any pack, but none that nobody has. */
function checkProfiles({ pack }: LoadedPack, topics: ReadonlySet<string>): Problem[] {
  return Object.entries(pack.roles ?? {}).flatMap(([role, shares]) =>
    Object.keys(shares ?? {})
      .filter((topic) => !topics.has(topic))
      .map((topic) =>
        problemAt(
          'profile-topic-unknown',
          { file: 'pack.yaml' },
          { role, topic, hint: hintAt(topic, topics) },
        ),
      ),
  );
}

function hintAt(name: string, known: ReadonlySet<string>): string {
  const nearest = nearestNames(name, known);
  return nearest.length > 0 ? `did you mean ${nearest.join(', ')}?` : 'add it there, or see api-quiz topics';
}

function inPack(problem: Problem, pack: LoadedPack): Problem {
  return pack.folder === null ? problem : { ...problem, file: `${pack.folder}/${problem.file}` };
}

function findEntry(entries: readonly BankEntry[], name: string): BankEntry {
  const found = entries.filter(({ id, key }) => id === name || key === name);
  if (found.length === 1) return found[0]!;
  if (found.length > 1)
    throw new Failure('question-ambiguous', { name, keys: found.map((entry) => entry.key).join(', ') });
  const nearest = nearestNames(
    name,
    entries.map((entry) => entry.id),
  );
  throw new Failure('question-unknown', { name, nearest: nearest.join(', ') });
}
