// The bank as a verb needs it: built-in pack, folders from settings and options, and the filter.

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Bank, makeBank } from '../bank/bank.js';
import type { BankEntry } from '../bank/entry.js';
import { decodeFilter, type Filter, filterEntries } from '../bank/filter.js';
import { type LoadedPack, loadCompiledPack } from '../bank/load-pack.js';
import { cacheFolder } from '../history/home.js';
import type { Settings } from '../history/settings.js';
import { counted } from '../text/number.js';
import type { Options } from './command.js';
import { listOf, typedFilter } from './options.js';
import type { World } from './world.js';

export interface OpenedBank {
  bank: Bank;
  filter: Filter;
  /** Entries that pass the filter. */
  entries: BankEntry[];
}

/** Loads and filters; throws Failure for folders that are none and names that are unknown. Broken files are told on stderr in one line. */
export async function openBank(world: World, settings: Settings, options: Options): Promise<OpenedBank> {
  const named = listOf(options, 'pack');
  const added = named.filter((name) => isFolder(name));
  const builtIn = await loadBuiltIn(world);
  const folders = new Set([...(settings.packs ?? []), ...added].map((folder) => resolve(folder)));
  const packs: LoadedPack[] = [builtIn];
  for (const folder of folders) {
    const pack = await loadFolder(folder, cacheFolder(world.home));
    if (!packs.some((other) => other.folder !== null && other.folder === pack.folder)) packs.push(pack);
  }
  const bank = makeBank(packs);
  if (bank.problems.length > 0) {
    const where = added[0] ?? settings.packs?.[0] ?? 'questions';
    world.stderr.write(
      `${counted(bank.problems.length, 'problem')} in question files, left out. See: api-quiz lint ${where}\n`,
    );
  }
  const filter = decodeFilter(
    { ...typedFilter(options), packs: named.filter((name) => !isFolder(name)) },
    bank,
  );
  return { bank, filter, entries: filterEntries(bank.entries, filter) };
}

/** The pack of the build, or that of the checkout when it has not been built. */
async function loadBuiltIn(world: World): Promise<LoadedPack> {
  return (
    loadCompiledPack(world.builtIn.compiled) ??
    (await loadFolder(world.builtIn.folder, cacheFolder(world.home)))
  );
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The way to parsers and hashes: most starts need only the built-in pack. */
async function loadFolder(folder: string, cache: string): Promise<LoadedPack> {
  const { loadFolderPack } = await import('../bank/load-folder-pack.js');
  return loadFolderPack(folder, cache);
}
