// Item statistics out of a folder of exports, with the options the bank knows.

import type { Bank } from '../../bank/bank.js';
import { ItemAnswers } from '../../items/item-answers.js';
import { type ItemStatistics, itemStatistics } from '../../items/item-statistics.js';
import { tellBroken } from '../class/class-report.js';
import { readAnswerFiles } from '../class/read-answer-files.js';
import type { World } from '../world.js';

/** Every item with answers there. Failures: `path-missing`, `class-no-files`. */
export async function readItems(world: World, folder: string, bank: Bank): Promise<ItemStatistics[]> {
  const answers = new ItemAnswers();
  tellBroken(world, await readAnswerFiles(folder, (row) => answers.add(row)));
  const entries = new Map(bank.entries.map((entry) => [entry.key, entry]));
  return itemStatistics(answers, (item) => {
    const entry = entries.get(item);
    if (entry?.type !== 'single-choice' && entry?.type !== 'multiple-choice') return undefined;
    const question = bank.question(entry);
    return 'choices' in question ? question.choices.map(({ id }) => id) : undefined;
  });
}
