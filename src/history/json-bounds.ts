// What a JSON text would cost to parse, found out without parsing it: a hostile file must not use up the memory.

/** Nested deeper than anything this program writes. */
const MOST_DEEP = 100;
/** Objects and lists; a file of the largest size that holds steps, the smallest things written, has fewer. */
const MOST_CONTAINERS = 8_000_000;

/** Members of them all; the largest file of this program has some twenty million. */
const MOST_MEMBERS = 32_000_000;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;

/** True where parsing would take memory out of all proportion. One pass; brackets in strings do not count. */
export function isCostlyJson(text: string): boolean {
  let depth = 0;
  let containers = 0;
  let members = 0;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === QUOTE) place = endOfString(text, place);
    else if (code === COMMA) {
      members += 1;
      if (members > MOST_MEMBERS) return true;
    }
    // [ and {, and ] and }, differ in one bit each.
    else if ((code | 0x20) === 0x7b) {
      depth += 1;
      containers += 1;
      if (depth > MOST_DEEP || containers > MOST_CONTAINERS) return true;
    } else if ((code | 0x20) === 0x7d) depth -= 1;
  }
  return false;
}

/** Place of the quote that closes the string which begins at `start`; the end of the text where none does. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return quote;
  }
  return text.length;
}
