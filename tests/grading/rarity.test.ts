// The generated table of rarities says of the bank what a fresh count says.

import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { countStems, rarityOf } from '../../scripts/count-stems.js';
import { makeBank } from '../../src/bank/bank.js';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { rarity } from '../../src/grading/rarity.js';

/** A few items more or less may stay without a new table. */
const DRIFT = 0.1;

it('no stem has drifted: else run `npm run rarity`', async () => {
  const folder = fileURLToPath(new URL('../../questions', import.meta.url));
  const bank = makeBank([await loadFolderPack(folder, null)]);
  const counts = countStems(bank.entries.map((entry) => bank.question(entry)));
  const known = [...counts.of].filter(([, count]) => count >= 8).map(([stem]) => stem);
  expect(known.length).toBeGreaterThan(1000);
  const drifted = known.filter((stem) => {
    const now = Math.max(0.08, rarityOf(counts, stem));
    return Math.abs(now - rarity(stem)) > DRIFT;
  });
  expect(drifted).toEqual([]);
});
