// Many packs as one bank: entries in a settled order, topics joined, and what is wrong with the files.

import type { Exemplar } from '../question/exemplar.js';
import { byPlace, type Problem, problemAt } from '../question/problem.js';
import type { ProblemCode } from '../question/problem-messages.js';
import type { Question } from '../question/question.js';
import { Failure } from '../text/failure.js';
import { nearestNames } from '../text/nearest.js';
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
  const topics = joinTopics(packs);
  const slugs = {
    topics: new Set(topics.map((topic) => topic.slug)),
    concepts: new Set(topics.flatMap((topic) => topic.concepts.map((concept) => concept.slug))),
  };
  const problems: Problem[] = [];
  const home = new Map<string, { pack: LoadedPack; index: number }>();
  const right: BankEntry[] = [];
  for (const pack of packs) {
    const ofPackFile = [...pack.packProblems, ...checkProfiles(pack, slugs.topics), ...passedOver(pack)];
    problems.push(...ofPackFile.map((problem) => inPack(problem, pack)));
    const taken = new Map<string, string>();
    pack.files.forEach((file, index) => {
      if (file.problems.length > 0) problems.push(...file.problems.map((problem) => inPack(problem, pack)));
      if (file.entry === null) return;
      if (pack.settled) {
        home.set(file.entry.key, { pack, index });
        right.push(file.entry);
        return;
      }
      const findings = checkInBank(file.entry, slugs, taken);
      problems.push(...findings.map((problem) => inPack(problem, pack)));
      if (findings.every((problem) => problem.severity === 'warning')) {
        taken.set(file.entry.id, file.path);
        home.set(file.entry.key, { pack, index });
        right.push(file.entry);
      }
    });
  }
  const at = ({ key }: BankEntry) => home.get(key)!;
  // A settled pack that is alone is in order.
  const inOrder = packs.length === 1 && packs[0]!.settled === true;
  const entries = inOrder ? right : sortEntries(right, packs, topics);
  return {
    packs,
    topics,
    entries,
    problems: problems.sort(byPlace),
    question: (entry) => at(entry).pack.question(at(entry).index),
    stemLine: (entry) => at(entry).pack.stemLine(at(entry).index),
    stem: (entry) => at(entry).pack.stem(at(entry).index),
    exemplars: (entry) => at(entry).pack.exemplars(at(entry).index),
    find: (name) => findEntry(entries, name),
  };
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

function checkInBank(
  entry: BankEntry,
  slugs: { topics: ReadonlySet<string>; concepts: ReadonlySet<string> },
  taken: ReadonlyMap<string, string>,
): Problem[] {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, args: Problem['args']) => problems.push(problemAt(code, entry, args));
  if (DEVICE_NAME.test(entry.id)) report('id-device-name', { id: entry.id });
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

function sortEntries(
  entries: BankEntry[],
  packs: readonly LoadedPack[],
  topics: readonly Topic[],
): BankEntry[] {
  const packRank = new Map(packs.map(({ pack }, index) => [pack.id, index]));
  const topicRank = new Map(topics.map((topic, index) => [topic.slug, index]));
  const rank = (map: ReadonlyMap<string, number>, name: string) => map.get(name) ?? map.size;
  return entries.sort(
    (a, b) =>
      rank(packRank, a.pack) - rank(packRank, b.pack) ||
      rank(topicRank, a.topic) - rank(topicRank, b.topic) ||
      (a.id < b.id ? -1 : 1),
  );
}

function findEntry(entries: readonly BankEntry[], name: string): BankEntry {
  const found = entries.filter((entry) => entry.key === name || entry.id === name);
  if (found.length === 1) return found[0]!;
  if (found.length > 1)
    throw new Failure('question-ambiguous', { name, keys: found.map((entry) => entry.key).join(', ') });
  const nearest = nearestNames(
    name,
    entries.map((entry) => entry.id),
  );
  throw new Failure('question-unknown', { name, nearest: nearest.join(', ') });
}
