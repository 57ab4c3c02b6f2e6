// report --from: what many people's exports say, read and added up.

import { readBounded } from '../../disk/read-bounded.js';
import type { Settings } from '../../history/setting-rows.js';
import { ClassTally } from '../../report/class/class-tally.js';
import { renderClass } from '../../report/class/render-class.js';
import { summariseClass } from '../../report/class/summarise-class.js';
import type { Page, ReportFormatName } from '../../report/formats.js';
import { Failure } from '../../text/failure.js';
import { safeLine } from '../../text/safe.js';
import { openBank } from '../open-bank.js';
import type { Options } from '../options.js';
import { tellLines } from '../print.js';
import { sinceInstant, untilInstant } from '../since.js';
import type { World } from '../world.js';
import { type FilesRead, readAnswerFiles } from './read-answer-files.js';

/** A roster of more names is none. */
const MOST_ROSTER_BYTES = 1024 * 1024;

/** Failures: `path-missing`, `class-no-files`, `roster-unreadable`, `option-wrong`. Files that ended badly are told on stderr. */
export async function classReport(
  world: World,
  settings: Settings,
  options: Options,
  format: ReportFormatName,
  page: Page,
): Promise<string[]> {
  const now = world.now();
  const { bank } = await openBank(world, settings, options.pack === undefined ? {} : { pack: options.pack });
  const roster = options.roster === undefined ? null : readRoster(options.roster);
  const tally = new ClassTally({
    since: options.since === undefined ? null : sinceInstant(options.since, now),
    until: options.until === undefined ? null : untilInstant(options.until, now),
  });
  const wanted = options.topic && new Set(options.topic);
  const read = await readAnswerFiles(options.from ?? '', (row) => {
    if (!wanted || wanted.has(row.topic)) tally.add(row);
  });
  tellBroken(world, read);
  const titles = new Map(bank.topics.map(({ slug, title }) => [slug, safeLine(title)]));
  const summary = summariseClass({
    tally,
    files: read.files,
    unreadable: read.unreadable,
    roster,
    titleOf: (topic) => titles.get(topic) ?? safeLine(topic),
    now,
    program: `api-quiz ${world.version}`,
  });
  return [await renderClass(format, summary, page, options.table)];
}

/** Names, one a line; empty lines and those that begin with # are passed over. */
function readRoster(path: string): string[] {
  const read = readBounded(path, MOST_ROSTER_BYTES);
  if ('code' in read) throw new Failure('roster-unreadable', { path, reason: read.reason });
  const lines = read.bytes.toString('utf8').split('\n').map(safeLine);
  return [...new Set(lines.filter((line) => line !== '' && !line.startsWith('#')))];
}

/** Names each file that could not be read to its end. */
export function tellBroken(world: World, { broken }: FilesRead): void {
  for (const { file, reason } of broken)
    tellLines(world, [
      `${safeLine(file)}: could not be read to its end (${reason}); what came before is counted`,
    ]);
}
