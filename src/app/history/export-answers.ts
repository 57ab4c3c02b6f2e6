// history export --format ndjson|xapi: answers as rows for other programs, under a name of one's own choosing or a pseudonym.

import { lookAt } from '../../disk/folders.js';
import { writeWhole } from '../../disk/write-whole.js';
import { type AnswerFormat, answerRenderer } from '../../exchange/answers/formats.js';
import type { AnswerRow } from '../../history/answer-row.js';
import { answerRows } from '../../history/answer-rows.js';
import { flagsOf } from '../../history/flags.js';
import { randomHex8 } from '../../history/segment-id.js';
import { isSetting, SETTING_ROWS, type Settings } from '../../history/setting-rows.js';
import { changeSettings } from '../../history/settings.js';
import { Failure } from '../../text/failure.js';
import { counted } from '../../text/number.js';
import { safeLine } from '../../text/safe.js';
import { openHistory } from '../open-history.js';
import { openSettings } from '../open-settings.js';
import type { Options } from '../options.js';
import { printLines, safeJson, tellLines } from '../print.js';
import { sinceInstant } from '../since.js';
import { EXIT, type ExitCode, type World } from '../world.js';

/** To the file, or to stdout when none is named. With --dry-run nothing is written and the first row is shown. */
export async function exportAnswers(
  world: World,
  file: string | undefined,
  format: AnswerFormat,
  options: Options,
): Promise<ExitCode> {
  const settings = openSettings(world);
  const dryRun = options.dryRun === true;
  const person =
    chosenName('--as', options.as) ?? settings.name ?? (await pseudonym(world, settings, dryRun));
  const { segments, sittings } = openHistory(world);
  const rows = answerRows(sittings, {
    person,
    team: chosenName('--team', options.team) ?? settings.team ?? null,
    since: options.since === undefined ? null : sinceInstant(options.since, world.now()),
    flagged: new Set(flagsOf(segments).map(({ item }) => item)),
    withResponses: options.withResponses === true,
  });
  const told = { answers: 0 };
  const render = await answerRenderer(format);
  const pieces = render(counting(rows, told));
  if (dryRun) {
    const [first = ''] = pieces;
    for (const _ of rows) told.answers += 1;
    printLines(world, [
      ...holds(person, options),
      `It would hold ${counted(told.answers, 'answer')}; the first:`,
    ]);
    world.stdout.write(safeJson(first.split('\n')[0] ?? ''));
    printLines(world, ['']);
    return EXIT.fine;
  }
  if (file === undefined) {
    for (const piece of pieces) world.stdout.write(safeJson(piece));
    return EXIT.fine;
  }
  if ('reason' in lookAt(file)) tellLines(world, holds(person, options));
  if (writeWhole(file, escaped(pieces), options.force === true) === 'file')
    printLines(world, [`${safeLine(file)}: ${counted(told.answers, 'answer')} of ${safeLine(person)}`]);
  return EXIT.fine;
}

/** What the file holds, said before it is written for the first time. */
function holds(person: string, { withResponses }: Options): string[] {
  return [
    `The file holds, under the name ${safeLine(person)}: when you answered which question, what it was worth, how long it took, ` +
      `hints, confidence, flags, and which options you picked. Words you typed are ${withResponses ? '' : 'not '}in it.`,
    'It goes where you take it; nothing is sent. Another name: --as NAME. See it first: --dry-run',
  ];
}

function* counting(rows: Iterable<AnswerRow>, told: { answers: number }): Generator<AnswerRow> {
  for (const row of rows) {
    told.answers += 1;
    yield row;
  }
}

function* escaped(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield safeJson(piece);
}

function chosenName(option: string, typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  if (isSetting('name', typed) && typed !== undefined) return typed;
  throw new Failure('option-wrong', { option, value: typed, expected: SETTING_ROWS.name.expected ?? '' });
}

/** Made once and kept; it travels with the other settings of the person. */
async function pseudonym(world: World, settings: Settings, dryRun: boolean): Promise<string> {
  if (settings.pseudonym !== undefined) return settings.pseudonym;
  const made = `p-${randomHex8(world.random)}${randomHex8(world.random).slice(0, 2)}`;
  if (dryRun) return made;
  const kept = await changeSettings(world.home, (now) => ({ pseudonym: now.pseudonym ?? made }));
  return kept.pseudonym ?? made;
}
