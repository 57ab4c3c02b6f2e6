// api-quiz import: questions of other programs into a pack of drafts.

import type { Command } from '../app/command.js';
import { hasLosses, importLines, importObject, importTotals } from '../app/import/import-lines.js';
import { importQuestions } from '../app/import/import-questions.js';
import type { Options } from '../app/options.js';
import { printJson, printWrapped, tellLines } from '../app/print.js';
import { startCount } from '../app/progress.js';
import { EXIT } from '../app/world.js';
import { absolutePath } from '../disk/folders.js';
import { READ_FORMAT_NAMES } from '../exchange/formats.js';
import type { ImportDefaults } from '../exchange/to-question.js';
import { LEVELS } from '../question/vocabulary.js';
import { Failure } from '../text/failure.js';
import { safeLine } from '../text/safe.js';

/** A file of this size takes about half a second to be understood. */
const SLOW_BYTES = 500_000;

export const importForeign: Command = {
  arguments: [{ name: '<path>', text: 'a file, or a folder of files' }],
  options: [
    'into',
    {
      option: 'from',
      text: 'the format; ending and content decide when left out',
      values: READ_FORMAT_NAMES,
    },
    { option: 'topic', text: 'the topic of all; what the source names when left out' },
    { option: 'concept', text: 'the concept of all' },
    { option: 'level', text: 'the level where the source names none' },
    'source',
    'url',
    'strict',
    'dryRun',
    'json',
  ],
  examples: [
    'api-quiz import course.gift --into drafts',
    'api-quiz import export.zip --into drafts --topic http-semantics --dry-run',
    'api-quiz import decks --into drafts --level foundation --strict',
  ],
  async run(world, [path = ''], options) {
    if (options.into === undefined) throw new Failure('import-into', { file: path });
    const progress = startCount(world, 'Importing', 'questions');
    const { lines, lacking } = await importQuestions(world, {
      from: path,
      into: absolutePath(options.into),
      format: READ_FORMAT_NAMES.find((name) => name === options.from),
      defaults: defaultsOf(options),
      dryRun: options.dryRun === true,
      reading: (file, bytes) => {
        if (bytes >= SLOW_BYTES) progress.say(`Reading ${safeLine(file)} (${(bytes / 1e6).toFixed(1)} MB)`);
      },
      progress: progress.count,
    });
    progress.end();
    if (options.json) printJson(world, lines.map(importObject));
    else {
      printWrapped(world, lines.flatMap(importLines));
      printWrapped(world, [`${importTotals(lines)}${options.dryRun ? ' (nothing was written)' : ''}`]);
    }
    for (const { slug, concepts } of lacking)
      tellLines(world, [
        `pack.yaml is yours and lacks the topic ${safeLine(slug)}${concepts.length > 0 ? ` or its concepts ${safeLine(concepts.map((concept) => concept.slug).join(', '))}` : ''}: add them there.`,
      ]);
    const none = lines.every(({ status }) => status === 'refused' || status === 'skipped');
    return none || (options.strict && hasLosses(lines)) ? EXIT.findings : EXIT.fine;
  },
};

function defaultsOf(options: Options): ImportDefaults {
  const { source, url } = options;
  if ((source === undefined) !== (url === undefined) || (url !== undefined && !/^https?:\/\/\S+$/.test(url)))
    throw new Failure('import-source');
  return {
    topic: options.topic?.[0],
    concept: options.concept?.[0],
    level: LEVELS.find((level) => level === options.level?.[0]),
    source: source === undefined || url === undefined ? undefined : { title: source, url },
  };
}
