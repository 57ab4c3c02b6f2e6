// api-quiz export: questions for other programs; what the format has no place for is told.

import type { Command } from '../app/command.js';
import { openBank } from '../app/open-bank.js';
import { openSettings } from '../app/open-settings.js';
import { FILTER_OPTIONS } from '../app/options.js';
import { tellLines } from '../app/print.js';
import { EXIT } from '../app/world.js';
import { filterInWords } from '../bank/filter.js';
import { writeWhole } from '../disk/write-whole.js';
import { WRITE_FORMAT_NAMES, WRITE_FORMATS } from '../exchange/formats.js';
import { noteMessage } from '../exchange/notes.js';
import type { Loss } from '../exchange/write/outgoing.js';
import { Failure } from '../text/failure.js';
import { counted } from '../text/number.js';
import { safeLine } from '../text/safe.js';

export const exportForeign: Command = {
  options: [
    { option: 'format', text: 'the format to write', values: WRITE_FORMAT_NAMES },
    ...FILTER_OPTIONS,
    { option: 'count', text: 'how many questions at most' },
    'output',
    'force',
    'moodle',
    'noteType',
    'strict',
  ],
  examples: [
    'api-quiz export --format gift --topic http-semantics -o course.gift',
    'api-quiz export --format anki --level foundation -o cards.txt',
    'api-quiz export --format qti --pack my-pack -o quiz.zip',
  ],
  async run(world, _args, options) {
    const format = WRITE_FORMAT_NAMES.find((name) => name === options.format);
    if (format === undefined) throw new Failure('export-format');
    const { bank, entries, filter } = await openBank(world, openSettings(world), options);
    const chosen = entries.slice(0, options.count);
    if (chosen.length === 0) throw new Failure('nothing-matches');
    // A zip on a screen is of no use to anybody.
    if (format === 'qti' && options.output === undefined && world.stdout.isTTY)
      throw new Failure('export-output');
    const write = await WRITE_FORMATS[format].writer();
    const { content, count, losses } = await write(
      chosen.map((entry) => ({ key: entry.key, question: bank.question(entry) })),
      {
        moodle: options.moodle === true,
        noteType: options.noteType,
        title: filterInWords(filter) || 'api-quiz',
      },
    );
    if (options.output === undefined) world.stdout.write(content);
    else writeWhole(options.output, [content], options.force === true);
    tellLines(world, [...lossLines(losses), `${counted(count, 'question')} written`]);
    return options.strict && losses.length > 0 ? EXIT.findings : EXIT.fine;
  },
};

const MOST_NAMED = 3;

/** Each kind of loss once, with the first few questions it befell. */
function lossLines(losses: readonly Loss[]): string[] {
  const groups = new Map<string, string[]>();
  for (const { key, note } of losses) {
    const message = noteMessage(note);
    const keys = groups.get(message) ?? [];
    groups.set(message, keys);
    keys.push(key);
  }
  return [...groups].map(([message, keys]) => {
    const more = keys.length > MOST_NAMED ? ` and ${keys.length - MOST_NAMED} more` : '';
    return safeLine(`${message}: ${keys.slice(0, MOST_NAMED).join(', ')}${more}`);
  });
}
