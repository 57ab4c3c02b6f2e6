// The sittings of the history: as a list, and one with its answers.

import { loadItem } from '../../history/items.js';
import { MODE_RULES } from '../../history/modes.js';
import type { RememberedAnswer } from '../../history/remembered-answer.js';
import type { Sitting } from '../../history/sittings.js';
import { LEVEL_WEIGHT } from '../../question/vocabulary.js';
import { pointsOf } from '../../session/credit.js';
import { localMinute, spanInWords } from '../../text/duration.js';
import { counted, percent, trimNumber } from '../../text/number.js';
import { plainLine } from '../../text/plain.js';
import { safeLine } from '../../text/safe.js';
import { findInHistory } from '../find-in-history.js';
import { itemsAskedIn } from '../find-sitting.js';
import { openBank } from '../open-bank.js';
import { openHistory } from '../open-history.js';
import { openSettings } from '../open-settings.js';
import type { Options } from '../options.js';
import { alignColumns, columnsOf, printJson, printLines } from '../print.js';
import { EXIT, type ExitCode, type World } from '../world.js';

export function listSittings(world: World, options: Options): ExitCode {
  const { sittings } = openHistory(world);
  if (options.json) printJson(world, sittings.map(sittingAsData));
  else if (sittings.length === 0) printLines(world, ['Nothing answered yet. Start with: api-quiz practice']);
  else {
    const shortest = shortIds(sittings.map(({ id }) => id));
    // A narrow terminal keeps what one types to see more.
    const isNarrow = columnsOf(world) < 60;
    const rows = sittings.map((sitting) => {
      const answers = sitting.answers.filter((answer) => !answer.superseded);
      const id = shortest.get(sitting.id) ?? sitting.id;
      const { title } = MODE_RULES[sitting.header.mode];
      if (isNarrow) return [title, shareOf(answers), sitting.finished ? '' : '…', id];
      return [
        localMinute(sitting.startedAt),
        title,
        counted(answers.length, 'answer'),
        shareOf(answers),
        sitting.finished ? '' : 'unfinished',
        id,
      ];
    });
    printLines(world, alignColumns(rows, columnsOf(world)));
  }
  return EXIT.fine;
}

export async function showSitting(world: World, id: string, options: Options): Promise<ExitCode> {
  const { bank } = await openBank(world, openSettings(world), {});
  const history = openHistory(world);
  const sitting = findInHistory({ world, history, bank }, id);
  if (options.json) {
    printJson(world, sittingAsData(sitting));
    history.keep();
    return EXIT.fine;
  }
  const { mode, title } = sitting.header;
  printLines(world, [
    `${MODE_RULES[mode].title}${title === '' ? '' : ` (${safeLine(title)})`}, ${localMinute(sitting.startedAt)}${sitting.finished ? '' : ', unfinished'}`,
    sitting.id,
    '',
  ]);
  const rows = sitting.answers
    .filter((answer) => !answer.superseded || answer.takenBack)
    .map((answer) => [
      answer.takenBack ? 'taken back' : answer.overridden ? 'overridden' : answer.outcome,
      percent(answer.effectiveCredit),
      spanInWords(answer.elapsedMs),
      safeLine(answer.item.replace(/^core\//, '')),
      stemOf(world, answer),
    ]);
  printLines(world, alignColumns(rows, columnsOf(world)));
  history.keep();
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

/** The shortest start that is taken for the id: minutes at least, so that it can be read as an instant. */
function shortIds(ids: readonly string[]): Map<string, string> {
  const sorted = [...new Set(ids)].sort();
  return new Map(
    sorted.map((id, place) => {
      // Whoever begins alike stands beside it.
      const common = [sorted[place - 1], sorted[place + 1]].map((other) => commonLength(id, other ?? ''));
      return [id, id.slice(0, Math.max(SHORTEST_ID, ...common.map((length) => length + 1)))];
    }),
  );
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** `20261127T1800` */
const SHORTEST_ID = 13;

/** A sitting as `history --json` gives it; instants are ISO 8601 in UTC. */
function sittingAsData(sitting: Sitting) {
  const { id, header, continuedFrom, startedAt, lastAt, finished, answers } = sitting;
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
    questions: itemsAskedIn(sitting),
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
      takenBack: answer.takenBack,
      hinted: answer.hinted,
      confidence: answer.confidence,
      shownAt: iso(answer.visits[0]?.shownAt ?? answer.at),
      answeredAt: iso(answer.at),
      elapsedMs: answer.elapsedMs,
      visits: answer.visits.map((visit) => ({ shownAt: iso(visit.shownAt), leftAt: iso(visit.leftAt) })),
    })),
  };
}
