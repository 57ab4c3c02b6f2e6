// A parsed pack in one file: a first line with the index, then one line of JSON per question, parsed when it is asked.
// The same form serves as the cache of a folder and as the built-in pack that the build ships.

import type { Exemplar } from '../question/exemplar.js';
import type { Problem } from '../question/problem.js';
import type { Question } from '../question/question.js';
import { QUESTION_TYPES } from '../question/vocabulary.js';
import type { BankEntry } from './entry.js';
import type { PackFile } from './pack-file.js';

/** Raise the number when Question, BankEntry or this form changes: older caches are then parsed anew. A new type changes it by itself. */
const FORM = `api-quiz-pack-9 ${QUESTION_TYPES.join(' ')}`;

/** What is known of one file of the pack. */
export interface CompiledFile {
  path: string;
  mtimeMs: number;
  size: number;
  /** Of its exemplar answers, as mtime and size; empty where there are none. */
  answersStamp: string;
  entry: BankEntry | null;
  problems: Problem[];
}

export interface CompiledPack {
  pack: PackFile;
  packProblems: Problem[];
  /** Of pack.yaml, as mtime and size; empty where there is none. */
  packStamp: string;
  files: CompiledFile[];
  /** The question of a file that has an entry. */
  question(fileIndex: number): Question;
  /** The exemplar answers to it; empty where there are none. */
  exemplars(fileIndex: number): readonly Exemplar[];
}

interface IndexLine extends Omit<CompiledPack, 'question' | 'exemplars'> {
  form: string;
  /** Byte length of each file's line; 0 where it has no question. */
  lengths: number[];
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

/** The bytes of a compiled pack. */
export function renderCompiledPack(compiled: CompiledPack): Buffer {
  const lines = compiled.files.map((file, index) => {
    if (file.entry === null) return null;
    const exemplars = compiled.exemplars(index);
    const line: FileLine = {
      question: compiled.question(index),
      ...(exemplars.length === 0 ? {} : { exemplars }),
    };
    return Buffer.from(`${JSON.stringify(line)}\n`);
  });
  const { pack, packProblems, packStamp, files } = compiled;
  const lengths = lines.map((line) => line?.length ?? 0);
  const index: IndexLine = { form: FORM, pack, packProblems, packStamp, files, lengths };
  return Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...lines.filter((line) => line !== null)]);
}

/** The pack in these bytes; undefined when they are of another form or damaged. */
export function decodeCompiledPack(bytes: Buffer): CompiledPack | undefined {
  const end = bytes.indexOf(10);
  if (end < 0) return undefined;
  let index: IndexLine | null;
  try {
    index = JSON.parse(bytes.toString('utf8', 0, end));
  } catch {
    return undefined;
  }
  if (index?.form !== FORM || index.lengths.length !== index.files.length) return undefined;
  const starts: number[] = [];
  let offset = end + 1;
  for (const length of index.lengths) {
    starts.push(offset);
    offset += length;
  }
  if (offset !== bytes.length) return undefined;
  const lineOf = (fileIndex: number): FileLine => {
    const start = starts[fileIndex]!;
    const text = bytes.toString('utf8', start, start + index.lengths[fileIndex]!);
    return JSON.parse(text);
  };
  return {
    ...index,
    question: (fileIndex) => lineOf(fileIndex).question,
    exemplars: (fileIndex) => lineOf(fileIndex).exemplars ?? [],
  };
}
