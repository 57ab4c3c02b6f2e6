// YAML as most question files are written, read line by line in a fraction of a parser's time: fields, lists, texts on one line. Where
// anything else stands (a text of several lines, an escape, a comment behind a text, a mistake), the parser reads the whole.

/** The fields with text for every scalar, as the parser gives them; undefined where it is to be asked. */
export function readPlainYaml(text: string): Record<string, unknown> | undefined {
  if (!BEGINS_FIELD.test(text) || UNUSUAL.test(text)) return undefined;
  const reader = new PlainReader(text.split('\n'));
  const fields = reader.fields(0);
  return reader.isDone && Object.keys(fields).length > 0 ? fields : undefined;
}

/** Front matter begins behind its first line feed, pack.yaml often with a comment. */
const BEGINS_FIELD = /^\n?[A-Za-z#]/;
/** Controls, tabs and what lies beyond 16 bits: not all of them are allowed everywhere. */
const UNUSUAL = /[^\n -~\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
const NAME = /^[A-Za-z][\w-]{0,80}$/;
/** What begins neither a list nor a quote nor anything but a text. */
const BEGINS_TEXT = /^[\w(/.$+<\\\u00a1-\uffff]/;
const QUOTED = /^(?:'((?:[^']|'')*)'|"([^"\\]*)")$/;
const WORDS = /\w[\w+./'()%&=-]*(?: [\w+./'()%&=-]+)*/.source;
const LIST = new RegExp(`^\\[${WORDS}(?:, *${WORDS})*\\]$`);
const BLANK = 32;
const HASH = 35;

/** Where a reading goes that met a line it cannot read: nothing goes on from there. */
const NOWHERE = -1;

class PlainReader {
  private at = 0;
  /** How far in the next line stands; -1 behind the last. */
  private indent = 0;

  constructor(private readonly lines: string[]) {
    this.goTo(0);
  }

  get isDone(): boolean {
    return this.at === this.lines.length;
  }

  /** The fields that stand this far in. */
  fields(indent: number): Record<string, unknown> {
    const fields: Record<string, unknown> = {};
    while (this.indent === indent) {
      const line = this.lines[this.at]!;
      const end = nameEnd(line, indent);
      const name = line.slice(indent, end);
      if (end < 0 || Object.hasOwn(fields, name)) this.goTo(NOWHERE);
      else fields[name] = line.length === end + 1 ? this.below(indent) : this.valueFrom(end + 1);
    }
    return fields;
  }

  /** What stands below a name: a list as far in as the name or further, or fields further in. */
  private below(indent: number): unknown {
    this.goTo(this.at + 1);
    if (this.indent >= indent && this.isMember()) return this.members(this.indent);
    if (this.indent > indent) return this.fields(this.indent);
    return this.goTo(NOWHERE);
  }

  private members(indent: number): unknown[] {
    const members: unknown[] = [];
    while (this.indent === indent && this.isMember()) members.push(this.member(indent + 2));
    return members;
  }

  /** What stands behind a hyphen: fields, to which it is as good as a blank, or a text. */
  private member(indent: number): unknown {
    if (nameEnd(this.lines[this.at]!, indent) < 0) return this.valueFrom(indent);
    this.indent = indent;
    return this.fields(indent);
  }

  private isMember(): boolean {
    return this.lines[this.at]!.startsWith('- ', this.indent);
  }

  private valueFrom(start: number): unknown {
    const value = valueIn(this.lines[this.at]!, start);
    this.goTo(value === undefined ? NOWHERE : this.at + 1);
    return value;
  }

  /** To the line there, or the next that says something. */
  private goTo(at: number): void {
    for (this.at = at; ; this.at += 1) {
      const line = this.lines[this.at];
      this.indent = line === undefined ? -1 : blanksEnd(line, 0);
      if (line === undefined || !isEmpty(line, this.indent)) return;
    }
  }
}

/** Blank, or a comment; no text goes on from line to line here, so neither is part of one. */
const isEmpty = (line: string, indent: number): boolean =>
  indent === line.length || line.charCodeAt(indent) === HASH;

function blanksEnd(line: string, from: number): number {
  let at = from;
  while (line.charCodeAt(at) === BLANK) at += 1;
  return at;
}

/** Where the colon behind a name stands; -1 where no name begins there. */
function nameEnd(line: string, from: number): number {
  const colon = line.indexOf(':', from);
  const isName = colon >= 0 && endsThere(line, colon + 1) && NAME.test(line.slice(from, colon));
  return isName ? colon : -1;
}

const endsThere = (line: string, at: number): boolean => at === line.length || line.charCodeAt(at) === BLANK;

/** What stands there to the end of the line; undefined where it takes a parser. */
function valueIn(line: string, from: number): string | string[] | undefined {
  const text = line.slice(blanksEnd(line, from));
  if (BEGINS_TEXT.test(text)) return isWhole(text) ? text : undefined;
  const quoted = QUOTED.exec(text);
  if (quoted !== null) return quoted[1]?.replaceAll("''", "'") ?? quoted[2];
  return LIST.test(text) ? text.slice(1, -1).split(/, */) : undefined;
}

/** True where a text goes on to its end: neither a name, nor a comment, nor blanks that are no part of it. */
function isWhole(text: string): boolean {
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1))
    if (endsThere(text, at + 1)) return false;
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1))
    if (text.charCodeAt(at - 1) === BLANK) return false;
  return text.charCodeAt(text.length - 1) !== BLANK;
}
