// api-quiz lint: every problem in question files and every weakness of the items, with place, code and remedy.

import type { Command } from '../app/command.js';
import { githubLine, sarifLog } from '../app/lint-formats.js';
import { lintPath } from '../app/lint-path.js';
import { openSettings } from '../app/open-settings.js';
import { printJson, printLines } from '../app/print.js';
import { EXIT, type World } from '../app/world.js';
import { isFolder } from '../disk/folders.js';
import { byPlace, hasErrors, type Problem } from '../question/problem.js';
import { problemLine, problemMessage } from '../question/problem-line.js';
import { Failure } from '../text/failure.js';
import { counted } from '../text/number.js';

const LINT_FORMATS = ['text', 'github', 'json', 'sarif'] as const;

export const lint: Command = {
  arguments: [
    { name: '[path...]', text: 'files or folders; your packs, or the folder questions, when left out' },
  ],
  options: [
    { option: 'format', text: 'for people, GitHub Actions or other programs', values: LINT_FORMATS },
    'stats',
    'json',
  ],
  examples: [
    'api-quiz lint questions',
    'api-quiz lint questions --format github',
    'api-quiz lint my-pack/retry-budget.md',
    'api-quiz lint my-pack --stats class-folder',
  ],
  async run(world, paths, options) {
    const problems: Problem[] = [];
    let files = 0;
    for (const path of paths.length > 0 ? paths : defaultPaths(world)) {
      const found = await lintPath(world, path);
      problems.push(...found.problems);
      files += found.files;
      if (options.stats !== undefined && isFolder(path)) {
        const { statsProblems } = await import('../app/items/stats-problems.js');
        problems.push(...(await statsProblems(world, path, options.stats)));
      }
    }
    problems.sort(byPlace);
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
    return hasErrors(problems) ? EXIT.findings : EXIT.fine;
  },
};

function defaultPaths(world: World): string[] {
  const { packs = [] } = openSettings(world);
  if (packs.length > 0) return packs;
  if (isFolder('questions')) return ['questions'];
  throw new Failure('lint-nothing');
}
