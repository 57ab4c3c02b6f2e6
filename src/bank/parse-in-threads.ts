// Many files of a pack parsed by several threads: the same result in the same order as by one.

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { OfPack, ParsedPackFile } from './parse-file.js';
import { type ParseFiles, parseHere } from './parse-folder.js';
import type { FoundFile } from './read-folder.js';

/** Fewer files are parsed before a thread has read its program. */
const WORTH_IT = 600;
const BATCH = 100;
const MOST_THREADS = 4;
/** What a thread leaves behind is small: with less room it is swept up sooner, and a large pack takes a quarter less memory. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 };

/** The script of a thread, which the build puts beside this file; undefined where the source runs. */
export function threadScript(): string | undefined {
  const script = typeof __dirname === 'string' ? join(__dirname, 'bank-parse-worker.js') : undefined;
  return script !== undefined && existsSync(script) ? script : undefined;
}

/** With as many threads as there are cores. `tell` hears how many files are done. */
export function parseInThreads(
  script = threadScript(),
  tell: (done: number) => void = () => {},
  threads = Math.min(availableParallelism(), MOST_THREADS),
): ParseFiles {
  return async (ofPack, files) => {
    if (script === undefined || threads < 2 || files.length < WORTH_IT) return parseHere(ofPack, files);
    const batches = Array.from({ length: Math.ceil(files.length / BATCH) }, (_, index) =>
      files.slice(index * BATCH, (index + 1) * BATCH),
    );
    const parsed: ParsedPackFile[][] = [];
    let next = 0;
    let done = 0;
    const keepBusy = async (worker: Worker) => {
      let lives = true;
      for (let at = next++; at < batches.length; at = next++) {
        const batch = batches[at]!;
        const there: ParsedPackFile[] | undefined = lives
          ? await parseThere(worker, ofPack, batch)
          : undefined;
        // A thread that cannot start, or runs out of memory, leaves its work to this one.
        lives = there !== undefined;
        parsed[at] = there ?? (await parseHere(ofPack, batch));
        done += batch.length;
        tell(done);
      }
      await worker.terminate();
    };
    await Promise.all(
      Array.from({ length: threads }, () => keepBusy(new Worker(script, { resourceLimits: LIMITS }))),
    );
    return parsed.flat();
  };
}

/** Undefined where the thread has ended. */
function parseThere(
  worker: Worker,
  ofPack: OfPack,
  files: readonly FoundFile[],
): Promise<ParsedPackFile[] | undefined> {
  return new Promise((resolve) => {
    worker.removeAllListeners();
    worker.on('message', (parsed: ParsedPackFile[]) => resolve(parsed));
    worker.on('error', () => resolve(undefined));
    worker.on('exit', () => resolve(undefined));
    worker.postMessage({ ofPack, files });
  });
}
