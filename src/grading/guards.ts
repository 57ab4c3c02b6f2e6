// What looks like an answer and is none: too short, copied from the question, recited from the rubric, a list of key words.

import type { AnswerGuard } from '../question/open-mark.js';
import type { PreparedAnswer } from './prepared-answer.js';
import type { PreparedItem } from './prepared-item.js';
import type { Token } from './tokens.js';
import { literalTopicality, topicality } from './topicality.js';

const FEWEST_WORDS = 4;
/** Below this many words the shares say nothing. */
const FEWEST_FOR_SHARES = 8;
const COPIED_SHARE = 0.6;
/** Model answers consist of accepted wordings to a fifth at most. */
const RECITED_SHARE = 0.6;
/** Share of filler words: speech has a half, terse notes a third, a list of key words next to none. */
const LIST_FILLERS = 0.18;
/** The same for a long text without any mark. */
const UNMARKED_FILLERS = 0.34;
const UNMARKED_WORDS = 25;
/** A bag of words hardly repeats one; people do from some forty words on. */
const FEWEST_FOR_REPEATS = 40;
const DISTINCT_SHARE = 0.94;
/** Less than this of an answer belongs to its question. */
const TOPICAL_SHARE = 0.2;
/** Who says half of what is asked for has at least this share of words that stand in question, rubric or exemplars. */
const HALF_SAID = 0.5;
const SHARE_OF_HALF_SAID = 0.3;

/** The first guard that an answer trips, or null. */
export function guardOf(item: PreparedItem, answer: PreparedAnswer): AnswerGuard | null {
  const { text, tokens, copied } = answer;
  if (tokens.length < FEWEST_WORDS) return 'empty';
  if (shareOf(copied, Boolean) > COPIED_SHARE) return 'copied';
  if (tokens.length < FEWEST_FOR_SHARES) return null;
  if (shareOf(recitedWords(item, tokens), Boolean) > RECITED_SHARE) return 'recited';
  const fillers = shareOf(tokens, ({ telling }) => !telling);
  const unmarked = tokens.length >= UNMARKED_WORDS && !/[.!?;:\n].*\p{L}/su.test(text);
  if (fillers < (unmarked ? UNMARKED_FILLERS : LIST_FILLERS) || hardlyRepeats(tokens)) return 'list';
  return topicality(answer) < TOPICAL_SHARE ? 'off-topic' : null;
}

/**
 * Half of the rubric was found, `credit` 0 to 1, and yet little of the answer belongs to it: both cannot be. A story about something else has
 * the parts of every story, and words of the field stand for each other everywhere.
 */
export function isFarFetched(answer: PreparedAnswer, credit: number): boolean {
  return credit >= HALF_SAID && literalTopicality(answer) < SHARE_OF_HALF_SAID;
}

function hardlyRepeats(tokens: readonly Token[]): boolean {
  const distinct = new Set(tokens.map(({ word }) => word)).size;
  return tokens.length >= FEWEST_FOR_REPEATS && distinct > DISTINCT_SHARE * tokens.length;
}

/** Words that stand in accepted wordings taken over word for word. */
function recitedWords({ recitable }: PreparedItem, tokens: readonly Token[]): boolean[] {
  const recited = new Array<boolean>(tokens.length).fill(false);
  tokens.forEach(({ stem }, at) => {
    for (const sequence of recitable.get(stem) ?? []) {
      if (sequence.every((part, step) => tokens[at + step]?.stem === part)) {
        recited.fill(true, at, at + sequence.length);
      }
    }
  });
  return recited;
}

function shareOf<T>(list: readonly T[], holds: (one: T) => boolean): number {
  return list.filter(holds).length / Math.max(1, list.length);
}
