// A parsed pack in one file: a line that says where things are, the index, the beginnings of the stems, then one line of JSON per
// question, read when it is asked. The same form serves as the cache of a folder and as the built-in pack that the build ships.

import type { Exemplar } from '../question/exemplar.js';
import type { Problem } from '../question/problem.js';
import type { Question } from '../question/question.js';
import { LEVELS, QUESTION_TYPES, ROLES } from '../question/vocabulary.js';
import { type ParsedText, rememberParsed } from '../text/markdown.js';
import { entriesOf, filesOf } from './column-entry.js';
import type { BankEntry } from './entry.js';
import type { PackFile, Topic } from './pack-file.js';
import type { CompiledFile, FactColumns, NameColumns } from './pack-index.js';

/** Raise the number when Question, BankEntry or this form changes: older caches are then parsed anew. A new type changes it by itself. */
const FORM = `api-quiz-pack-14 ${[...QUESTION_TYPES, ...LEVELS, ...ROLES].join(' ')}`;

/** Bytes somewhere: in memory, or in a file of which only what is asked for is read. */
export interface ByteSource {
  readonly length: number;
  /** From `start` up to `end`, both within the length. */
  slice(start: number, end: number): Buffer;
}

export interface CompiledPack {
  pack: PackFile;
  packProblems: Problem[];
  /** Of pack.yaml, as mtime and size; empty where there is none. */
  packStamp: string;
  /** The files are in the order of the bank and every question is right: whoever opens the pack need not look again. */
  settled?: boolean;
  files: readonly CompiledFile[];
  /** Of each file; null for one without a question. */
  entries: readonly (BankEntry | null)[];
  /** The line of a file that has an entry; empty for others. */
  line(fileIndex: number): Buffer;
  /** The beginning of its stem as one line of plain text. */
  stemLine(fileIndex: number): string;
  /** The stem as it is written: what a search looks through. */
  stem(fileIndex: number): string;
  /** The question of a file that has an entry. */
  question(fileIndex: number): Question;
  /** The exemplar answers to it; empty where there are none. */
  exemplars(fileIndex: number): readonly Exemplar[];
}

/** The parts behind the head, in this order: the beginnings of stems are lines of text, every other part is a line of JSON. */
export const PARTS = ['pack', 'topics', 'names', 'facts', 'lines', 'stemLines', 'stems'] as const;
export type Part = (typeof PARTS)[number];

interface Head extends Pick<CompiledPack, 'packProblems' | 'packStamp' | 'settled'> {
  form: string;
  /** Bytes of each part. */
  parts: readonly number[];
  ends: PackEnds;
}

/** What is said of the rest of the file in its head. */
export interface PackEnds {
  /** Bytes of all lines together. */
  lines: number;
  /** Checksums of the parts that few starts read. */
  sums: { stemLines: number; stems: number };
}

/** What says where the lines are: bytes and checksum of each. */
export interface LineColumns {
  lengths: number[];
  sums: number[];
}

/** How bytes that may have been damaged are checked as they are read, and what is said of a file whose line has been. */
export interface PackChecks {
  sumOf(bytes: Buffer): number;
  /** Checksum of everything from the head up to the lines' places. */
  front: number;
  mend(file: CompiledFile, pack: PackFile): { line: Uint8Array; stem: string; stemLine: string };
}

/** A file's line: exemplars are kept beside the question, for its hash is that of what is shown. */
interface FileLine {
  question: Question;
  exemplars?: readonly Exemplar[];
  /** What the build has read ahead of it. */
  parsed?: readonly ParsedText[];
}

/** True when neither the file nor its answers have changed since. */
export function isUnchanged(before: Stamps, now: Stamps): boolean {
  return (
    before.mtimeMs === now.mtimeMs && before.size === now.size && before.answersStamp === now.answersStamp
  );
}

type Stamps = Pick<CompiledFile, 'mtimeMs' | 'size' | 'answersStamp'>;

/** The line of a question. */
export function fileLine(
  question: Question,
  exemplars: readonly Exemplar[],
  parsed: readonly ParsedText[] = [],
): Buffer {
  const line: FileLine = {
    question,
    ...(exemplars.length === 0 ? {} : { exemplars }),
    ...(parsed.length === 0 ? {} : { parsed }),
  };
  return Buffer.from(`${JSON.stringify(line)}\n`);
}

/** The same object: what is read at its first use stays unread. */
function withQuestions(pack: Omit<CompiledPack, 'question' | 'exemplars'>): CompiledPack {
  const read = (index: number): FileLine => JSON.parse(pack.line(index).toString());
  return Object.assign(pack, {
    question(index: number) {
      const { question, parsed } = read(index);
      if (parsed !== undefined) rememberParsed(parsed);
      return question;
    },
    exemplars: (index: number) => read(index).exemplars ?? [],
  });
}

