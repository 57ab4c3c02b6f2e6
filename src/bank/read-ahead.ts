// What the build reads of a question so that a start need not: the trees of those texts that take a parser of Markdown.

import { hintWords } from '../question/hint-words.js';
import type { Question } from '../question/question.js';
import { isRecord } from '../text/is-record.js';
import { type ParsedText, parseAhead } from '../text/markdown.js';

/** Fields below the top of a question that are Markdown: of its options, items, pairs and points. So are lists of texts: what fits a blank. */
const DEEP = ['text', 'why', 'left', 'right'];

/** Of the texts that are shown of it. */
export function readAhead(question: Question): ParsedText[] {
  const { stem, explanation, hint, followUp, interviewer } = question;
  const model = question.type === 'open' ? question.modelAnswer : undefined;
  const hints = hint === undefined ? [] : [hint, hintWords(hint)];
  const whole = [stem, explanation, followUp, interviewer, model].filter((text) => text !== undefined);
  return parseAhead({ blocks: [...whole, ...hints], option: deepTexts(question, []) });
}

function deepTexts(value: unknown, found: string[]): string[] {
  if (Array.isArray(value))
    for (const one of value)
      if (typeof one === 'string') found.push(one);
      else deepTexts(one, found);
  else if (isRecord(value))
    for (const [name, one] of Object.entries(value))
      if (typeof one !== 'string') deepTexts(one, found);
      else if (DEEP.includes(name)) found.push(one);
  return found;
}
