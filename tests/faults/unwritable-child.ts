// Run as a user who may not write here: tries to save, and reads what it may.

import { prepareStore } from '../../src/history/conf-store.js';
import { loadSegments, saveSegment } from '../../src/history/segment-store.js';
import { changeSettings } from '../../src/history/settings.js';
import { Failure } from '../../src/text/failure.js';
import { segment } from '../history/sample-records.js';

async function failureOf(save: () => unknown): Promise<{ code: string; ms: number }> {
  const start = performance.now();
  try {
    await save();
    return { code: 'saved', ms: 0 };
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, ms: performance.now() - start };
    throw error;
  }
}

async function main(home: string): Promise<void> {
  await prepareStore();
  const failures = [
    await failureOf(() => saveSegment(home, segment(1, []))),
    await failureOf(() => changeSettings(home, { role: 'tester' })),
  ];
  console.log(JSON.stringify({ failures, setAside: loadSegments(home).setAside }));
}

main(process.argv[2] as string).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 70;
});
