// The surface cues of an option: what a reader sees who understands nothing.

import { HEDGES } from '../../../src/bank/lint/hedges.js';

/** Patterns that an option shows or does not. The names are printed. */
export const CUES: Readonly<Record<string, RegExp>> = {
  'reason clause':
    /\b(because|since|therefore|thus|hence|otherwise)\b|\bdue to\b|, (as|so|which|for|meaning|given)\b|\bso (that|the|it|a|they|nothing|no)\b/i,
  so: /\bso\b/i,
  and: /\band\b/i,
  or: /\bor\b/i,
  but: /\b(but|yet|although|though|while|whereas)\b/i,
  comma: /,/,
  colon: /[:;]/,
  digits: /\d/,
  code: /[`_{}()<>=/"]|\w-\w+-\w/,
  capitals: /\b[A-Z]{2,}\b/,
  hedge: new RegExp(`${HEDGES.source}|\\bcan\\b`, 'i'),
  absolute:
    /\b(always|never|only|none|all|every|everything|everyone|nothing|nobody|any|anything|must|cannot|impossible|completely|entirely|alone|at all)\b/i,
  negation: /\b(not|no|without|neither|nor|cannot|nothing|never|none)\b|n't\b/i,
  comparative: /\b(more|less|fewer|better|faster|slower|longer|shorter|larger|smaller|most|least|than)\b/i,
  condition: /\b(if|when|unless|until|once|whenever|after|before)\b/i,
  contrast: /\b(instead|rather|still|anyway|even|just|already|too)\b/i,
  'modal should': /\b(should|needs? to|has to|have to|ought)\b/i,
  'full stop': /\.$/,
};

/** The form of the first word, as a guesser would tell options of different grammar apart. */
export function firstWordForm(option: string): string {
  const word = /^\W*([\w'-]+)/.exec(option)?.[1] ?? '';
  if (/^\d/.test(word)) return 'figure';
  if (/^[A-Z]{2,}/.test(word)) return 'capitals';
  if (/^(yes|no)$/i.test(word)) return word.toLowerCase();
  if (/^(the|a|an|this|that|these|those|its|their|his|her|it|they|each|both)$/i.test(word))
    return 'article or pronoun';
  if (/^(to|by|with|in|on|at|from|for|through|as|after|before|when|if|because|since)$/i.test(word))
    return 'preposition';
  if (/ing$/i.test(word)) return '-ing';
  if (/s$/i.test(word)) return '-s';
  return /^[a-z]/.test(word) ? 'lower case' : 'other';
}

/** The cues that one guesser alone can follow, each picked or avoided (see single-cues.ts). */
export const SINGLE_CUES: readonly string[] = [
  'reason clause',
  'and',
  'colon',
  'comma',
  'so',
  'digits',
  'hedge',
  'absolute',
];
