// The generated table of rarities says of the bank what a fresh count says.

import { expect, it } from 'vitest';
import { countStems, rarityOf } from '../../scripts/count-stems.js';
import { rarity } from '../../src/grading/rarity.js';
import { shippedBank } from '../support/shipped-bank.js';

/** A few items more or less may stay without a new table. */
const DRIFT = 0.1;

it('no stem has drifted: else run `npm run rarity`', () => {
  const bank = shippedBank();
  const counts = countStems(bank.entries.map((entry) => bank.question(entry)));
  const known = [...counts.of].filter(([, count]) => count >= 8).map(([stem]) => stem);
  expect(known.length).toBeGreaterThan(1000);
  const drifted = known.filter((stem) => {
    const now = Math.max(0.08, rarityOf(counts, stem));
    return Math.abs(now - rarity(stem)) > DRIFT;
  });
  expect(drifted).toEqual([]);
});
