// A process that changes settings again and again, to texts of ever other lengths.

import { changeSettings } from '../../src/history/settings.js';

async function main(home: string, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    await changeSettings(home, { role: 'tester', packs: [`/packs/${'x'.repeat((number * 37) % 500)}`] });
  }
}

main(process.argv[2] as string, Number(process.argv[3])).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 70;
});
