// The order of test files: those that start processes first, while the worker that all of them share is small.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By what they import. A start copies the page tables of the worker: late in a run, 20 ms more for each git. */
const STARTS = /node:child_process|playwright-core|\/(?:pty|sitting|npm-registry|through-git)\.js'/;

/** Within both groups as vitest has them: the longest first. `--sequence.shuffle`: all of them by lot, as their seed has it. */
export class ProcessesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { shuffle, seed } = this.ctx.config.sequence;
    if (shuffle) return [...files].sort((a, b) => (lot(a, seed) < lot(b, seed) ? -1 : 1));
    const sorted = await super.sort(files);
    const starting = new Set(sorted.filter(({ moduleId }) => STARTS.test(readFileSync(moduleId, 'utf8'))));
    return [...starting, ...sorted.filter((file) => !starting.has(file))];
  }
}

const lot = ({ moduleId }: TestSpecification, seed: number): string =>
  createHash('sha256').update(`${seed} ${moduleId}`).digest('hex');
