// A question file mended where nothing of its meaning can change: dates, order of fields, quotes, blanks at line ends. Pure.

import { canonicalJson } from './canonical-json.js';
import { cutFile } from './front-matter.js';
import { contentHash, keyHash } from './identity.js';
import { isoDay } from './iso-day.js';
import { orderFields } from './order-fields.js';
import { parseQuestion } from './parse-question.js';
import { quotePlainText } from './quote-plain-text.js';

/** What was done, as it is told. */
export type Mend = 'line ends' | 'quotes' | 'date' | 'order of fields' | 'blanks at line ends';

export interface Mended {
  text: string;
  done: Mend[];
}

/** The file with every mend that leaves the question what it was; the same text where there is none. Mending again does nothing. */
export function mendFile(text: string): Mended {
  const start: Mended = { text, done: [] };
  return STEPS.reduce((before, [mend, change]) => {
    const after = change(before.text);
    return after !== before.text && isSame(before.text, after, mend)
      ? { text: after, done: [...before.done, mend] }
      : before;
  }, start);
}

const STEPS: readonly (readonly [Mend, (text: string) => string])[] = [
  ['line ends', plainLineEnds],
  ['quotes', quotePlainText],
  ['date', (text) => inFront(text, (front) => front.replace(REVIEWED, mendDay))],
  ['order of fields', (text) => inFront(text, orderFields)],
  ['blanks at line ends', (text) => inFront(text, withoutBlanks)],
];

/** LF, no byte order mark, one line end at the end. */
function plainLineEnds(text: string): string {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  return plain.endsWith('\n') || plain === '' ? plain : `${plain}\n`;
}

const REVIEWED = /^(reviewed:[ \t]*)(['"]?)([^'"\n#]*?)\2[ \t]*$/m;

function mendDay(line: string, lead: string, _quote: string, typed: string): string {
  const day = isoDay(typed);
  return day === undefined || typed === day ? line : `${lead.trimEnd()} ${day}`;
}

/** Changes what stands between the two lines of hyphens; a file without them stays as it is. */
function inFront(text: string, change: (front: string) => string): string {
  const found = /^---\n([\s\S]*?\n)---(?=\n|$)/.exec(text);
  return found === null ? text : `---\n${change(found[1] ?? '')}---${text.slice(found[0].length)}`;
}

/** Blocks of text keep theirs: there they may be part of a snippet. */
function withoutBlanks(front: string): string {
  let block = -1;
  return front
    .split('\n')
    .map((line) => {
      const indent = line.search(/\S/);
      if (block >= 0 && (indent < 0 || indent > block)) return line;
      const opens = /(^|[\s:-])[|>][+-]?\d?[ \t]*$/.test(line);
      block = opens ? Math.max(0, indent) : -1;
      return line.trimEnd();
    })
    .join('\n');
}

/** The question is what it was: both hashes where it could be read, else every field but the one that was mended. */
function isSame(before: string, after: string, mend: Mend): boolean {
  const was = parseQuestion(before, '', undefined, true).question;
  const is = parseQuestion(after, '', undefined, true).question;
  if (was !== undefined)
    return (
      is !== undefined &&
      keyHash(was) === keyHash(is) &&
      contentHash(withDay(was, mend)) === contentHash(withDay(is, mend))
    );
  const [cutBefore, cutAfter] = [cutFile(before), cutFile(after)];
  // What could not be read at all has nothing to lose by quotes; everything else has to be read first.
  if ('problems' in cutBefore) return mend === 'quotes' || mend === 'line ends';
  if ('problems' in cutAfter) return false;
  const fields = (data: Record<string, unknown>) => canonicalJson(withDay(data, mend));
  return fields(cutBefore.data) === fields(cutAfter.data) && cutBefore.body === cutAfter.body;
}

/** A day written otherwise is the same day. */
const withDay = <Of extends object>(fields: Of, mend: Mend): Of =>
  mend === 'date' ? { ...fields, reviewed: '' } : fields;
