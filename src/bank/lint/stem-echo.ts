// stem-echo: the right option alone takes up a word of the stem that is rare in the bank.

import type { Question } from '../../question/question.js';
import { stemOf } from '../../text/stem.js';
import type { BankHit, BankRule } from './finding.js';
import { hitAt, optionsOf } from './options.js';
import { proseOf, shownLine, subjectStems, wordsOf } from './wording.js';

/** A word is rare when at most this share of the questions use it, and never more than a handful: common words echo by chance. */
const RARE_SHARE = 0.01;
const RARE_AT_LEAST = 2;

export const stemEcho: BankRule = {
  code: 'stem-echo',
  severity: 'warning',
  message:
    'of the options only the right one takes up "{word}" from the stem; name it in a wrong one too, or in none',
  check({ questions }) {
    const uses = new Map<string, number>();
    for (const question of questions) {
      const words = new Set(textsOf(question).flatMap((text) => [...subjectStems(text)]));
      for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
    }
    const limit = Math.max(RARE_AT_LEAST, Math.round(RARE_SHARE * questions.length));
    return questions.flatMap((question) => echoesIn(question, (word) => (uses.get(word) ?? 0) <= limit));
  },
};

/** Where a distractor echoes a rare word too, the echo tells nothing. */
function echoesIn(question: Question, isRare: (stem: string) => boolean): BankHit[] {
  const options = optionsOf(question);
  const key = options?.keys[0];
  if (!options || !key || options.keys.length > 1) return [];
  const rare = new Set([...subjectStems(shownLine(proseOf(question.stem)))].filter(isRare));
  const echoed = wordsOf(key.text).filter((word) => rare.has(stemOf(word)));
  const elsewhere = options.distractors.some(({ text }) =>
    [...subjectStems(text)].some((word) => rare.has(word)),
  );
  return echoed.length === 0 || elsewhere ? [] : [{ question, ...hitAt(key, { word: echoed.join(', ') }) }];
}

function textsOf(question: Question): string[] {
  const options = optionsOf(question)?.all ?? [];
  return [shownLine(question.stem), ...options.map(({ text }) => text)];
}
