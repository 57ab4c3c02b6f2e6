// A process that makes checkpoints without end: each time a sitting more, folded in and kept.

import { writeSync } from 'node:fs';
import { recall } from '../../src/app/recall/recall.js';
import type { Bank } from '../../src/bank/bank.js';
import { LivingHome } from '../app/recall/homes.js';

const bank = { topics: [{ slug: 'graphql' }], entries: [] } as unknown as Bank;
const living = new LivingHome(process.argv[2] as string, Number(process.argv[3]));
for (;;) {
  living.happens({ kind: 'sits', back: 0, answers: 3, mode: 'practice', ends: true, machine: 'aaaaaaaa' });
  const found = recall({
    home: living.home,
    version: '1',
    bank,
    now: Date.now() + 10_000,
    limits: { openSittings: 2, worthKeeping: 0 },
  });
  found.keep();
  writeSync(1, `${found.recollection.answered}\n`);
}
