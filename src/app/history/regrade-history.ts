// Answers graded by a key that has changed since: what the new key would give, recorded beside the old verdict when confirmed.

import type { Bank } from '../../bank/bank.js';
import { prepareStore } from '../../history/conf-store.js';
import type { RememberedAnswer } from '../../history/remembered-answer.js';
import { saveEvent } from '../../history/segment-store.js';
import { isResponseTo } from '../../question/response.js';
import { gradeOf } from '../../question/type-rules.js';
import { HINTED_SHARE } from '../../session/credit.js';
import { localMinute } from '../../text/duration.js';
import { counted, percent } from '../../text/number.js';
import { confirm } from '../confirm.js';
import { openBank } from '../open-bank.js';
import { openHistory, openWriter } from '../open-history.js';
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
  const regradings = findRegradings(openHistory(world).answers, bank);
  if (options.json) {
    printJson(
      world,
      regradings.map(({ answer, credit, keyHash }) => ({
        answer: answer.id,
        question: answer.item,
        from: answer.effectiveCredit,
        to: credit,
        keyHash,
      })),
    );
    if (!options.yes) return EXIT.fine;
  } else if (regradings.length === 0) {
    printLines(world, ['Every answer was graded by the key of today.']);
    return EXIT.fine;
  } else {
    const rows = regradings.map(({ answer, credit }) => [
      localMinute(answer.at),
      `${percent(answer.effectiveCredit)} to ${percent(credit)}`,
      answer.item,
    ]);
    printLines(world, alignColumns(rows, columnsOf(world)));
  }
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

/** Answers whose key differs from today's and whose response still fits the question. */
function findRegradings(answers: readonly RememberedAnswer[], bank: Bank): Regrading[] {
  const entries = new Map(bank.entries.map((entry) => [entry.key, entry]));
  return answers.flatMap((answer): Regrading[] => {
    const entry = entries.get(answer.item);
    if (!entry || entry.keyHash === answer.effectiveKeyHash) return [];
    // "I don't know" is no credit under any key; without this it would never count for mastery again.
    if (answer.outcome === 'skipped') return [{ answer, credit: 0, keyHash: entry.keyHash }];
    if (answer.response === null) return [];
    if (entry.type !== answer.type || !isResponseTo(entry.type, answer.response)) return [];
    const { credit } = gradeOf(bank.question(entry), answer.response);
    return [{ answer, credit: credit * (answer.hinted ? HINTED_SHARE : 1), keyHash: entry.keyHash }];
  });
}
