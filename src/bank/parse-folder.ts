// A folder of question files -> compiled pack; what an earlier compilation knows of unchanged files is taken over.
// Loaded only when something has to be parsed: this is the way to zod and the YAML readers.

import { basename, join } from 'node:path';
import type { Exemplar } from '../question/exemplar.js';
import { parseExemplars } from '../question/parse-exemplars.js';
import { parseQuestion } from '../question/parse-question.js';
import { type Problem, problemAt } from '../question/problem.js';
import type { Question } from '../question/question.js';
import { safeLine } from '../text/safe.js';
import { type CompiledFile, type CompiledPack, isUnchanged } from './compiled-pack.js';
import { indexQuestion } from './entry.js';
import { type PackFile, parsePackFile } from './pack-file.js';
import { answersPath, type FoundFile, isAnswersPath, MAX_FILES, readTextFile } from './read-folder.js';

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
  const exemplars: (readonly Exemplar[])[] = [];
  const knownFiles = new Map(
    known?.pack.id === pack.id && known.pack.draft === pack.draft
      ? known.files.map((file, index) => [file.path, { file, index }])
      : [],
  );
  if (found.length > MAX_FILES)
    packProblems.push(problemAt('pack-too-many-files', { file: 'pack.yaml' }, { limit: MAX_FILES }));
  const files = found.slice(0, MAX_FILES).map((file): CompiledFile => {
    const before = knownFiles.get(file.path);
    if (before && isUnchanged(before.file, file)) {
      questions.push(before.file.entry ? known?.question(before.index) : undefined);
      exemplars.push((before.file.entry && known?.exemplars(before.index)) || []);
      return before.file;
    }
    const parsed = parseFile(folder, file, pack.draft === true);
    questions.push(parsed.question);
    exemplars.push(parsed.exemplars);
    const entry = parsed.question ? indexQuestion(parsed.question, pack.id, file.path) : null;
    const { path, mtimeMs, size, answersStamp } = file;
    return { path, mtimeMs, size, answersStamp, entry, problems: parsed.problems };
  });
  return {
    pack,
    packProblems,
    packStamp,
    files,
    question: (index) => questions[index]!,
    exemplars: (index) => exemplars[index] ?? [],
  };
}

interface Parsed {
  question?: Question;
  exemplars: readonly Exemplar[];
  problems: Problem[];
}

function parseFile(folder: string, file: FoundFile, draft: boolean): Parsed {
  const read = readPart(folder, file.path, file.regular);
  if ('problems' in read) return { exemplars: [], ...read };
  if (isAnswersPath(file.path))
    return { exemplars: [], problems: [problemAt('answers-orphan', { file: file.path })] };
  const parsed = parseQuestion(read.text, file.path, basename(file.path, '.md'), draft);
  if (parsed.question === undefined || file.answersStamp === '') return { exemplars: [], ...parsed };
  const answers = parseAnswers(folder, answersPath(file.path), parsed.question);
  return { ...parsed, exemplars: answers.exemplars, problems: [...parsed.problems, ...answers.problems] };
}

/** A question whose answers are broken is asked without them. */
function parseAnswers(folder: string, path: string, question: Question): Omit<Parsed, 'question'> {
  const read = readPart(folder, path, true);
  return { exemplars: [], ...('problems' in read ? read : parseExemplars(read.text, path, question)) };
}

function readPart(
  folder: string,
  path: string,
  regular: boolean,
): { text: string } | { problems: Problem[] } {
  if (!regular) return { problems: [problemAt('file-not-regular', { file: path })] };
  const read = readTextFile(join(folder, path));
  return 'text' in read
    ? read
    : { problems: [problemAt(read.code, { file: path }, { reason: read.reason, limit: 64 * 1024 })] };
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
      problems: [
        problemAt(read.code, { file: 'pack.yaml' }, { reason: read.reason, limit: MAX_PACK_FILE_BYTES }),
      ],
    };
  }
  const parsed = parsePackFile(read.text, 'pack.yaml');
  return 'pack' in parsed
    ? { pack: parsed.pack, problems: [] }
    : { pack: unnamed, problems: parsed.problems };
}
