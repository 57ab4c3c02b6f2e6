// Characters that mean the same made the same, for comparing what was typed. Never for what is shown.

/** Raised and lowered figures say something else than the plain ones: 10² is not 102. */
const RAISED = /[\u00b2\u00b3\u00b9\u2070-\u209c]+/;
/** Nothing of it can be seen: colours of a terminal, controls, halves of characters, format characters, selectors of looks, fillers, tags. */
const INVISIBLE =
  /\u001b\[[\d;]*[A-Za-z]|[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]|\p{Cs}|\p{Cf}|\p{Variation_Selector}|[\u115f\u1160\u3164\uffa0\u{e0000}-\u{e0fff}]|\u034f|[\u17b4\u17b5]/gu;
const SINGLE_QUOTES = /[\u2018-\u201b\u2032\u2035\u02b9\u02bb\u02bc\u00b4\u0060\uff07\u2039\u203a]/g;
const DOUBLE_QUOTES = /[\u201c-\u201f\u2033\u2036\u00ab\u00bb\uff02]/g;
const DASHES = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/g;

/**
 * Compatibility forms (full width, ligatures, circled figures) become plain, quotes and dashes of every kind ' " and -, blanks of
 * every kind one blank; what cannot be seen is gone. Case and raised figures stay.
 */
export function foldCharacters(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .split(new RegExp(`(${RAISED.source})`))
    .map((part) => (RAISED.test(part) ? part : part.normalize('NFKC')))
    .join('')
    .replace(DASHES, '-')
    .replace(/\u2044/g, '/')
    .replace(/[\s\u0085\u2800]+/g, ' ')
    .trim();
}

/** Upper and lower case made the same, also where one has more letters (ß and SS). */
export function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase();
}
