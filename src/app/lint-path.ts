// The problems of one file or folder: what the format refuses, and what the lint rules of item writing find.

import { lstatSync, type Stats, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { type Bank, makeBank } from '../bank/bank.js';
import type { Finding } from '../bank/lint/finding.js';
import { lintBank, lintQuestion } from '../bank/lint/lint.js';
import { placeInPackFile, placeInQuestion } from '../bank/lint/place.js';
import { loadFolderPack } from '../bank/load-folder-pack.js';
import { type LoadedPack, loadCompiledPack } from '../bank/load-pack.js';
import { answersPath, isAnswersPath, questionPath, readTextFile } from '../bank/read-folder.js';
import type { Path, Place } from '../question/locate.js';
import { parseExemplars } from '../question/parse-exemplars.js';
import { parseQuestion } from '../question/parse-question.js';
import { type Problem, problemAt } from '../question/problem.js';
import type { ProblemCode } from '../question/problem-messages.js';
import type { Question } from '../question/question.js';
import { Failure } from '../text/failure.js';
import type { World } from './world.js';

export interface Linted {
  files: number;
  problems: Problem[];
}

/** Throws Failure `path-missing`. */
export async function lintPath(world: World, path: string): Promise<Linted> {
  const stat = statOf(path);
  return stat.isDirectory() ? lintFolder(world, path) : { files: 1, problems: lintFile(path) };
}

function statOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    // A link that leads nowhere is there all the same, and is told as a problem of its own.
    const link = code === 'ENOENT' ? lstatSync(path, { throwIfNoEntry: false }) : undefined;
    if (link) return link;
    throw new Failure('path-missing', { path, reason: code });
  }
}

async function lintFolder(world: World, path: string): Promise<Linted> {
  const pack = await loadFolderPack(path, null);
  const bank = makeBank([...(await topicsBeside(world, pack)), pack]);
  const root = pack.folder ?? path;
  const here = (file: string) => relative(process.cwd(), file) || file;
  const format = bank.problems.filter((problem) => problem.file.startsWith(root)).map(locateField);
  const problems = [...format, ...findingsIn(bank, pack, root)];
  return {
    files: pack.files.length,
    problems: problems.map((found) => ({ ...found, file: here(found.file) })),
  };
}

/** A folder without topics of its own uses those of the built-in pack. */
async function topicsBeside(world: World, pack: LoadedPack): Promise<LoadedPack[]> {
  const core = loadCompiledPack(world.builtIn.compiled) ?? (await loadFolderPack(world.builtIn.folder, null));
  // The built-in pack itself, or a copy of it, stands for its own.
  return core.pack.id === pack.pack.id ? [] : [core];
}

function findingsIn(bank: Bank, pack: LoadedPack, root: string): Problem[] {
  const entries = bank.entries.filter((entry) => entry.pack === pack.pack.id);
  const questions = entries.map((entry) => bank.question(entry));
  const files = new Map(
    questions.map((question, index) => [question, join(root, entries[index]?.file ?? '')]),
  );
  const alone = questions.flatMap((question) =>
    lintQuestion(question).map((found) => ({ ...found, question })),
  );
  const together = lintBank({ questions, topics: pack.pack.topics });
  return [...alone, ...together].map(({ question, ...found }) =>
    question === null
      ? problemIn(pack.packStamp === '' ? root : join(root, 'pack.yaml'), found, placeInPackFile)
      : problemIn(files.get(question) as string, found, placeInQuestion),
  );
}

function problemIn(file: string, found: Finding, placeIn: (text: string, path: Path) => Place): Problem {
  const { path, ...finding } = found;
  const read = path.length === 0 ? null : readTextFile(file, 1024 * 1024);
  const place = read && 'text' in read ? placeIn(read.text, path) : { line: 1, column: 1 };
  return { ...finding, file, ...place };
}

/** A question with the answers beside it; named by either file. */
function lintFile(path: string): Problem[] {
  const file = isAnswersPath(path) ? questionPath(path) : path;
  const read = readTextFile(resolve(file));
  if ('code' in read) return [unreadable(file, read)];
  const { question, problems } = parseQuestion(read.text, file, basename(file, '.md'));
  if (question === undefined) return problems;
  const findings = lintQuestion(question).map((found) => problemIn(file, found, placeInQuestion));
  return [...problems, ...answersProblems(answersPath(file), question), ...findings];
}

function answersProblems(path: string, question: Question): Problem[] {
  const read = readTextFile(resolve(path));
  if ('text' in read) return parseExemplars(read.text, path, question).problems;
  return read.reason === 'ENOENT' ? [] : [unreadable(path, read)];
}

function unreadable(file: string, { code, reason }: { code: ProblemCode; reason: string }): Problem {
  return problemAt(code, { file }, { reason, limit: 64 * 1024 });
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'topic-unknown': 'topic',
  'concept-unknown': 'concepts',
  'id-taken': 'id',
  'id-device-name': 'id',
};

/** Problems that only the whole bank shows carry no place yet: they are looked up in the file. */
function locateField(problem: Problem): Problem {
  const field = FIELD_OF[problem.code];
  if (field === undefined) return problem;
  const read = readTextFile(problem.file);
  return 'text' in read ? { ...problem, ...placeInQuestion(read.text, [field]) } : problem;
}
