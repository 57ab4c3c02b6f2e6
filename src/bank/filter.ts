// Which questions are meant: the filters that every verb shares.

import {
  LEVELS,
  type Level,
  QUESTION_TYPES,
  type QuestionType,
  ROLES,
  type Role,
} from '../question/vocabulary.js';
import { Failure } from '../text/failure.js';
import { nearestNames } from '../text/nearest.js';
import type { Bank } from './bank.js';
import type { BankEntry } from './entry.js';

/** An empty list filters nothing; several values of one list widen it, several lists narrow. */
export interface Filter {
  topics: readonly string[];
  concepts: readonly string[];
  levels: readonly Level[];
  types: readonly QuestionType[];
  tags: readonly string[];
  roles: readonly Role[];
  packs: readonly string[];
}

export const NO_FILTER: Filter = {
  topics: [],
  concepts: [],
  levels: [],
  types: [],
  tags: [],
  roles: [],
  packs: [],
};

/** Names as a person typed them, checked against the bank; throws Failure `filter-unknown` with the nearest names. */
export function decodeFilter(typed: { [K in keyof Filter]: readonly string[] }, bank: Bank): Filter {
  return {
    topics: checkNames('topic', typed.topics, () => bank.topics.map((topic) => topic.slug)),
    concepts: checkNames('concept', typed.concepts, () =>
      bank.topics.flatMap((topic) => topic.concepts.map((concept) => concept.slug)),
    ),
    levels: checkNames('level', typed.levels, () => LEVELS),
    types: checkNames('type', typed.types, () => QUESTION_TYPES),
    tags: checkNames('tag', typed.tags, () => [...new Set(bank.entries.flatMap((entry) => entry.tags))]),
    roles: checkNames('role', typed.roles, () => ROLES),
    packs: checkNames('pack', typed.packs, () => bank.packs.map(({ pack }) => pack.id)),
  };
}

const SHORT = 8;

function checkNames<Name extends string>(
  kind: string,
  typed: readonly string[],
  names: () => readonly Name[],
): Name[] {
  // Most starts filter by little or nothing.
  if (typed.length === 0) return [];
  const known = names();
  return typed.map((name) => {
    const exact = known.find((candidate) => candidate === name.toLowerCase());
    if (exact !== undefined) return exact;
    const nearest = nearestNames(name, known);
    const see =
      kind === 'topic' || kind === 'concept' ? 'topics' : kind === 'pack' ? 'doctor' : 'list --help';
    // A short list is told whole.
    if (nearest.length === 0 && known.length > 0 && known.length <= SHORT)
      throw new Failure('filter-not-among', { kind, name, known: known.join(', '), see });
    throw new Failure('filter-unknown', { kind, name, nearest: nearest.join(', '), see });
  });
}

/** The entries that pass, in their order. A question without roles is for every role. */
export function filterEntries(entries: readonly BankEntry[], filter: Filter): BankEntry[] {
  if (Object.values(filter).every((wanted) => wanted.length === 0)) return [...entries];
  const within = <Value>(wanted: readonly Value[], values: readonly Value[]) =>
    wanted.length === 0 || values.some((value) => wanted.includes(value));
  return entries.filter(
    (entry) =>
      within(filter.topics, [entry.topic]) &&
      within(filter.concepts, entry.concepts) &&
      within(filter.levels, [entry.level]) &&
      within(filter.types, [entry.type]) &&
      within(filter.tags, entry.tags) &&
      within(filter.packs, [entry.pack]) &&
      (entry.roles.length === 0 || within(filter.roles, entry.roles)),
  );
}

/** The filter in words, for titles: `graphql, advanced`; empty when nothing is filtered. */
export function filterInWords(filter: Filter): string {
  return Object.values(filter).flat().join(', ');
}
