// api-quiz preview: a question file as each player shows it, and what a guesser would pick.

import { basename } from 'node:path';
import { themeOf } from '../app/choose-player.js';
import type { Command } from '../app/command.js';
import { lintPath } from '../app/lint-path.js';
import { openBank } from '../app/open-bank.js';
import { openSettings } from '../app/open-settings.js';
import { columnsOf, printLines } from '../app/print.js';
import { EXIT, type World } from '../app/world.js';
import { readTextFile } from '../bank/read-folder.js';
import { absolutePath } from '../disk/folders.js';
import { parseQuestion } from '../question/parse-question.js';
import { byPlace, hasErrors } from '../question/problem.js';
import { problemLine } from '../question/problem-line.js';
import type { Question } from '../question/question.js';
import { safeLine } from '../text/safe.js';

export const preview: Command = {
  arguments: [{ name: '<file>', text: 'a question file' }],
  options: [
    { option: 'format', text: 'only one of them', values: ['terminal', 'plain', 'json', 'guess'] },
    'ascii',
  ],
  examples: ['api-quiz preview my-pack/retry-budget.md', 'api-quiz preview draft.md --format guess'],
  async run(world, [file = ''], options) {
    const { previewLines, PREVIEWS } = await import('../app/preview/preview-lines.js');
    const { previewView } = await import('../app/preview/previewed.js');
    const { problems } = await lintPath(world, file);
    const question = questionIn(file);
    const settings = openSettings(world);
    if (question !== undefined) {
      const { bank } = await openBank(world, settings, {});
      const topic = bank.topics.find(({ slug }) => slug === question.topic)?.title ?? question.topic;
      const only = PREVIEWS.find((name) => name === options.format);
      const theme = themeOf({ world, settings, options });
      const view = previewView(question, 'preview', safeLine(topic));
      printLines(world, previewLines(view, columnsOf(world), theme, only));
    }
    tellProblems(world, problems, options.format === undefined);
    return hasErrors(problems) ? EXIT.findings : EXIT.fine;
  },
};

/** As strictly as a pack would read it; else as a draft, so that something is seen while it is being written. */
function questionIn(file: string): Question | undefined {
  const read = readTextFile(absolutePath(file));
  if (!('text' in read)) return undefined;
  const name = basename(file, '.md');
  return parseQuestion(read.text, file, name).question ?? parseQuestion(read.text, file, name, true).question;
}

/** Below what is shown; beside it where that is for a program. */
function tellProblems(world: World, problems: Parameters<typeof byPlace>[0][], inside: boolean): void {
  const lines = [...problems].sort(byPlace).map(problemLine);
  if (inside) printLines(world, lines);
  else for (const line of lines) world.stderr.write(`${line}\n`);
}
