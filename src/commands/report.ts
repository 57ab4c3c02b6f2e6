// api-quiz report: weak topics, a study list and all figures, on the screen or as a file to send on.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { themeOf } from '../app/choose-player.js';
import type { Command } from '../app/command.js';
import { findInHistory } from '../app/find-in-history.js';
import { openPool } from '../app/open-bank.js';
import { openFile } from '../app/open-file.js';
import { openHistory } from '../app/open-history.js';
import { openSettings } from '../app/open-settings.js';
import { lastReportOf, MINUTES_PER_DAY, questionTexts } from '../app/open-summary.js';
import type { Options } from '../app/options.js';
import { pageColumnsOf, tellLines } from '../app/print.js';
import { type Progress, startProgress } from '../app/progress.js';
import { formatOf, renderReport } from '../app/report-formats.js';
import { sinceInstant, untilInstant } from '../app/since.js';
import type { World } from '../app/world.js';
import { absolutePath } from '../disk/folders.js';
import { writeWhole } from '../disk/write-whole.js';
import type { Settings } from '../history/setting-rows.js';
import { changeSettings } from '../history/settings.js';
import type { Sitting } from '../history/sittings.js';
import { type Page, REPORT_FORMATS } from '../report/formats.js';
import { type Painter, plainPainter, signsFor } from '../report/painter.js';
import type { Filters } from '../report/source.js';
import { localDay } from '../text/duration.js';
import { Failure } from '../text/failure.js';
import { safeLine } from '../text/safe.js';

/** Width of a text report that is a file. */
const FILE_COLUMNS = 84;

export const report: Command = {
  options: [
    'since',
    'until',
    'topic',
    'sitting',
    'role',
    { option: 'pack', text: 'a folder of questions to add' },
    { option: 'format', values: REPORT_FORMATS },
    'output',
    'table',
    'from',
    'roster',
    'force',
    'open',
    { option: 'minutes', text: `minutes a day for the plan, ${MINUTES_PER_DAY} when left out` },
    'ascii',
    'now',
    'noPager',
  ],
  examples: [
    'api-quiz report',
    'api-quiz report --since 30d --output report.html --open',
    'api-quiz report --sitting last --format markdown',
    'api-quiz report --format csv --table topics -o topics.csv',
    'api-quiz report --from class-folder --output class.html',
  ],
  pages: (_args, { output, open, format = 'text' }) => output === undefined && !open && format === 'text',
  async run(world, _args, options) {
    const settings = openSettings(world);
    const format = formatOf(options);
    const now = world.now();
    const progress = startProgress(world);
    if (options.from !== undefined) {
      const { classReport } = await import('../app/class/class-report.js');
      const file = targetOf(options);
      const page = pageOf(world, settings, options, file);
      const chunks = await classReport(world, settings, options, format, page);
      progress.step('Writing');
      await deliver(world, chunks, file, options, progress);
      return 0;
    }
    const opened = await openPool(world, settings, {
      topic: options.topic,
      role: options.role,
      pack: options.pack,
    });
    const history = openHistory(world);
    progress.step('Computing');
    const find = (name: string) => findInHistory({ world, history, bank: opened.bank }, name);
    const summary = {
      world,
      opened,
      history,
      filters: filtersOf(options, opened.filter.topics, find, now),
      interviewDate: settings.interviewDate ?? null,
      level: settings.level,
      minutesPerDay: options.minutes ?? MINUTES_PER_DAY,
      lastReport: lastReportOf(settings, now),
      questionOf: questionTexts(world, opened),
    };
    const file = targetOf(options);
    const chunks = await renderReport(format, {
      summary,
      table: options.table,
      ...pageOf(world, settings, options, file),
    });
    progress.step('Writing');
    await deliver(world, chunks, file, options, progress);
    await keepReportDay(world, settings, now);
    history.keep();
    return 0;
  },
};

/** To the screen, or to the file, which is then named and opened where that is wanted. */
async function deliver(
  world: World,
  chunks: Iterable<string>,
  file: string | undefined,
  options: Options,
  progress: Progress,
): Promise<void> {
  if (file === undefined) {
    progress.end();
    await print(world, chunks);
    return;
  }
  const written = writeWhole(file, chunks, options.force === true);
  progress.end();
  // Behind a pipe it would be taken for a part of the report.
  if (written === 'file') world.stdout.write(`${safeLine(file)}\n`);
  if (options.open) await openFile(absolutePath(file), world.env);
}

function pageOf(world: World, settings: Settings, options: Options, file: string | undefined): Page {
  return {
    painter: painterOf(world, settings, options, file),
    columns: file ? FILE_COLUMNS : pageColumnsOf(world),
  };
}

/** The file to write: the one named, or with --open alone one in a folder of its own. */
function targetOf({ output, open }: Options): string | undefined {
  if (typeof output === 'string') return output;
  return open ? join(mkdtempSync(join(tmpdir(), 'api-quiz-')), 'report.html') : undefined;
}

function filtersOf(
  { since, until, sitting }: Options,
  topics: readonly string[],
  find: (name: string) => Sitting,
  now: number,
): Filters {
  const found = typeof sitting === 'string' ? find(sitting) : null;
  const from = typeof since === 'string' ? sinceInstant(since, now) : null;
  const to = typeof until === 'string' ? untilInstant(until, now) : null;
  if (from !== null && to !== null && from >= to)
    throw new Failure('options-exclude', { one: `--since ${since}`, other: `--until ${until}` });
  return {
    since: from,
    until: to,
    topics,
    sitting: found && { id: found.id, mode: found.header.mode, startedAt: found.startedAt },
  };
}

function painterOf(world: World, settings: Settings, options: Options, file: string | undefined): Painter {
  const ascii = options.ascii === true || settings.ascii === true;
  return file === undefined
    ? { ...themeOf({ world, settings, options }), signs: signsFor(ascii) }
    : plainPainter(ascii);
}

/** Waits where the reader is slow, so that a long table does not pile up in memory. */
async function print({ stdout }: World, chunks: Iterable<string>): Promise<void> {
  for (const chunk of chunks) {
    if (!stdout.write(chunk)) await new Promise((resume) => stdout.once('drain', resume));
  }
}

/** Remembers today as a day with a report; a report is not refused because that could not be written. */
async function keepReportDay(world: World, { reportDays = [] }: Settings, now: number): Promise<void> {
  const today = localDay(now);
  if (reportDays.includes(today)) return;
  try {
    await changeSettings(world.home, (settings) => ({
      reportDays: [...new Set([...(settings.reportDays ?? []), today])].sort().slice(-2),
    }));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    tellLines(world, [
      `The settings could not be written (${error.code}), so the next report cannot say what has changed since this one.`,
    ]);
  }
}
