// key-longest: the right option is longer than every wrong one by far, so that it can be picked by its length.

import type { QuestionRule } from './finding.js';
import { hitAt, onOptions } from './options.js';

/** Both must hold: a quarter longer, and by more than a word; short options differ by a quarter without anyone seeing it. */
const RATIO = 1.25;
const CHARACTERS = 8;

export const keyLongest: QuestionRule = {
  code: 'key-longest',
  severity: 'warning',
  message: 'the right option has {key} characters, the longest wrong one {longest}; move detail to "why"',
  check: onOptions(({ keys, distractors }) => {
    const longest = Math.max(...distractors.map((option) => option.text.length));
    const byFar = keys.filter(
      ({ text }) => text.length > RATIO * longest && text.length > longest + CHARACTERS,
    );
    // With several keys one long one gives nothing away about the others.
    if (byFar.length < keys.length) return [];
    return byFar.map((key) => hitAt(key, { key: key.text.length, longest }));
  }),
};
