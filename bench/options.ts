// What the bench is asked for on its command line.

import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Few runs and small packs, for CI. */
  quick: boolean;
  /** The Node binary whose start-up is measured. */
  node: string;
  /** Tables to measure; all when empty. */
  only: readonly string[];
  /** Only what each millisecond of a start is spent on. */
  table: boolean;
  /** Only what reading a long history, and a pack, costs at the least. */
  floor: boolean;
  /** Renews figures.json. */
  write: boolean;
}

/** Throws for what it does not know. */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      table: { type: 'boolean', default: false },
      floor: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      node: { type: 'string', default: process.execPath },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  return values;
}
