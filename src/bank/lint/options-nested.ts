// options-nested: one option contains another word for word, so both cannot be judged on their own.

import type { QuestionRule } from './finding.js';
import { hitAt, type Option, onOptions } from './options.js';
import { foldedLine } from './wording.js';

export const optionsNested: QuestionRule = {
  code: 'options-nested',
  severity: 'warning',
  message: 'the option "{other}" contains this one word for word; make each stand for itself',
  check: onOptions(({ question, all }) =>
    all.flatMap((inner) => {
      const outer = all.find((option) => option !== inner && contains(option, inner));
      return outer ? [hitAt(inner, { other: question.choices[outer.index]?.id ?? '' })] : [];
    }),
  ),
};

/** At a border of words on both sides; a figure, a path or a name inside a longer one is another figure, path or name. */
function contains(outer: Option, inner: Option): boolean {
  const [long, short] = [foldedLine(outer.text), foldedLine(inner.text)];
  if (long === short) return false;
  return ` ${long.replace(/[,;:()]/g, ' ')} `.replace(/\s+/g, ' ').includes(` ${short} `);
}
