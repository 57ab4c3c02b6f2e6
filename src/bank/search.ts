// Words -> questions, best first. The only file that knows minisearch.

import MiniSearch from 'minisearch';
import { safeLine } from '../text/safe.js';
import type { Bank } from './bank.js';
import type { BankEntry } from './entry.js';

export interface SearchHit {
  entry: BankEntry;
  /** The words of the entry that were found, in small letters; not always those that were typed. */
  words: string[];
  /** What says so where the stem does not: its id, topic, concepts or tags that hold one of them. */
  elsewhere: string[];
}

/** Entries in which every word (or a word that starts with it, or is one slip away) occurs, best first. */
export function searchBank(bank: Bank, words: string): SearchHit[] {
  const titles = new Map(
    bank.topics.flatMap((topic) => topic.concepts.map(({ slug, title }) => [slug, title])),
  );
  const index = new MiniSearch({ fields: ['id', 'stem', 'concepts', 'topic', 'tags'], idField: 'key' });
  index.addAll(
    bank.entries.map((entry) => ({
      key: entry.key,
      id: entry.id,
      stem: bank.stem(entry),
      concepts: entry.concepts.map((slug) => `${slug} ${titles.get(slug) ?? ''}`).join(' '),
      topic: entry.topic,
      tags: entry.tags.join(' '),
    })),
  );
  const byKey = new Map(bank.entries.map((entry) => [entry.key, entry]));
  return index
    .search(words, { combineWith: 'AND', prefix: true, fuzzy: 0.15, boost: { stem: 2, concepts: 2 } })
    .flatMap(({ id, terms, match }) => {
      const entry = byKey.get(id);
      if (entry === undefined) return [];
      const unsaid = terms.filter((term) => !match[term]?.includes('stem'));
      return [{ entry, words: terms, elsewhere: namesWith(entry, titles, unsaid) }];
    });
}

/** The names of an entry, and the titles of its concepts, in which one of the words occurs. */
function namesWith(
  { topic, concepts, tags, id }: BankEntry,
  titles: ReadonlyMap<string, string>,
  words: readonly string[],
): string[] {
  const told = concepts.map((slug) => safeLine(titles.get(slug) ?? slug));
  return [...new Set([topic, ...told, ...concepts, ...tags, id])].filter((name) => {
    const own = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return words.some((word) => own.includes(word));
  });
}
