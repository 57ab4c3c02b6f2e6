// api-quiz history: what was sat and answered; backup, restore, delete.

import { existsSync, writeFileSync } from 'node:fs';
import { prepareStore } from '../history/conf-store.js';
import { exportHistory } from '../history/export-history.js';
import { importHistory, readImportFile } from '../history/import-history.js';
import { loadItem } from '../history/items.js';
import type { RememberedAnswer } from '../history/remembered-answer.js';
import { saveEvent } from '../history/segment-store.js';
import { readSettings } from '../history/settings.js';
import type { Sitting } from '../history/sittings.js';
import { LEVEL_WEIGHT } from '../question/vocabulary.js';
import { pointsOf } from '../session/credit.js';
import { MODE_RULES } from '../session/modes.js';
import { localMinute, spanInWords } from '../text/duration.js';
import { Failure } from '../text/failure.js';
import { counted, percent, trimNumber } from '../text/number.js';
import { plainLine } from '../text/plain.js';
import { safeLine } from '../text/safe.js';
import type { Command, Options } from './command.js';
import { confirm } from './confirm.js';
import { findSitting } from './find-sitting.js';
import { openHistory, openWriter } from './open-history.js';
import { JSON_OPTION, YES_OPTION } from './options.js';
import { alignColumns, columnsOf, printJson, printLines } from './print.js';
import { regradeHistory } from './regrade.js';
import { EXIT, type ExitCode, type World } from './world.js';

const ACTIONS: Readonly<
  Record<string, (world: World, args: readonly string[], options: Options) => Promise<ExitCode>>
> = {
  list: async (world, _args, options) => listSittings(world, options),
  show: async (world, args, options) => showSitting(world, args[0] ?? 'last', options),
  export: exportTo,
  import: importFrom,
  delete: deleteSitting,
  restore: restoreSitting,
  regrade: async (world, _args, options) => regradeHistory(world, options),
};

export const history: Command = {
  arguments: [
    {
      name: '[action]',
      text: 'list, show, export, import, delete, restore or regrade; or the id of a sitting',
    },
    { name: '[name]', text: 'a sitting (its id, the start of it, or last), or a file' },
  ],
  options: [JSON_OPTION, YES_OPTION, { flags: '--force', text: 'export: replace an existing file' }],
  examples: [
    'api-quiz history',
    'api-quiz history last',
    'api-quiz history export backup.json',
    'api-quiz history import backup.json',
  ],
  async run(world, [action = 'list', ...args], options) {
    const run = ACTIONS[action];
    return run ? run(world, args, options) : showSitting(world, action, options);
  },
};

function listSittings(world: World, options: Options): ExitCode {
  const { sittings } = openHistory(world);
  if (options.json) printJson(world, sittings.map(sittingAsData));
  else if (sittings.length === 0) printLines(world, ['Nothing answered yet. Start with: api-quiz practice']);
  else {
    const rows = sittings.map((sitting) => {
      const answers = sitting.answers.filter((answer) => !answer.superseded);
      return [
        localMinute(sitting.startedAt),
        MODE_RULES[sitting.header.mode].title,
        counted(answers.length, 'answer'),
        shareOf(answers),
        sitting.finished ? '' : 'unfinished',
        sitting.id,
      ];
    });
    printLines(world, alignColumns(rows, Math.max(columnsOf(world), 90)));
  }
  return EXIT.fine;
}

