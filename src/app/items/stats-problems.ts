// lint --stats: what answers say against questions, as findings in the files of those questions.

import { join } from 'node:path';
import { makeBank } from '../../bank/bank.js';
import { placeInQuestion } from '../../bank/lint/place.js';
import { loadFolderPack } from '../../bank/load-folder-pack.js';
import { readTextFile } from '../../bank/read-folder.js';
import { FINDING_MESSAGES, itemFindings } from '../../items/item-findings.js';
import type { Problem } from '../../question/problem.js';
import type { World } from '../world.js';
import { readItems } from './read-items.js';

const FIELD = {
  'stats-key-suspect': 'choices',
  'stats-option-dead': 'choices',
  'stats-level-off': 'level',
} as const;

/** Warnings about the questions of a pack's folder. Failures: those of `readItems`. */
export async function statsProblems(world: World, folder: string, answers: string): Promise<Problem[]> {
  const pack = await loadFolderPack(folder, null);
  const bank = makeBank([pack]);
  const files = new Map(bank.entries.map((entry) => [entry.key, join(pack.folder ?? folder, entry.file)]));
  const found = (await readItems(world, answers, bank)).flatMap(itemFindings);
  return found.flatMap(({ item, code, args }): Problem[] => {
    const file = files.get(item);
    if (file === undefined) return [];
    const read = readTextFile(file);
    const place = 'text' in read ? placeInQuestion(read.text, [FIELD[code]]) : { line: 1, column: 1 };
    return [{ code, message: FINDING_MESSAGES[code], severity: 'warning', file, ...place, args }];
  });
}
