// api-quiz lint: every problem in question files, with place, code and remedy.

import { statSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { makeBank } from '../bank/bank.js';
import { loadCompiledPack, loadFolderPack, type LoadedPack } from '../bank/load-pack.js';
import { readTextFile } from '../bank/read-folder.js';
import { readSettings } from '../history/settings.js';
import { locator } from '../question/locate.js';
import { parseQuestion } from '../question/parse-question.js';
import { byPlace, hasErrors, type Problem } from '../question/problem.js';
import { problemLine, problemMessage } from '../question/problem-messages.js';
import { Failure } from '../text/failure.js';
import { counted } from '../text/number.js';
import type { Command } from './command.js';
import { JSON_OPTION } from './options.js';
import { printJson, printLines } from './print.js';
import { EXIT, type World } from './world.js';

export const lint: Command = {
  arguments: [{ name: '[path...]', text: 'files or folders; your packs, or the folder questions, when left out' }],
  options: [JSON_OPTION],
  examples: ['api-quiz lint questions', 'api-quiz lint my-pack/retry-budget.md'],
  async run(world, paths, options) {
    const problems: Problem[] = [];
    let files = 0;
    for (const path of paths.length > 0 ? paths : defaultPaths(world)) {
      const found = await lintPath(world, path);
      problems.push(...found.problems);
      files += found.files;
    }
    problems.sort(byPlace);
    if (options.json) printJson(world, problems.map((problem) => ({ ...problem, message: problemMessage(problem) })));
    else {
      printLines(world, problems.map(problemLine));
      const errors = problems.filter((problem) => problem.severity === 'error').length;
      printLines(world, [`${counted(files, 'file')}, ${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`]);
    }
    return hasErrors(problems) ? EXIT.findings : EXIT.fine;
  },
};

function defaultPaths(world: World): string[] {
  const { packs = [] } = readSettings(world.home).settings;
  if (packs.length > 0) return packs;
  if (statSync('questions', { throwIfNoEntry: false })?.isDirectory()) return ['questions'];
  throw new Failure('lint-nothing');
}

async function lintPath(world: World, path: string): Promise<{ files: number; problems: Problem[] }> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new Failure('path-missing', { path });
  if (!stat.isDirectory()) return { files: 1, problems: lintFile(path) };
  const pack = await loadFolderPack(path, null);
  const bank = makeBank([...(await topicsBeside(world, pack)), pack]);
  const root = pack.folder ?? path;
  const here = (file: string) => relative(process.cwd(), file) || file;
  const problems = bank.problems
    .filter((problem) => problem.file.startsWith(root))
    .map((problem) => ({ ...locateField(problem), file: here(problem.file) }));
  return { files: pack.files.length, problems };
}

/** A folder without topics of its own uses those of the built-in pack. */
async function topicsBeside(world: World, pack: LoadedPack): Promise<LoadedPack[]> {
  if (pack.pack.id === 'core') return [];
  const core = loadCompiledPack(world.builtIn.compiled) ?? (await loadFolderPack(world.builtIn.folder, null));
  return [core];
}

function lintFile(path: string): Problem[] {
  const read = readTextFile(resolve(path));
  if ('code' in read) {
    return [{ code: read.code, severity: 'error', file: path, line: 1, column: 1, args: { reason: read.reason, limit: 64 * 1024 } }];
  }
  return parseQuestion(read.text, path, basename(path, '.md')).problems;
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
  return 'text' in read ? { ...problem, ...locator(read.text)([field]) } : problem;
}
