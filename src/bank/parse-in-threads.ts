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
const WORTH_IT = 1000;
const BATCH = 100;
const MOST_THREADS = 4;
/** Batches that a thread has in hand: while it hands over one, it works on the next. */
const IN_HAND = 2;
/** Batches that are in hand or done before the one that is waited for: results are taken in order, and do not pile up. */
const MOST_BEGUN = 16;
/** What a thread leaves behind is small: with less room it is swept up sooner, and a large pack takes less memory. */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };

/** The script of a thread, which the build puts beside this file; undefined where the source runs. */
export function threadScript(): string | undefined {
  const script = typeof __dirname === 'string' ? join(__dirname, 'bank-parse-worker.js') : undefined;
  return script !== undefined && existsSync(script) ? script : undefined;
}

interface Threads {
  script?: string | undefined;
  /** Hears how many files are done. */
  tell?: ((done: number) => void) | undefined;
  /** As many as there are cores where it is left out, this one among them. */
  threads?: number;
  /** Files that will be asked for: the threads read their program meanwhile. */
  expected?: number;
}

/** Few files are parsed by this thread alone. */
export function parseInThreads({
  script = threadScript(),
  tell = () => {},
  threads = Math.min(availableParallelism(), MOST_THREADS),
  expected = 0,
}: Threads = {}): ParseFiles {
  const crewFor = (files: number): Crew | undefined =>
    script === undefined || threads < 2 || files < WORTH_IT ? undefined : new Crew(script, threads - 1);
  const early = crewFor(expected);
  return (ofPack, files) => {
    const crew = early ?? crewFor(files.length);
    return crew === undefined ? parseHere(ofPack, files) : parseThere(ofPack, files, crew, tell);
  };
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
    crew.begin();
    let [begun, done] = [0, 0];
    for (const [place, batch] of batches.entries()) {
      const end = Math.min(batches.length, place + MOST_BEGUN);
      while (!crew.done.has(place)) {
        while (begun < end && crew.give(begun, { ofPack, files: batches[begun]! })) begun += 1;
        // This thread takes what the others have left or not begun; else it waits for them.
        const own = crew.left.shift() ?? (begun < end ? begun++ : undefined);
        if (own !== undefined)
          crew.done.set(
            own,
            batches[own]!.map((file) => parsePackFile(ofPack, file)),
          );
        await (own === undefined ? crew.news() : nextTurn());
      }
      yield crew.done.get(place)!;
      crew.done.delete(place);
      done += batch.length;
      tell(done);
    }
  } finally {
    crew.dismiss();
  }
}

/** In which messages of the other threads are heard. */
const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** The other threads, the batches they have in hand, and what came of them. */
class Crew {
  /** By place. */
  readonly done = new Map<number, readonly KnownFile[]>();
  /** Places of batches whose thread could not start, or ran out of memory. */
  readonly left: number[] = [];
  private readonly hands = new Map<Worker, number[]>();
  private heard: () => void = () => {};

  constructor(script: string, threads: number) {
    for (let index = 0; index < threads; index += 1) {
      const worker = new Worker(script, { resourceLimits: LIMITS });
      // Until there is work for it the program may end without it.
      worker.unref();
      this.hands.set(worker, []);
      worker.on('message', (packed: PackedBatch) => this.take(worker, packed));
      worker.on('error', () => this.lose(worker));
      worker.on('exit', () => this.lose(worker));
    }
  }

  begin(): void {
    for (const worker of this.hands.keys()) worker.ref();
  }

  /** False where no thread has a free hand. */
  give(place: number, work: ThreadWork): boolean {
    for (const [worker, hand] of this.hands) {
      if (hand.length >= IN_HAND) continue;
      hand.push(place);
      worker.postMessage(work);
      return true;
    }
    return false;
  }

  /** When one of them has done a batch, or has ended. */
  news(): Promise<void> {
    return new Promise((resolve) => {
      this.heard = resolve;
    });
  }

  dismiss(): void {
    for (const worker of this.hands.keys()) void worker.terminate();
  }

  /** They come in the order in which they were given. */
  private take(worker: Worker, packed: PackedBatch): void {
    const place = this.hands.get(worker)?.shift();
    if (place !== undefined) this.done.set(place, unpackBatch(packed));
    this.heard();
  }

  private lose(worker: Worker): void {
    this.left.push(...(this.hands.get(worker) ?? []));
    this.hands.delete(worker);
    this.heard();
  }
}
