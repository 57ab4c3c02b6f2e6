// A process that syncs two homes with one folder, and says on stdout when a sync is done.

import { writeSync } from 'node:fs';
import { syncHistory } from '../../src/history/sync/sync-history.js';

async function main(homes: readonly string[], folder: string): Promise<void> {
  for (;;) {
    for (const [number, home] of homes.entries()) {
      await syncHistory({ home, folder, now: Date.now(), dryRun: false }, String(number + 1).repeat(8));
      writeSync(1, 'synced\n');
    }
  }
}

main(process.argv.slice(3), process.argv[2] as string).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 70;
});
