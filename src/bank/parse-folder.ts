// A folder of question files -> compiled pack; what an earlier compilation knows of unchanged files is taken over.
// Loaded only when something has to be parsed: this is the way to zod and the YAML readers.

import { basename, join } from 'node:path';
import { parseQuestion } from '../question/parse-question.js';
import type { Problem } from '../question/problem.js';
import type { Question } from '../question/question.js';
import { safeLine } from '../text/safe.js';
import type { CompiledFile, CompiledPack } from './compiled-pack.js';
import { indexQuestion } from './entry.js';
import { type PackFile, parsePackFile } from './pack-file.js';
import { type FoundFile, MAX_FILES, readTextFile } from './read-folder.js';

const MAX_PACK_FILE_BYTES = 1024 * 1024;

/** `found`: the files as listed; `packStamp`: of pack.yaml, empty where there is none. */
export function parseFolder(
  folder: string,
  found: readonly FoundFile[],
  packStamp: string,
  known: CompiledPack | undefined,
): CompiledPack {
  const { pack, problems: packProblems } = readPackFile(folder, packStamp);
  const questions: (Question | undefined)[] = [];
  const knownFiles = new Map(
    known?.pack.id === pack.id ? known.files.map((file, index) => [file.path, { file, index }]) : [],
  );
  if (found.length > MAX_FILES)
    packProblems.push(problemAt('pack.yaml', 'pack-too-many-files', { limit: MAX_FILES }));
  const files = found.slice(0, MAX_FILES).map((file): CompiledFile => {
    const before = knownFiles.get(file.path);
    if (before && before.file.mtimeMs === file.mtimeMs && before.file.size === file.size) {
      questions.push(before.file.entry ? known?.question(before.index) : undefined);
      return before.file;
    }
    const parsed = parseFile(folder, file);
    questions.push(parsed.question);
    const entry = parsed.question ? indexQuestion(parsed.question, pack.id, file.path) : null;
    return { path: file.path, mtimeMs: file.mtimeMs, size: file.size, entry, problems: parsed.problems };
  });
  return { pack, packProblems, packStamp, files, question: (index) => questions[index] as Question };
}

function parseFile(folder: string, file: FoundFile): { question?: Question; problems: Problem[] } {
  if (!file.regular) return { problems: [problemAt(file.path, 'file-not-regular')] };
  const read = readTextFile(join(folder, file.path));
  if ('code' in read) {
    return { problems: [problemAt(file.path, read.code, { reason: read.reason, limit: 64 * 1024 })] };
  }
  return parseQuestion(read.text, file.path, basename(file.path, '.md'));
}

/** Without a pack.yaml a folder is a pack named after itself, with the topics of the other packs. */
function readPackFile(folder: string, packStamp: string): { pack: PackFile; problems: Problem[] } {
  const named = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const unnamed: PackFile = { id: named || 'pack', title: safeLine(basename(folder)), topics: [] };
  if (packStamp === '') return { pack: unnamed, problems: [] };
  const read = readTextFile(join(folder, 'pack.yaml'), MAX_PACK_FILE_BYTES);
  if ('code' in read) {
    return {
      pack: unnamed,
      problems: [problemAt('pack.yaml', read.code, { reason: read.reason, limit: MAX_PACK_FILE_BYTES })],
    };
  }
  const parsed = parsePackFile(read.text, 'pack.yaml');
  return 'pack' in parsed
    ? { pack: parsed.pack, problems: [] }
    : { pack: unnamed, problems: parsed.problems };
}

function problemAt(file: string, code: string, args: Problem['args'] = {}): Problem {
  return { code, severity: 'error', file, line: 1, column: 1, args };
}
