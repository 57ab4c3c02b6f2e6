// The bank as the build ships it: parsed by the build, read once for all tests of a worker.

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Bank, makeBank } from '../../src/bank/bank.js';
import type { CompiledPack } from '../../src/bank/compiled-pack.js';
import type { BankEntry } from '../../src/bank/entry.js';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { type LoadedPack, loadCompiledPack } from '../../src/bank/load-pack.js';
import { renderCompiledPack } from '../../src/bank/pack-builder.js';
import { answersPath } from '../../src/bank/read-folder.js';
import { settlePack } from '../../src/bank/settle-pack.js';
import type { Problem } from '../../src/question/problem.js';
import type { Question } from '../../src/question/question.js';
import { SHIPPED } from './run.js';
import { tellingSample } from './telling-sample.js';
import { THOROUGH } from './thorough.js';

let bank: Bank | undefined;
let telling: readonly BankEntry[] | undefined;
let rebuilt: Promise<Rebuilt> | undefined;

interface Rebuilt {
  parsed: LoadedPack;
  /** As the build settles it, and what was wrong. */
  settled: { pack: CompiledPack; problems: readonly Problem[] };
  /** The file that the build would write. */
  bytes: Buffer;
}

/** The folder it is made from, parsed and built anew: a telling sample of its files, or all of them where tests are thorough. */
export function rebuiltPack(): Promise<Rebuilt> {
  rebuilt ??= rebuild();
  return rebuilt;
}

async function rebuild(): Promise<Rebuilt> {
  const folder = await loadFolderPack(THOROUGH ? SHIPPED.folder : sampleFolder(), null);
  const parsed = { ...folder, folder: null };
  const settled = settlePack(parsed);
  return { parsed, settled, bytes: Buffer.concat(renderCompiledPack(settled.pack)) };
}

function sampleFolder(): string {
  const sample = mkdtempSync(join(tmpdir(), 'api-quiz-bank-'));
  process.on('exit', () => rmSync(sample, { recursive: true, force: true }));
  const wanted = tellingEntries().map(({ file }) => file);
  for (const path of ['pack.yaml', ...wanted, ...wanted.map(answersPath)]) {
    if (!existsSync(join(SHIPPED.folder, path))) continue;
    mkdirSync(dirname(join(sample, path)), { recursive: true });
    copyFileSync(join(SHIPPED.folder, path), join(sample, path));
  }
  return sample;
}

/** What the build made of it, each question read at its first use: all tests have the same, which cannot be changed. Throws when nothing was built. */
export function shippedBank(): Bank {
  if (bank !== undefined) return bank;
  const pack = loadCompiledPack(SHIPPED.compiled);
  if (pack === undefined) throw new Error(`${SHIPPED.compiled} is missing: npm run build`);
  const made = makeBank([pack]);
  const known = new Map<BankEntry, Question>();
  const question = (entry: BankEntry): Question => {
    const read = known.get(entry) ?? frozen(made.question(entry));
    known.set(entry, read);
    return read;
  };
  bank = { ...made, question };
  return bank;
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

/** A telling sample of its questions. */
export function tellingEntries(): readonly BankEntry[] {
  const shipped = shippedBank();
  telling ??= tellingSample(shipped.entries, (entry) => shipped.question(entry));
  return telling;
}
