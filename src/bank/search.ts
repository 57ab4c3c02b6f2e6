// Words -> questions, best first. The only file that knows minisearch.

import MiniSearch from 'minisearch';
import type { Bank } from './bank.js';
import type { BankEntry } from './entry.js';

/** Entries in which every word (or a word that starts with it, or is one slip away) occurs, best first. */
export function searchBank(bank: Bank, words: string): BankEntry[] {
  const titles = new Map(
    bank.topics.flatMap((topic) => topic.concepts.map(({ slug, title }) => [slug, title])),
  );
  const index = new MiniSearch({ fields: ['id', 'stem', 'concepts', 'topic', 'tags'], idField: 'key' });
  index.addAll(
    bank.entries.map((entry) => ({
      key: entry.key,
      id: entry.id,
      stem: entry.stem,
      concepts: entry.concepts.map((slug) => `${slug} ${titles.get(slug) ?? ''}`).join(' '),
      topic: entry.topic,
      tags: entry.tags.join(' '),
    })),
  );
  const byKey = new Map(bank.entries.map((entry) => [entry.key, entry]));
  return index
    .search(words, { combineWith: 'AND', prefix: true, fuzzy: 0.15, boost: { stem: 2, concepts: 2 } })
    .flatMap((hit) => byKey.get(hit.id) ?? []);
}
