// The problems of one file or folder: what the format refuses, and what the lint rules of item writing find.

import { realpathSync, type Stats } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type Bank, makeBank } from '../bank/bank.js';
import type { Finding } from '../bank/lint/finding.js';
import { lintBank, lintQuestion } from '../bank/lint/lint.js';
import { findLostText } from '../bank/lint/lost-text.js';
import { placeInPackFile, placeInQuestion } from '../bank/lint/place.js';
import { loadFolderPack } from '../bank/load-folder-pack.js';
import { type LoadedPack, loadCompiledPack } from '../bank/load-pack.js';
import { answersPath, isAnswersPath, questionPath, readTextFile } from '../bank/read-folder.js';
import { errnoOf } from '../disk/errno.js';
import { absolutePath, lookAt, lookAtLink } from '../disk/folders.js';
import { MAX_FILE_BYTES } from '../question/file-limit.js';
import type { Path, Place } from '../question/locate.js';
import { type Problem, problemAt } from '../question/problem.js';
import type { Question } from '../question/question.js';
import { Failure } from '../text/failure.js';
import { startCount } from './progress.js';
import type { World } from './world.js';

export interface Linted {
  files: number;
  problems: Problem[];
}

/**
 * Throws Failure `path-missing`. `cacheFolder`: files of a folder that have not changed are not parsed again. A file is checked as a part of its pack: what a folder refuses, a file of it does not pass.
 */
export async function lintPath(
  world: World,
  path: string,
  cacheFolder: string | null = null,
): Promise<Linted> {
  const stat = statOf(path);
  if (stat.isDirectory()) return lintFolder(world, path, cacheFolder);
  return stat.isFile() && (path.endsWith('.md') || isAnswersPath(path))
    ? lintFile(world, isAnswersPath(path) ? questionPath(path) : path)
    : { files: 1, problems: [unread(path)] };
}

function statOf(path: string): Stats {
  const look = lookAt(path);
  if ('stats' in look) return look.stats;
  // A link that leads nowhere is there all the same, and is told as a problem of its own.
  const link = lookAtLink(path);
  if ('stats' in link) return link.stats;
  throw new Failure('path-missing', { path, reason: look.reason });
}

async function lintFolder(world: World, path: string, cacheFolder: string | null): Promise<Linted> {
  const progress = startCount(world, 'Reading', 'files');
  const pack = await loadFolderPack(path, cacheFolder, true, progress.count).finally(progress.end);
  const bank = await bankOf(world, pack);
  const root = pack.folder ?? path;
  const files = filesOf(bank, pack, root);
  const together = lintBank({ questions: [...files.keys()], topics: pack.pack.topics });
  const whole = together.map(({ question, ...found }) =>
    question === null
      ? problemIn(pack.packStamp === '' ? root : join(root, 'pack.yaml'), found, placeInPackFile)
      : problemIn(files.get(question) ?? root, found, placeInQuestion),
  );
  const empty = pack.files.length === 0 ? [problemAt('pack-empty', { file: root })] : [];
  const lost = pack.files.flatMap(({ path: file }) => lostIn(join(root, file)));
  const packLost = pack.packStamp === '' ? [] : lostIn(join(root, 'pack.yaml'));
  const problems = [
    ...problemsOf(bank, root),
    ...findingsIn(files),
    ...(await rubricsIn(bank, pack, root)),
    ...whole,
    ...lost,
    ...packLost,
    ...empty,
  ];
  return {
    files: pack.files.length,
    problems: problems.map((found) => ({ ...found, file: fromHere(found.file) })),
  };
}

/** As a person would type it; the whole path where the working folder is gone. */
function fromHere(file: string): string {
  try {
    return relative(process.cwd(), file) || file;
  } catch (error) {
    errnoOf(error);
    return file;
  }
}

/** How far up from a file the pack.yaml of its pack may lie. */
const MOST_UP = 4;

