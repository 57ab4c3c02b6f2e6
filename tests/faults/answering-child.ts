// A process that answers without end, or `count` times, and says so on stdout only once an answer is safe.

import { writeSync } from 'node:fs';
import { prepareStore } from '../../src/history/conf-store.js';
import { saveItem } from '../../src/history/items.js';
import { openSegment } from '../../src/history/segment-writer.js';
import { changeSettings, machineId } from '../../src/history/settings.js';
import { answered, header, ITEM, planned } from '../history/sample-records.js';

async function main(home: string, count: number): Promise<void> {
  await prepareStore();
  const machine = await machineId(home, Math.random);
  const { id: _, ...sitting } = header({
    plan: Array.from({ length: 30 }, (_x, number) => planned(`core/item-${number}`)),
  });
  const writer = openSegment({ home, app: '0.1.0', machine, random: Math.random }, { sitting }, Date.now());
  await changeSettings(home, { theme: 'dark' });
  for (let entry = 0; entry < count; entry += 1) {
    saveItem(home, { ...ITEM, stem: `Item ${entry % 50}` });
    const id = `${writer.sitting.id}:${entry}`;
    const at = Date.now();
    writer.append(
      { kind: 'shown', at, entry },
      answered(entry, at, { id, response: `typed ${'x'.repeat(entry % 700)}` }),
    );
    writeSync(1, `${id}\n`);
  }
}

main(process.argv[2] as string, Number(process.argv[3] ?? Number.POSITIVE_INFINITY)).catch(
  (error: unknown) => {
    console.error(error);
    process.exitCode = 70;
  },
);
