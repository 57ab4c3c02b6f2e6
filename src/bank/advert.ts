// The topics and concepts that a job advert speaks of, by the bank's own search. Pure.

import type { Bank } from './bank.js';
import type { BankEntry } from './entry.js';
import { searchConcepts } from './search.js';

/** An advert that speaks of more speaks of everything. */
const MOST_TOPICS = 8;
const MOST_CONCEPTS = 12;
/** Score from which a topic or concept is spoken of: half of a telling word that speaks of nothing else. */
const SPOKEN_OF = 0.75;

/** What every advert says, whatever the work: articles and pronouns, and the language of hiring. */
const HIRING = new Set(
  `a ability able about across agile all also an and any are as at be been being benefits best bonus both bring build
  building business but by can candidate candidates care career cases collaborate collaboration communicate communication
  company competitive connect create culture customers day days degree deliver delivering development do each employer
  engineer engineers english environment equal etc excellent excited experience experienced familiar familiarity fast for
  from full go good great growth have help hiring how if in including industry into is it its job join key know knowledge
  learn least like looking love maintain make management may more must need new nice not of offer office on one
  opportunity or other our out own paid part people plus position problem problems product professional proficiency
  proficient proven quality related remote requirements responsibilities responsible role salary same senior services
  should skill skills software solid solve some someone startup strong such support systems team teams tech technical
  technologies technology than that the their them then there these they this those through time to together tools track
  understand understanding up us use using value ve we well what when where which who will with within work working world
  would write written year years you your`.split(/\s+/),
);

export interface Advertised {
  /** By slug how much is said of a topic, summing to 1, most first; empty where the text speaks of nothing in the bank. */
  shares: ReadonlyMap<string, number>;
  /** Slugs, of these topics, best first. */
  concepts: string[];
}

/** What a text asks for, among the questions a person may be asked. */
export function advertised(bank: Bank, entries: readonly BankEntry[], text: string): Advertised {
  const words = tellingWords(text);
  // The index of the bank's words is what costs.
  const found = words.size === 0 ? [] : searchConcepts(bank, entries, words);
  const scores = new Map<string, number>();
  for (const { topic, score } of found) scores.set(topic, (scores.get(topic) ?? 0) + score);
  const topics = [...scores].sort(([, a], [, b]) => b - a);
  const told = topics.filter(([, score]) => score >= SPOKEN_OF).slice(0, MOST_TOPICS);
  const total = told.reduce((sum, [, score]) => sum + score, 0);
  const shares = new Map(told.map(([slug, score]) => [slug, score / total]));
  const concepts = found.filter(({ topic, score }) => shares.has(topic) && score >= SPOKEN_OF);
  return { shares, concepts: concepts.slice(0, MOST_CONCEPTS).map(({ concept }) => concept) };
}

/** Each once, in small letters; a hyphen or a slash parts words, as it does in the bank. */
function tellingWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 1 && !/^\d+$/.test(word) && !HIRING.has(word)));
}
