// npm run bench: what is claimed about speed. Ratios from interleaved runs; build first (npm run build).

import { benchPacks } from './packs/packs.js';
import { benchSaving } from './saving/saving.js';
import { benchStartUp } from './start-up/start-up.js';

const tables = [benchStartUp, benchPacks, benchSaving];
for (const table of tables) console.log(`${(await table()).join('\n')}\n`);