function showSitting(world: World, id: string, options: Options): ExitCode {
  const sitting = findSitting(openHistory(world).sittings, id);
  if (options.json) {
    printJson(world, sittingAsData(sitting));
    return EXIT.fine;
  }
  const { mode, title } = sitting.header;
  printLines(world, [
    `${MODE_RULES[mode].title}${title === '' ? '' : ` (${safeLine(title)})`}, ${localMinute(sitting.startedAt)}${sitting.finished ? '' : ', unfinished'}`,
    sitting.id,
    '',
  ]);
  const rows = sitting.answers
    .filter((answer) => !answer.superseded)
    .map((answer) => [
      answer.overridden ? 'overridden' : answer.outcome,
      percent(answer.effectiveCredit),
      spanInWords(answer.elapsedMs),
      answer.item.replace(/^core\//, ''),
      stemOf(world, answer),
    ]);
  printLines(world, alignColumns(rows, columnsOf(world)));
  return EXIT.fine;
}

function stemOf(world: World, { contentHash }: RememberedAnswer): string {
  const question = loadItem(world.home, contentHash).value;
  return question === undefined ? '' : plainLine(question.stem);
}

function shareOf(answers: readonly RememberedAnswer[]): string {
  const points = answers.reduce(
    (sum, { effectiveCredit, level }) => sum + pointsOf(effectiveCredit, level),
    0,
  );
  const possible = answers.reduce((sum, { level }) => sum + LEVEL_WEIGHT[level], 0);
  return possible === 0 ? '' : `${trimNumber(points, 1)}/${possible}`;
}

/** A sitting as `history --json` gives it; instants are ISO 8601 in UTC. */
function sittingAsData({ id, header, continuedFrom, startedAt, lastAt, finished, answers }: Sitting) {
  const iso = (at: number) => new Date(at).toISOString();
  return {
    id,
    mode: header.mode,
    title: header.title,
    seed: header.seed,
    startedAt: iso(startedAt),
    lastAt: iso(lastAt),
    finished,
    continuedFrom,
    questions: header.plan.map((planned) => planned.item),
    answers: answers.map((answer) => ({
      id: answer.id,
      question: answer.item,
      contentHash: answer.contentHash,
      keyHash: answer.keyHash,
      topic: answer.topic,
      level: answer.level,
      type: answer.type,
      round: answer.round,
      order: answer.order,
      response: answer.response,
      outcome: answer.outcome,
      credit: answer.credit,
      effectiveCredit: answer.effectiveCredit,
      overridden: answer.overridden,
      regraded: answer.regraded,
      superseded: answer.superseded,
      hinted: answer.hinted,
      confidence: answer.confidence,
      shownAt: iso(answer.visits[0]?.shownAt ?? answer.at),
      answeredAt: iso(answer.at),
      elapsedMs: answer.elapsedMs,
      visits: answer.visits.map((visit) => ({ shownAt: iso(visit.shownAt), leftAt: iso(visit.leftAt) })),
    })),
  };
}

async function exportTo(
  world: World,
  [file]: readonly (string | undefined)[],
  options: Options,
): Promise<ExitCode> {
  const { text, segments, items } = exportHistory(world.home, world.now());
  if (file === undefined) {
    world.stdout.write(text);
    return EXIT.fine;
  }
  if (existsSync(file) && !options.force) throw new Failure('file-exists', { file });
  writeFileSync(file, text, { mode: 0o600 });
  printLines(world, [
    `${safeLine(file)}: ${counted(segments, 'record')}, ${counted(items, 'question')} as asked`,
  ]);
  return EXIT.fine;
}

async function importFrom(world: World, [file]: readonly (string | undefined)[]): Promise<ExitCode> {
  if (file === undefined) throw new Failure('file-needed', { action: 'import' });
  const text = readImportFile(file);
  await prepareStore();
  const { segments, items, refused } = importHistory(world.home, text);
  printLines(world, [
    `${counted(segments.added, 'record')} added, ${segments.extended} extended, ${segments.alreadyThere} already there; ${counted(items.added, 'question')} as asked added`,
    ...refused.map(({ what, code, detail }) => `left out: ${safeLine(what)} (${code} ${safeLine(detail)})`),
  ]);
  return EXIT.fine;
}

async function deleteSitting(world: World, args: readonly string[], options: Options): Promise<ExitCode> {
  const sitting = findSitting(openHistory(world).sittings, args[0] ?? '');
  const question = `Leave the ${MODE_RULES[sitting.header.mode].title.toLowerCase()} of ${localMinute(sitting.startedAt)} with ${counted(sitting.answers.length, 'answer')} out of everything?`;
  if (!options.yes && !(await confirm(world, question))) return EXIT.fine;
  const writer = await openWriter(world, readSettings(world.home).settings);
  await prepareStore();
  saveEvent(writer, { kind: 'deleted', sitting: sitting.id }, world.now());
  printLines(world, [`Deleted. It can be brought back with: api-quiz history restore ${sitting.id}`]);
  return EXIT.fine;
}

async function restoreSitting(world: World, [id]: readonly (string | undefined)[]): Promise<ExitCode> {
  const { segments, sittings } = openHistory(world);
  const deleted = segments.some(
    (one) => one.kind === 'event' && one.event.kind === 'deleted' && one.event.sitting === id,
  );
  if (id === undefined || !deleted || sittings.some((sitting) => sitting.id === id))
    throw new Failure('nothing-to-restore', { id: id ?? '' });
  const writer = await openWriter(world, readSettings(world.home).settings);
  await prepareStore();
  saveEvent(writer, { kind: 'restored', sitting: id }, world.now());
  printLines(world, ['Restored.']);
  return EXIT.fine;
}