/** A question with the answers beside it. */
async function lintFile(world: World, path: string): Promise<Linted> {
  const folder = dirname(absolutePath(path));
  const above = packAbove(folder);
  // Without a pack.yaml the folder is the pack; what lies below it is no business of this file.
  const pack = await loadFolderPack(above ?? folder, null, above !== undefined);
  const bank = await bankOf(world, pack);
  const root = pack.folder ?? folder;
  const own = realPath(path);
  const problems = [
    ...problemsOf(bank, root),
    ...findingsIn(filesOf(bank, pack, root), own),
    ...(await rubricsIn(bank, pack, root, own)),
    ...lostIn(own),
  ];
  return {
    files: 1,
    problems: problems.flatMap((found) => {
      if (found.file === own) return [{ ...found, file: path }];
      return found.file === answersPath(own) ? [{ ...found, file: answersPath(path) }] : [];
    }),
  };
}

function packAbove(folder: string, steps = MOST_UP): string | undefined {
  if ('stats' in lookAt(join(folder, 'pack.yaml'))) return folder;
  const above = dirname(folder);
  return steps === 0 || above === folder ? undefined : packAbove(above, steps - 1);
}

function realPath(path: string): string {
  const above = dirname(absolutePath(path));
  return join(realpathSync(above), basename(path));
}

/** What is no question file: its content, or the lack of it, says why. */
function unread(path: string): Problem {
  const read = readTextFile(absolutePath(path));
  if ('text' in read) return problemAt('file-ending', { file: path });
  return problemAt(read.code, { file: path }, { reason: read.reason, limit: MAX_FILE_BYTES });
}

/** A folder without topics of its own uses those of the built-in pack. */
async function topicsBeside(world: World, pack: LoadedPack): Promise<LoadedPack[]> {
  const core = loadCompiledPack(world.builtIn.compiled) ?? (await loadFolderPack(world.builtIn.folder, null));
  // The built-in pack itself, or a copy of it, stands for its own.
  return core.pack.id === pack.pack.id ? [] : [core];
}

async function bankOf(world: World, pack: LoadedPack): Promise<Bank> {
  return makeBank([...(await topicsBeside(world, pack)), pack]);
}

/** What the format, and the pack as a whole, refuse. */
function problemsOf(bank: Bank, root: string): Problem[] {
  return bank.problems.filter((problem) => problem.file.startsWith(`${root}/`)).map(locateField);
}

/** The file of each question. */
function filesOf(bank: Bank, pack: LoadedPack, root: string): Map<Question, string> {
  const entries = bank.entries.filter((entry) => entry.pack === pack.pack.id);
  return new Map(entries.map((entry) => [bank.question(entry), join(root, entry.file)]));
}

/** What YAML took out of a file; what cannot be read has been told. */
function lostIn(file: string): Problem[] {
  const read = readTextFile(file, 1024 * 1024);
  return 'text' in read ? findLostText(read.text, file) : [];
}

/** What the rules of item writing say of each question by itself; `only`: of that file alone. */
function findingsIn(files: ReadonlyMap<Question, string>, only?: string): Problem[] {
  return [...files].flatMap(([question, file]) =>
    only === undefined || file === only
      ? lintQuestion(question).map((found) => problemIn(file, found, placeInQuestion))
      : [],
  );
}

/** The same of rubrics of open questions and of the answers beside them; what marks is loaded here only. */
async function rubricsIn(bank: Bank, { pack: { id } }: LoadedPack, root: string, only?: string) {
  const { lintRubric } = await import('../grading/rubric-rules.js');
  return bank.entries.flatMap((entry) => {
    const file = join(root, entry.file);
    if (entry.pack !== id || entry.type !== 'open' || (only !== undefined && file !== only)) return [];
    const question = bank.question(entry);
    if (question.type !== 'open') return [];
    return lintRubric(question, bank.exemplars(entry)).map((found) =>
      problemIn(file, found, placeInQuestion),
    );
  });
}

function problemIn(file: string, found: Finding, placeIn: (text: string, path: Path) => Place): Problem {
  const { path, ...finding } = found;
  const read = path.length === 0 ? null : readTextFile(file, 1024 * 1024);
  const place = read && 'text' in read ? placeIn(read.text, path) : { line: 1, column: 1 };
  return { ...finding, file, ...place };
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
