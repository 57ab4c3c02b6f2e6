// Untrusted text made harmless for a terminal: nothing in it may move the cursor, recolour or reorder the line, or hide in it.

// C0 and C1 controls (ESC included), DEL, and the bidirectional overrides, isolates and marks.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// What is not seen: soft hyphen, zero width, joiners, invisible operators, deprecated format characters, variation selectors, tags.
const UNSEEN = new RegExp(
  [
    '[\\u00ad\\u200b-\\u200d\\u2060-\\u2065\\u206a-\\u206f\\ufeff\\ufff0-\\ufffb]',
    '[\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}]',
    '\\u034f',
    '[\\u180b-\\u180f]',
    '[\\ufe00-\\ufe0f]',
  ].join('|'),
  'u',
);
const LINE_CONTROLS = /[\n\u2028\u2029]+/g;

/**
 * Where one of them does mean something: joiners in scripts that join (Persian, Devanagari, …) and between the parts of an
 * emoji; a variation selector behind an emoji, a sign of mathematics, an ideograph or a letter of Mongolian; the tags of a flag.
 */
function unseenUnlessMeant(): RegExp {
  const joining =
    'Arabic Syriac Mongolian Nko Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar'
      .split(' ')
      .map((script) => `\\p{Script=${script}}`)
      .join('');
  const meant = [
    `(?<=[${joining}])[\\u200c\\u200d]`,
    '(?<=\\p{Extended_Pictographic}(?:\\ufe0f|[\\u{1f3fb}-\\u{1f3ff}])?)\\u200d(?=\\p{Extended_Pictographic})',
    '(?<=\\p{Emoji})[\\ufe0e\\ufe0f]',
    '(?<=\\p{Sm})\\ufe00',
    '(?<=\\p{Script=Han})(?:[\\ufe00-\\ufe02]|[\\u{e0100}-\\u{e01ef}])',
    '(?<=\\p{Script=Mongolian})[\\u180b-\\u180d\\u180f]',
    '(?<=\\u{1f3f4})[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{1,7}\\u{e007f}',
  ].join('|');
  return new RegExp(`(${meant})|${UNSEEN.source}`, 'gu');
}

/** Made at its first use: to look up so many scripts takes as long as to read a file. */
let meantOrUnseen: RegExp | undefined;

/** Lines of printable ASCII, as most texts are: nothing in them needs a second look. */
const HARMLESS = /^[\n -~]*$/;

/** Text of one or more lines without control characters and without what nobody sees; CRLF becomes LF, a tab two spaces. */
export function safeText(text: string): string {
  if (HARMLESS.test(text)) return text;
  const seen = text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '  ')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '');
  return UNSEEN.test(seen) ? withoutUnseen(seen) : seen;
}

/** Again until nothing goes: what stood behind an unseen character may lose its meaning with it. */
function withoutUnseen(text: string): string {
  meantOrUnseen ??= unseenUnlessMeant();
  const less = text.replace(meantOrUnseen, (_found, meant: string | undefined) => meant ?? '');
  return less === text ? text : withoutUnseen(less);
}

/** The same on one line: line breaks and runs of blanks become one blank. */
export function safeLine(text: string): string {
  return safeText(text).replace(LINE_CONTROLS, ' ').replace(/ {2,}/g, ' ').trim();
}
