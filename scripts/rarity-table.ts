// `npm run rarity`: counts in how many items of the bank each stem stands, and writes src/grading/rarity-table.ts.

import { writeFileSync } from 'node:fs';
import { makeBank } from '../src/bank/bank.js';
import { loadFolderPack } from '../src/bank/load-folder-pack.js';
import { countStems, renderRarityTable } from './count-stems.js';

const folder = process.argv[2] ?? 'questions';
const bank = makeBank([await loadFolderPack(folder, null)]);
const questions = bank.entries.map((entry) => bank.question(entry));
writeFileSync('src/grading/rarity-table.ts', renderRarityTable(countStems(questions)));
