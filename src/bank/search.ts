// Words -> questions, and a text -> the concepts it speaks of, best first. The only file that knows minisearch.

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

/** A concept of the bank, and how much a text speaks of it: comparable within one text. */
export interface FoundConcept {
  topic: string;
  concept: string;
  score: number;
}

/** The inverse frequency (ln) of a word in a fifth of the concepts. */
const MOST_OF_A_WORD = Math.log(5);

/** Names tell more than what is said of a concept, and that more than the questions that ask it. */
const CONCEPT_BOOST = { name: 6, about: 2 };

/**
 * Concepts with questions among these entries of which these words speak, best first. Every word gives what it weighs to the concepts it
 * occurs in, by their BM25 scores: an advert names most things once. A word in every concept weighs nothing, one in a fifth of them
 * or fewer as much as any: "HTTP" says no less than "JMeter".
 */
export function searchConcepts(
  bank: Bank,
  entries: readonly BankEntry[],
  words: ReadonlySet<string>,
): FoundConcept[] {
  const asked = new Map<string, string>();
  for (const entry of entries) {
    const place = `${entry.topic} ${entry.concepts[0] ?? ''}`;
    asked.set(place, `${asked.get(place) ?? ''} ${bank.stem(entry)}`);
  }
  const index = new MiniSearch({
    fields: ['name', 'about', 'asked'],
    storeFields: ['topic', 'concept'],
    // What is not asked for need not be found; it still counts as length, so that scores are as of a whole index.
    processTerm: (term) => {
      const word = term.toLowerCase();
      return words.has(word) ? word : null;
    },
  });
  for (const { slug: topic, title: about, concepts } of bank.topics) {
    for (const { slug: concept, title, know = '' } of concepts) {
      const id = `${topic} ${concept}`;
      const text = asked.get(id);
      if (text === undefined) continue;
      index.add({ id, topic, concept, name: `${concept} ${title}`, about: `${know} ${about}`, asked: text });
    }
  }
  const found = new Map<string, FoundConcept>();
  for (const word of words) {
    const hits = index.search(word, { boost: CONCEPT_BOOST, combineWith: 'AND' });
    const total = hits.reduce((sum, { score }) => sum + score * score, 0);
    const weight = Math.min(MOST_OF_A_WORD, Math.log(index.documentCount / hits.length));
    for (const { id, topic, concept, score } of hits) {
      const one = found.get(id) ?? { topic: String(topic), concept: String(concept), score: 0 };
      found.set(id, { ...one, score: one.score + (weight * score * score) / total });
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score || (a.concept < b.concept ? -1 : 1));
}
