// One line of the bank's index: enough to list, filter and plan without loading the question itself.

import { contentHash, keyHash } from '../question/identity.js';
import type { Question } from '../question/question.js';
import { guessOf } from '../question/type-rules.js';
import type { Level, QuestionType, Role } from '../question/vocabulary.js';
import { plainLine } from '../text/plain.js';

export interface BankEntry {
  /** `pack/id`: who the item is in the history. */
  key: string;
  pack: string;
  id: string;
  topic: string;
  concepts: string[];
  type: QuestionType;
  level: Level;
  /** Logits, where many people's answers have told it (setting itemFigures). */
  difficulty?: number | undefined;
  roles: Role[];
  tags: string[];
  /** Ids of the same pack, never in one sitting with this one. */
  apart?: string[] | undefined;
  /** Id, in the same pack, of the item it is a variant of. */
  variantOf?: string | undefined;
  seconds: number;
  /** Expected credit of pure guessing, 0 to 1. */
  guess: number;
  contentHash: string;
  keyHash: string;
  /** Of a pack of drafts that was not named: out of exams, diagnosis and mastery. */
  draft?: true | undefined;
  /** Relative to the pack's folder. */
  file: string;
}

/** More of a stem than any line shows; the rest need not be made plain. */
const MOST_SHOWN = 300;

/** The beginning of the stem as one line of plain text. */
export function stemLineOf({ stem }: Question): string {
  return plainLine(stem.slice(0, MOST_SHOWN));
}

/** The index line of a question. */
export function indexQuestion(question: Question, pack: string, file: string): BankEntry {
  const { id, topic, concepts, type, level, roles, tags, apart, variantOf, seconds } = question;
  return {
    key: `${pack}/${id}`,
    pack,
    id,
    topic,
    concepts,
    type,
    level,
    roles,
    tags,
    ...(apart === undefined ? {} : { apart }),
    ...(variantOf === undefined ? {} : { variantOf }),
    seconds,
    guess: guessOf(question),
    contentHash: contentHash(question),
    keyHash: keyHash(question),
    ...(question.draft ? { draft: true } : {}),
    file,
  };
}
