// The questions of a sitting: as they were planned, even when their files have changed or gone since.

import type { Bank } from '../bank/bank.js';
import { loadItem, saveItem } from '../history/items.js';
import type { PlannedItem } from '../history/records.js';
import type { Question } from '../question/question.js';
import { Failure } from '../text/failure.js';
import type { World } from './world.js';

export interface QuestionSource {
  /** Throws Failure `question-gone` where there is neither the text that was planned nor another one under this name. */
  get(item: string, contentHash: string): Question;
  /** The same, undefined instead of thrown. */
  find(item: string, contentHash: string): Question | undefined;
  /** Keeps a question beside the history, so that its answer can be shown for ever. */
  keep(question: Question): void;
  /**
   * Keeps all of a plan in a moment, while the first question is read: whoever goes on finds them as they were planned, also
   * without the pack they came from. Returns what calls it off.
   */
  keepSoon(plan: readonly PlannedItem[]): () => void;
}

/** From the bank as it is now, else from what was kept. */
export function questionSource(world: World, bank: Bank): QuestionSource {
  const byContent = new Map(bank.entries.map((entry) => [entry.contentHash, entry]));
  const loaded = new Map<string, Question>();
  /** Of questions as the index knows them: a hash takes modules of Node that no start has read by then. */
  const hashes = new WeakMap<Question, string>();
  const source: QuestionSource = {
    get(item, contentHash) {
      const question = source.find(item, contentHash);
      if (question === undefined) throw new Failure('question-gone', { item });
      return question;
    },
    find(item, contentHash) {
      const known = loaded.get(contentHash);
      if (known) return known;
      const entry = byContent.get(contentHash);
      const question = entry
        ? bank.question(entry)
        : (loadItem(world.home, contentHash).value ?? today(item));
      if (question) loaded.set(contentHash, question);
      if (question && entry) hashes.set(question, contentHash);
      return question;
    },
    keep(question) {
      saveItem(world.home, question, hashes.get(question));
    },
    keepSoon(plan) {
      const later = setImmediate(() => {
        for (const { contentHash } of plan) {
          const entry = byContent.get(contentHash);
          if (entry && !tryKeep(world, bank.question(entry), contentHash)) return;
        }
      });
      return () => clearImmediate(later);
    },
  };
  return source;

  function today(item: string): Question | undefined {
    const entry = bank.entries.find((candidate) => candidate.key === item);
    return entry && bank.question(entry);
  }
}

/** False where it could not be written: that is told when the question is shown and kept for itself. */
function tryKeep(world: World, question: Question, contentHash: string): boolean {
  try {
    saveItem(world.home, question, contentHash);
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
