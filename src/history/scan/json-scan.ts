// A walk over the bytes of JSON without white space, as this program writes it. Whatever looks otherwise is odd, and read by JSON.parse.

import { NULL, type Spelling, spelled } from './spelling.js';

/** Where an object ends. */
export const END = -1;

const QUOTE = 0x22;
const COMMA = 0x2c;
const SPACE = 0x20;
const DELETE = 0x7f;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const ZERO = 0x30;
const NINE = 0x39;

const TRUE = spelled('true');
const FALSE = spelled('false');

/** Once something is odd, what is given no longer means anything: whoever walks looks at `odd` before using it. */
export class JsonScan {
  bytes: Buffer = Buffer.alloc(0);
  view: DataView = new DataView(new ArrayBuffer(0));
  place = 0;
  odd = false;
  /** Of the last text (within its quotes) or value passed: its bytes. */
  from = 0;
  to = 0;
  /** Of the last text passed: the same for the same bytes. */
  hash = 0;
  /** Of the last text passed: its bytes are its characters. */
  isPlain = true;

  /** Begins at a place of these bytes. */
  begin(bytes: Buffer, place: number): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.place = place;
    this.odd = false;
  }

  /** The byte that comes next; -1 at the end. */
  get next(): number {
    return this.place < this.bytes.length ? this.bytes[this.place]! : -1;
  }

  expect(byte: number): void {
    if (this.next !== byte) this.odd = true;
    this.place += 1;
  }

  /** Goes into an object: the place of its first member's name among `names`, or END. */
  firstMember(names: readonly Spelling[]): number {
    this.expect(OPEN);
    if (this.next !== CLOSE) return this.#name(names, 0);
    this.place += 1;
    return END;
  }

  /** The same of the member that comes after the value of member `last`. */
  nextMember(names: readonly Spelling[], last: number): number {
    const { next } = this;
    this.place += 1;
    if (next === COMMA) return this.#name(names, last + 1);
    if (next !== CLOSE) this.odd = true;
    return END;
  }

  #name(names: readonly Spelling[], likely: number): number {
    for (let place = likely; place < names.length; place += 1) if (this.passes(names[place]!)) return place;
    for (let place = 0; place < likely; place += 1) if (this.passes(names[place]!)) return place;
    this.odd = true;
    return END;
  }

  /** Goes into a list; true where a member comes. */
  firstOfList(): boolean {
    this.expect(OPEN_LIST);
    if (this.odd) return false;
    if (this.next !== CLOSE_LIST) return true;
    this.place += 1;
    return false;
  }

  nextOfList(): boolean {
    const { next } = this;
    this.place += 1;
    if (next !== COMMA && next !== CLOSE_LIST) this.odd = true;
    return next === COMMA && !this.odd;
  }

  /** Passes these bytes where they come next. */
  passes(spelling: Spelling): boolean {
    if (!this.isNext(spelling)) return false;
    this.place += spelling.byteLength;
    return true;
  }

  /** True where these bytes come next. */
  isNext(run: Spelling): boolean {
    const { view, place } = this;
    const length = run.byteLength;
    if (place + length > view.byteLength) return false;
    let i = 0;
    // Four at once.
    for (; i + 4 <= length; i += 4) if (view.getInt32(place + i) !== run.getInt32(i)) return false;
    for (; i < length; i += 1) if (view.getUint8(place + i) !== run.getUint8(i)) return false;
    return true;
  }

  /** One of these words, by its place. */
  word(words: readonly Spelling[]): number {
    for (let place = 0; place < words.length; place += 1) if (this.passes(words[place]!)) return place;
    this.odd = true;
    return 0;
  }

  /** Passes digits that mean a whole number as `String` writes it; -1 where none come next. */
  digits(): number {
    const { bytes, place: start } = this;
    let place = start;
    let value = 0;
    let byte = bytes[place];
    while (byte !== undefined && byte >= ZERO && byte <= NINE) {
      value = value * 10 + (byte - ZERO);
      place += 1;
      byte = bytes[place];
    }
    const count = place - start;
    if (count === 0 || count > 15 || (count > 1 && bytes[start] === ZERO)) return -1;
    this.place = place;
    return value;
  }

  passesNull(): boolean {
    return this.passes(NULL);
  }

  truth(): boolean {
    if (this.passes(FALSE)) return false;
    if (!this.passes(TRUE)) this.odd = true;
    return true;
  }

  /** Passes a text, of which `from`, `to`, `hash` and `isPlain` tell; whether escapes in it are right is not looked at. */
  text(): void {
    const { bytes } = this;
    const end = bytes.length;
    let place = this.place + 1;
    let hash = 0x811c9dc5;
    let isPlain = true;
    this.from = place;
    if (this.next !== QUOTE) this.odd = true;
    for (; place < end; place += 1) {
      const byte = bytes[place]!;
      if (byte === QUOTE) break;
      hash = Math.imul(hash ^ byte, 0x01000193);
      if (byte >= SPACE && byte < DELETE && byte !== BACKSLASH) continue;
      if (byte < SPACE) this.odd = true;
      if (byte === BACKSLASH) place += 1;
      isPlain = false;
    }
    this.isPlain = isPlain;
    if (place >= end) this.odd = true;
    this.to = place;
    this.hash = hash;
    this.place = place + 1;
  }

  /** Passes the bytes of a text behind its first quote, and its other quote, without looking at them; odd where it does not end. */
  #textUnseen(): void {
    const { bytes } = this;
    let quote = bytes.indexOf(QUOTE, this.place + 1);
    while (quote > 0 && this.#isEscaped(quote)) quote = bytes.indexOf(QUOTE, quote + 1);
    if (quote < 0) this.odd = true;
    this.place = quote + 1;
  }

  #isEscaped(quote: number): boolean {
    let slashes = 0;
    while (this.bytes[quote - 1 - slashes] === BACKSLASH) slashes += 1;
    return slashes % 2 === 1;
  }

  /** A number that is written in at most fifteen digits and nothing else; -1, passed by nothing, where it is written otherwise. */
  wholeNumber(): number {
    const { place } = this;
    const value = this.digits();
    if (value < 0 || isAfterValue(this.next)) return value;
    this.place = place;
    return -1;
  }

  /** Passes a value of any kind, of which `from` and `to` tell; whether it is one is not looked at. */
  value(): void {
    const start = this.place;
    const { next } = this;
    if (next === QUOTE) this.#textUnseen();
    else if (next === OPEN || next === OPEN_LIST) this.#nested();
    else {
      let place = start;
      const { bytes } = this;
      while (place < bytes.length && !isAfterValue(bytes[place]!)) place += 1;
      this.place = place;
    }
    this.from = start;
    this.to = this.place;
  }

  #nested(): void {
    let depth = 0;
    do {
      const { next } = this;
      if (next === QUOTE) {
        this.#textUnseen();
        continue;
      }
      // [ and {, and ] and }, differ in one bit each.
      if ((next | 0x20) === OPEN) depth += 1;
      else if ((next | 0x20) === CLOSE) depth -= 1;
      else if (next < 0) this.odd = true;
      this.place += 1;
    } while (depth > 0 && !this.odd);
  }

  /** What JSON.parse makes of the bytes from one place to another; odd where it makes nothing. */
  parsed(from: number, to: number): unknown {
    try {
      return JSON.parse(this.bytes.toString('utf8', from, to));
    } catch {
      this.odd = true;
      return undefined;
    }
  }

  colon(): void {
    this.expect(COLON);
  }
}

const isAfterValue = (byte: number): boolean => byte === COMMA || byte === CLOSE || byte === CLOSE_LIST;
