// api-quiz lint: every problem in question files and every weakness of the items, with place, code and remedy.

import type { Command } from '../app/command.js';
import { githubLine, sarifLog } from '../app/lint-formats.js';
import { lintPath } from '../app/lint-path.js';
import { openSettings } from '../app/open-settings.js';
import type { Options } from '../app/options.js';
import { printJson, printLines, tellLines } from '../app/print.js';
import { EXIT, type ExitCode, type World } from '../app/world.js';
import { isFolder } from '../disk/folders.js';
import { cacheFolder } from '../history/home.js';
import { byPlace, hasErrors, type Problem } from '../question/problem.js';
import { problemLine, problemMessage } from '../question/problem-line.js';
import { Failure } from '../text/failure.js';
import { failureLine } from '../text/failure-line.js';
import { counted } from '../text/number.js';

const LINT_FORMATS = ['text', 'github', 'json', 'sarif'] as const;

export const lint: Command = {
  arguments: [
    { name: '[path...]', text: 'files or folders; your packs, or the folder questions, when left out' },
  ],
  options: [
    { option: 'format', text: 'for people, GitHub Actions or other programs', values: LINT_FORMATS },
    'fix',
    'watch',
    'stats',
    'json',
  ],
  examples: [
    'api-quiz lint questions',
    'api-quiz lint questions --format github',
    'api-quiz lint my-pack/retry-budget.md',
    'api-quiz lint my-pack --fix',
    'api-quiz lint my-pack --watch',
    'api-quiz lint my-pack --stats class-folder',
  ],
  async run(world, typed, options) {
    const paths = typed.length > 0 ? typed : defaultPaths(world);
    if (!options.watch) return lintOnce(world, paths, options);
    const { watchFolders } = await import('../app/watch-folders.js');
    await new Promise<void>((resolve, reject) => {
      // Before the first look: what changes during it is looked at again.
      const watching = watchFolders(paths, () => {
        running = running.then(() => lintAgain(world, paths, options)).catch(fail);
      });
      const fail = (error: unknown) => {
        watching.close();
        reject(error);
      };
      let running: Promise<unknown> = lintOnce(world, paths, options).catch(fail);
      world.onInterrupt(() => {
        watching.close();
        resolve();
      });
    });
    return EXIT.interrupted;
  },
};

/** A path that is gone is told and waited for: an editor may be about to put it back. */
async function lintAgain(world: World, paths: readonly string[], options: Options): Promise<void> {
  try {
    await lintOnce(world, paths, options);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    tellLines(world, [failureLine(error)]);
  }
}

async function lintOnce(world: World, paths: readonly string[], options: Options): Promise<ExitCode> {
  if (options.fix) {
    const { fixFiles } = await import('../app/fix-files.js');
    tellLines(world, paths.flatMap(fixFiles));
  }
  const problems: Problem[] = [];
  let files = 0;
  for (const path of paths) {
    const found = await lintPath(world, path, options.watch ? cacheFolder(world.home) : null);
    problems.push(...found.problems);
    files += found.files;
    if (options.stats !== undefined && isFolder(path)) {
      const { statsProblems } = await import('../app/items/stats-problems.js');
      problems.push(...(await statsProblems(world, path, options.stats)));
    }
  }
  printProblems(world, problems.sort(byPlace), files, options);
  return hasErrors(problems) ? EXIT.findings : EXIT.fine;
}

function printProblems(world: World, problems: readonly Problem[], files: number, options: Options): void {
  const format = LINT_FORMATS.find((name) => name === options.format) ?? (options.json ? 'json' : 'text');
  if (format === 'sarif') printJson(world, sarifLog(problems, world.version));
  else if (format === 'json')
    printJson(
      world,
      problems.map((problem) => ({ ...problem, message: problemMessage(problem) })),
    );
  else {
    // The annotations stand beside the lines of the log: by themselves they would hide them.
    if (format === 'github') printLines(world, problems.map(githubLine));
    printLines(world, problems.map(problemLine));
    const errors = problems.filter((problem) => problem.severity === 'error').length;
    printLines(world, [
      `${counted(files, 'file')}, ${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`,
    ]);
  }
}

function defaultPaths(world: World): string[] {
  const { packs = [] } = openSettings(world);
  if (packs.length > 0) return packs;
  if (isFolder('questions')) return ['questions'];
  throw new Failure('lint-nothing');
}
