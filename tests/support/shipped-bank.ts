// The bank as the build ships it: parsed by the build, read once for all tests of a worker.

import { type Bank, makeBank } from '../../src/bank/bank.js';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { type LoadedPack, loadCompiledPack } from '../../src/bank/load-pack.js';
import { SHIPPED } from './run.js';

let bank: Bank | undefined;
let folder: Promise<LoadedPack> | undefined;

/** The folder it is made from, every file parsed. */
export function shippedFolder(): Promise<LoadedPack> {
  folder ??= loadFolderPack(SHIPPED.folder, null);
  return folder;
}

/** Throws when nothing was built. */
export function shippedBank(): Bank {
  if (bank === undefined) {
    const pack = loadCompiledPack(SHIPPED.compiled);
    if (pack === undefined) throw new Error(`${SHIPPED.compiled} is missing: npm run build`);
    bank = makeBank([pack]);
  }
  return bank;
}
