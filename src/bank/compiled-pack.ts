// A parsed pack in one file: a line that says where things are, the index, the beginnings of the stems, then one line of JSON per
// question, read when it is asked. The same form serves as the cache of a folder and as the built-in pack that the build ships.

import type { Exemplar } from '../question/exemplar.js';
import type { Problem } from '../question/problem.js';
import type { Question } from '../question/question.js';
import { LEVELS, QUESTION_TYPES, ROLES } from '../question/vocabulary.js';
import type { PackFile } from './pack-file.js';
import { type CompiledFile, filesOf, type PackColumns, packColumns } from './pack-index.js';

/** Raise the number when Question, BankEntry or this form changes: older caches are then parsed anew. A new type changes it by itself. */
const FORM = `api-quiz-pack-11 ${[...QUESTION_TYPES, ...LEVELS, ...ROLES].join(' ')}`;

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
  files: CompiledFile[];
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

/** Where the parts begin: each is one line of JSON. */
interface Head extends Pick<CompiledPack, 'packProblems' | 'packStamp' | 'settled'> {
  form: string;
  /** Bytes of pack file, index, beginnings of stems, stems and lengths of lines, in this order. */
  parts: readonly [pack: number, index: number, stemLines: number, stems: number, lengths: number];
}

/** A file's line: exemplars are kept beside the question, for its hash is that of what is shown. */
interface FileLine {
  question: Question;
  exemplars?: readonly Exemplar[];
}

/** True when neither the file nor its answers have changed since. */
export function isUnchanged(before: Stamps, now: Stamps): boolean {
  return (
    before.mtimeMs === now.mtimeMs && before.size === now.size && before.answersStamp === now.answersStamp
  );
}

type Stamps = Pick<CompiledFile, 'mtimeMs' | 'size' | 'answersStamp'>;

/** The line of a question. */
export function fileLine(question: Question, exemplars: readonly Exemplar[]): Buffer {
  const line: FileLine = { question, ...(exemplars.length === 0 ? {} : { exemplars }) };
  return Buffer.from(`${JSON.stringify(line)}\n`);
}

const NO_LINE = Buffer.alloc(0);

/** A pack whose lines lie in memory; `null` for a file without a question. */
export function packOfLines(
  known: Pick<CompiledPack, 'pack' | 'packProblems' | 'packStamp' | 'files'>,
  lines: readonly (Buffer | null)[],
  stems: readonly { stem: string; stemLine: string }[],
): CompiledPack {
  return withQuestions({
    ...known,
    line: (index) => lines[index] ?? NO_LINE,
    stem: (index) => stems[index]?.stem ?? '',
    stemLine: (index) => stems[index]?.stemLine ?? '',
  });
}

function withQuestions(pack: Omit<CompiledPack, 'question' | 'exemplars'>): CompiledPack {
  const read = (index: number): FileLine => JSON.parse(pack.line(index).toString());
  return {
    ...pack,
    question: (index) => read(index).question,
    exemplars: (index) => read(index).exemplars ?? [],
  };
}

/** The bytes of a compiled pack, in pieces. */
export function renderCompiledPack(compiled: CompiledPack): Buffer[] {
  const { pack, packProblems, packStamp, files, settled = false } = compiled;
  const lines = files.map((_, index) => compiled.line(index));
  const parts = [
    pack,
    packColumns(files, !settled),
    files.map((_, index) => compiled.stemLine(index)),
    files.map((_, index) => compiled.stem(index)),
    lines.map(({ length }) => length),
  ].map((part) => Buffer.from(`${JSON.stringify(part)}\n`));
  const head = { form: FORM, packProblems, packStamp, settled, parts: parts.map(({ length }) => length) };
  return [Buffer.from(`${JSON.stringify(head)}\n`), ...parts, ...lines];
}

/** Bytes that are looked at for the head: it is longer only where pack.yaml has many problems. */
const HEAD_BYTES = 4096;
const MOST_HEAD_BYTES = 1024 * 1024;

/** The pack in these bytes; undefined when they are of another form or damaged. Only what is asked for is read. */
export function decodeCompiledPack(bytes: ByteSource): CompiledPack | undefined {
  const found = headOf(bytes);
  if (found === undefined) return undefined;
  const { head, end } = found;
  const starts = runningSums(end, head.parts);
  const after = starts.at(-1)!;
  if (after > bytes.length) return undefined;
  const part = (place: number): unknown =>
    JSON.parse(bytes.slice(starts[place]!, starts[place + 1]!).toString());
  let stemLines: string[] | undefined;
  let stems: string[] | undefined;
  let places: number[] | undefined;
  try {
    const pack = part(0) as PackFile;
    const files = filesOf(part(1) as PackColumns, pack.id);
    return withQuestions({
      pack,
      packProblems: head.packProblems,
      packStamp: head.packStamp,
      settled: head.settled ?? false,
      files,
      stemLine(index) {
        stemLines ??= part(2) as string[];
        return stemLines[index]!;
      },
      stem(index) {
        stems ??= part(3) as string[];
        return stems[index]!;
      },
      line(index) {
        places ??= runningSums(after, part(4) as number[]);
        return bytes.slice(places[index]!, places[index + 1]!);
      },
    });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

function headOf(bytes: ByteSource): { head: Head; end: number } | undefined {
  for (let size = HEAD_BYTES; size <= MOST_HEAD_BYTES; size *= 16) {
    const start = bytes.slice(0, Math.min(size, bytes.length));
    const end = start.indexOf(10) + 1;
    if (end === 0) continue;
    try {
      const head: Head | null = JSON.parse(start.toString('utf8', 0, end));
      return head?.form === FORM && head.parts.length === 5 ? { head, end } : undefined;
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
