// import.json beside a draft pack: which foreign question became which file, and what was written then.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readBounded } from '../../disk/read-bounded.js';
import { writeWhole } from '../../disk/write-whole.js';
import { Failure } from '../../text/failure.js';

export interface ImportedQuestion {
  id: string;
  /** Relative to the pack, with forward slashes. */
  file: string;
  fields: Record<string, string>;
}

export interface ImportState {
  version: 1;
  /** By the name of the file: the SHA-256 of what was read. */
  sources: Record<string, string>;
  /** By foreign key. */
  questions: Record<string, ImportedQuestion>;
  /** SHA-256 of the pack.yaml that was written last; a person's own is left alone. */
  packFile: string;
}

const MOST_BYTES = 256 * 1024 * 1024;
const NAME = 'import.json';

/** The state of an earlier import, or an empty one; throws Failure `import-state-damaged`. */
export function readImportState(folder: string): ImportState {
  const file = join(folder, NAME);
  if (!existsSync(file)) return { version: 1, sources: {}, questions: {}, packFile: '' };
  const read = readBounded(file, MOST_BYTES);
  if (!('bytes' in read)) throw new Failure('import-state-damaged', { file, reason: read.code });
  let json: unknown;
  try {
    json = JSON.parse(read.bytes.toString('utf8'));
  } catch {
    throw new Failure('import-state-damaged', { file, reason: 'not JSON' });
  }
  if (!isState(json)) throw new Failure('import-state-damaged', { file, reason: 'not as it was written' });
  // Own properties only: a question called __proto__ is a question.
  return { ...json, questions: Object.assign(Object.create(null), json.questions) };
}

/** Written whole; the order of the keys is that of the import. */
export function writeImportState(folder: string, state: ImportState): void {
  writeWhole(join(folder, NAME), [`${JSON.stringify(state, null, 1)}\n`], true);
}

function isState(value: unknown): value is ImportState {
  if (!isRecord(value) || value.version !== 1 || !isRecord(value.sources) || !isRecord(value.questions))
    return false;
  const questions = Object.values(value.questions);
  return typeof value.packFile === 'string' && questions.every(isQuestion);
}

/** The path leads to a question file within the pack. */
const SAFE_PATH = /^[a-z0-9-]+(\/[a-z0-9-]+)?\.md$/;

const isQuestion = (value: unknown) =>
  isRecord(value) &&
  typeof value.id === 'string' &&
  typeof value.file === 'string' &&
  SAFE_PATH.test(value.file) &&
  isRecord(value.fields) &&
  Object.values(value.fields).every((hash) => typeof hash === 'string');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