/** The first line; `parts`: the bytes of each, in their order. */
export function renderHead(
  { packProblems, packStamp, settled = false }: Pick<CompiledPack, 'packProblems' | 'packStamp' | 'settled'>,
  parts: readonly number[],
  ends: PackEnds,
): string {
  const head: Head = { form: FORM, packProblems, packStamp, settled, parts, ends };
  return `${JSON.stringify(head)}\n`;
}

/** Bytes that are looked at for the head: it is longer only where pack.yaml has many problems. */
const HEAD_BYTES = 4096;
const MOST_HEAD_BYTES = 1024 * 1024;

/** The pack in these bytes; undefined when they are of another form or damaged at the front. Only what is asked for is read. */
export function decodeCompiledPack(bytes: ByteSource, checks?: PackChecks): CompiledPack | undefined {
  const found = headOf(bytes);
  if (found === undefined) return undefined;
  const { head, end } = found;
  const starts = runningSums(end, head.parts);
  const after = starts.at(-1)!;
  if (after + head.ends.lines !== bytes.length) return undefined;
  if (checks !== undefined && checks.sumOf(frontIn(bytes, starts)) !== checks.front) return undefined;
  const read = (part: Part): Buffer => {
    const place = PARTS.indexOf(part);
    return bytes.slice(starts[place]!, starts[place + 1]! - 1);
  };
  try {
    return packOfParts(head, read, (from, to) => bytes.slice(after + from, after + to), checks);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** `slice`: from where the lines begin. Throws SyntaxError where what every start reads is no JSON. */
function packOfParts(
  { packProblems, packStamp, settled = false, ends }: Head,
  read: (part: Part) => Buffer,
  slice: ByteSource['slice'],
  checks: PackChecks | undefined,
): CompiledPack {
  const parse = <Value>(part: Part): Value => JSON.parse(read(part).toString());
  const topics = once(() => parse<Topic[]>('topics'));
  const facts = once(() => parse<FactColumns>('facts'));
  const lines = once(() => placesOf(parse('lines')));
  const about: Omit<PackFile, 'topics'> = parse('pack');
  const pack = Object.defineProperty(about as PackFile, 'topics', { get: topics, enumerable: true });
  const entries = entriesOf(about.id, parse<NameColumns>('names'), facts);
  const files = once(() => filesOf(entries, facts()));
  const mend = (index: number) => checks!.mend(files()[index]!, pack);
  const isWhole = (bytes: Buffer, sum: number) => checks === undefined || checks.sumOf(bytes) === sum;
  const texts = (part: 'stemLines' | 'stems', of: (text: string) => string[], name: 'stemLine' | 'stem') =>
    once(() => {
      const bytes = read(part);
      if (isWhole(bytes, ends.sums[part])) return of(bytes.toString());
      return entries.map((entry, index) => (entry === null ? '' : mend(index)[name]));
    });
  const stemLines = texts('stemLines', (text) => text.split('\n'), 'stemLine');
  const stems = texts('stems', (text): string[] => JSON.parse(text), 'stem');
  return withQuestions({
    pack,
    packProblems,
    packStamp,
    settled,
    entries,
    get files() {
      return files();
    },
    stemLine: (index) => stemLines()[index]!,
    stem: (index) => stems()[index]!,
    line(index) {
      const { starts, sums } = lines();
      const bytes = slice(starts[index]!, starts[index + 1]!);
      return isWhole(bytes, sums[index]!) ? bytes : Buffer.from(mend(index).line);
    },
  });
}

function once<Value>(read: () => Value): () => Value {
  let known: Value | undefined;
  return () => {
    known ??= read();
    return known;
  };
}

const placesOf = ({ lengths, sums }: LineColumns) => ({ starts: runningSums(0, lengths), sums });

/** What every start reads: from the head up to the places of the lines. */
export function frontOf(bytes: ByteSource): Buffer {
  const { head, end } = headOf(bytes)!;
  return frontIn(bytes, runningSums(end, head.parts));
}

const frontIn = (bytes: ByteSource, starts: readonly number[]): Buffer =>
  bytes.slice(0, starts[PARTS.indexOf('lines') + 1]!);

function headOf(bytes: ByteSource): { head: Head; end: number } | undefined {
  for (let size = HEAD_BYTES; size <= MOST_HEAD_BYTES; size *= 16) {
    const start = bytes.slice(0, Math.min(size, bytes.length));
    const end = start.indexOf(10) + 1;
    if (end === 0) continue;
    try {
      const head: Head | null = JSON.parse(start.toString('utf8', 0, end));
      return head?.form === FORM && head.parts.length === PARTS.length ? { head, end } : undefined;
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** `[start, start + a, start + a + b, …]` */
function runningSums(start: number, lengths: readonly number[]): number[] {
  const sums = [start];
  let sum = start;
  for (const length of lengths) {
    sum += length;
    sums.push(sum);
  }
  return sums;
}
