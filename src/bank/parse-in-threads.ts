// Many files of a pack parsed by several threads: the same result in the same order as by one.

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { KnownFile } from './pack-builder.js';
import { type PackedBatch, type ThreadWork, unpackBatch } from './parse-batch.js';
import { type OfPack, parsePackFile } from './parse-file.js';
import { type ParseFiles, parseHere } from './parse-folder.js';
import type { FoundFile } from './read-folder.js';

/** Fewer files are parsed before a thread has read its program. */
const WORTH_IT = 600;
const BATCH = 100;
const MOST_THREADS = 4;
/** Batches that are in hand or done before the one that is waited for: results are taken in order, and do not pile up. */
const MOST_BEGUN = 16;
/** What a thread leaves behind is small: with less room it is swept up sooner, and a large pack takes a quarter less memory. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 };

/** The script of a thread, which the build puts beside this file; undefined where the source runs. */
export function threadScript(): string | undefined {
  const script = typeof __dirname === 'string' ? join(__dirname, 'bank-parse-worker.js') : undefined;
  return script !== undefined && existsSync(script) ? script : undefined;
}

/** With as many threads as there are cores, each of which has one batch at a time. `tell` hears how many files are done. */
export function parseInThreads(
  script = threadScript(),
  tell: (done: number) => void = () => {},
  threads = Math.min(availableParallelism(), MOST_THREADS),
): ParseFiles {
  return (ofPack, files) =>
    script === undefined || threads < 2 || files.length < WORTH_IT
      ? parseHere(ofPack, files)
      : parseThere(ofPack, files, new Crew(script, threads), tell);
}

async function* parseThere(
  ofPack: OfPack,
  files: readonly FoundFile[],
  crew: Crew,
  tell: (done: number) => void,
): ReturnType<ParseFiles> {
  const batches = Array.from({ length: Math.ceil(files.length / BATCH) }, (_, index) =>
    files.slice(index * BATCH, (index + 1) * BATCH),
  );
  try {
    const begun: Promise<Batch>[] = [];
    let [next, done] = [0, 0];
    for (const batch of batches) {
      while (begun.length < MOST_BEGUN && next < batches.length)
        begun.push(crew.parse(ofPack, batches[next++]!));
      const there = await begun.shift();
      // A thread that cannot start, or runs out of memory, leaves its work to this one.
      yield there ?? batch.map((file) => parsePackFile(ofPack, file));
      done += batch.length;
      tell(done);
    }
  } finally {
    crew.dismiss();
  }
}

type Batch = readonly KnownFile[] | undefined;

/** Threads, and the batches that wait for one. */
class Crew {
  private readonly workers: Worker[];
  private readonly idle: Worker[];
  private readonly waiting: ((worker: Worker | undefined) => void)[] = [];
  private living: number;

  constructor(script: string, threads: number) {
    this.workers = Array.from({ length: threads }, () => new Worker(script, { resourceLimits: LIMITS }));
    this.idle = [...this.workers];
    this.living = threads;
  }

  /** Undefined where no thread lives, or the one that had the batch has ended. */
  async parse(ofPack: OfPack, files: readonly FoundFile[]): Promise<Batch> {
    const worker = await this.free();
    if (worker === undefined) return undefined;
    const batch = await ask(worker, { ofPack, files });
    if (batch !== undefined) this.release(worker);
    else this.mourn();
    return batch;
  }

  dismiss(): void {
    for (const worker of this.workers) void worker.terminate();
  }

  private free(): Promise<Worker | undefined> {
    const worker = this.idle.pop();
    if (worker !== undefined || this.living === 0) return Promise.resolve(worker);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private release(worker: Worker): void {
    const next = this.waiting.shift();
    if (next === undefined) this.idle.push(worker);
    else next(worker);
  }

  private mourn(): void {
    this.living -= 1;
    if (this.living === 0) for (const next of this.waiting.splice(0)) next(undefined);
  }
}

/** Undefined where the thread ends, or has ended. */
function ask(worker: Worker, work: ThreadWork): Promise<Batch> {
  if (worker.threadId < 0) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    worker.removeAllListeners();
    worker.on('message', (packed: PackedBatch) => resolve(unpackBatch(packed)));
    worker.on('error', () => resolve(undefined));
    worker.on('exit', () => resolve(undefined));
    worker.postMessage(work);
  });
}
