// The bank as the build ships it: parsed by the build, read once for all tests of a worker.

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Bank, makeBank } from '../../src/bank/bank.js';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { type LoadedPack, loadCompiledPack } from '../../src/bank/load-pack.js';
import { answersPath } from '../../src/bank/read-folder.js';
import { SHIPPED } from './run.js';
import { tellingSample } from './telling-sample.js';
import { THOROUGH } from './thorough.js';

let bank: Bank | undefined;
let folder: Promise<LoadedPack> | undefined;

/** The folder it is made from, parsed anew: a telling sample of its files, or all of them where tests are thorough. */
export function shippedFolder(): Promise<LoadedPack> {
  folder ??= loadFolderPack(THOROUGH ? SHIPPED.folder : sampleFolder(), null);
  return folder;
}

function sampleFolder(): string {
  const sample = mkdtempSync(join(tmpdir(), 'api-quiz-bank-'));
  process.on('exit', () => rmSync(sample, { recursive: true, force: true }));
  const pack = shippedPack();
  const files = pack.files.map(({ path }, index) => ({ path, question: pack.question(index) }));
  const wanted = tellingSample(files, ({ question }) => question).map(({ path }) => path);
  for (const path of ['pack.yaml', ...wanted, ...wanted.map(answersPath)]) {
    if (!existsSync(join(SHIPPED.folder, path))) continue;
    mkdirSync(dirname(join(sample, path)), { recursive: true });
    copyFileSync(join(SHIPPED.folder, path), join(sample, path));
  }
  return sample;
}

/** What the build made of it. Throws when nothing was built. */
export function shippedPack(): LoadedPack {
  const pack = loadCompiledPack(SHIPPED.compiled);
  if (pack === undefined) throw new Error(`${SHIPPED.compiled} is missing: npm run build`);
  return pack;
}

/** Throws when nothing was built. */
export function shippedBank(): Bank {
  bank ??= makeBank([shippedPack()]);
  return bank;
}
