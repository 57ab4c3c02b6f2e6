// Answers graded by a key that has changed since: what the new key would give, recorded beside the old verdict when confirmed.

import type { Bank } from '../../bank/bank.js';
import type { BankEntry } from '../../bank/entry.js';
import { prepareStore } from '../../history/conf-store.js';
import type { RememberedAnswer } from '../../history/remembered-answer.js';
import { saveEvent } from '../../history/segment-store.js';
import { isResponseTo } from '../../question/response.js';
import { gradeOf, namesPlaces } from '../../question/type-rules.js';
import { HINTED_SHARE } from '../../session/credit.js';
import { hashGradedBy } from '../../session/recollection.js';
import { localMinute } from '../../text/duration.js';
import { counted, percent } from '../../text/number.js';
import { confirm } from '../confirm.js';
import { openBank } from '../open-bank.js';
import { type OpenedHistory, openHistory, openWriter } from '../open-history.js';
import { openSettings } from '../open-settings.js';
import type { Options } from '../options.js';
import { alignColumns, columnsOf, printJson, printLines } from '../print.js';
import { EXIT, type ExitCode, type World } from '../world.js';

interface Regrading {
  answer: RememberedAnswer;
  credit: number;
  keyHash: string;
}

/** Shows what would change, asks, records. Nothing that was written before is touched. */
export async function regradeHistory(world: World, options: Options): Promise<ExitCode> {
  const settings = openSettings(world);
  const { bank } = await openBank(world, settings, {});
  const { regradings, outlived } = regradingsOf(openHistory(world), bank);
  if (options.json) {
    printJson(world, [...regradings, ...outlived].map(asJson));
    if (!options.yes) return EXIT.fine;
  } else {
    printLines(world, told(world, regradings, outlived));
  }
  if (regradings.length === 0) return EXIT.fine;
  if (
    !options.yes &&
    !(await confirm(
      world,
      `Record the new verdicts of ${counted(regradings.length, 'answer')} beside the old ones?`,
    ))
  )
    return EXIT.fine;
  const writer = await openWriter(world, settings);
  await prepareStore();
  for (const { answer, credit, keyHash } of regradings) {
    saveEvent(writer, { kind: 'regraded', answer: answer.id, credit, keyHash }, world.now());
  }
  if (!options.json) printLines(world, [`${counted(regradings.length, 'answer')} regraded.`]);
  return EXIT.fine;
}

interface Outlived {
  answer: RememberedAnswer;
  /** None can be told. */
  credit: null;
  keyHash: string;
}

function asJson({ answer, credit, keyHash }: Regrading | Outlived) {
  return { answer: answer.id, question: answer.item, from: answer.effectiveCredit, to: credit, keyHash };
}

function told(world: World, regradings: readonly Regrading[], outlived: readonly Outlived[]): string[] {
  const rows = regradings.map(({ answer, credit }) => [
    localMinute(answer.at),
    `${percent(answer.effectiveCredit)} to ${percent(credit)}`,
    answer.item,
  ]);
  const items = [...new Set(outlived.map(({ answer }) => answer.item))];
  return [
    ...(rows.length === 0 && outlived.length === 0 ? ['Every answer was graded by the key of today.'] : []),
    ...alignColumns(rows, columnsOf(world)),
    ...(outlived.length === 0
      ? []
      : [
          `${counted(outlived.length, 'answer')} named lines of a snippet that has changed since, and cannot be regraded: ${items.join(', ')}. What you answer anew counts.`,
        ]),
  ];
}

function regradingsOf(history: OpenedHistory, bank: Bank): ReturnType<typeof findRegradings> {
  const { items } = history.recall(bank).recollection;
  const isOfToday = ({ key, keyHash }: BankEntry) =>
    items.get(key)?.keys.every((graded) => hashGradedBy(graded) === keyHash) ?? true;
  // Mostly there is nothing to do, which what is remembered of the items says without reading an answer.
  return findRegradings(bank.entries.every(isOfToday) ? [] : history.answers, bank);
}

/** Answers whose key differs from today's: those whose response still fits the question, and those whose response means nothing any more. */
function findRegradings(
  answers: readonly RememberedAnswer[],
  bank: Bank,
): { regradings: Regrading[]; outlived: Outlived[] } {
  const entries = new Map(bank.entries.map((entry) => [entry.key, entry]));
  const regradings: Regrading[] = [];
  const outlived: Outlived[] = [];
  for (const answer of answers) {
    const entry = entries.get(answer.item);
    if (!entry || entry.keyHash === answer.effectiveKeyHash) continue;
    const { keyHash } = entry;
    const { response, hinted } = answer;
    // "I don't know" is no credit under any key; without this it would never count for mastery again.
    if (answer.outcome === 'skipped') regradings.push({ answer, credit: 0, keyHash });
    else if (response === null || entry.type !== answer.type || !isResponseTo(entry.type, response)) continue;
    else if (namesPlaces(entry.type)) outlived.push({ answer, credit: null, keyHash });
    else {
      const { credit } = gradeOf(bank.question(entry), response);
      regradings.push({ answer, credit: credit * (hinted ? HINTED_SHARE : 1), keyHash });
    }
  }
  return { regradings, outlived };
}
