// The bank as a verb needs it: built-in pack, folders from settings and options, and the filter.

import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Bank, makeBank } from '../bank/bank.js';
import type { BankEntry } from '../bank/entry.js';
import { decodeFilter, type Filter, filterEntries } from '../bank/filter.js';
import { type LoadedPack, loadCompiledPack } from '../bank/load-pack.js';
import { type Pool, poolOf } from '../bank/pool.js';
import { cacheFolder } from '../history/home.js';
import type { Settings } from '../history/setting-rows.js';
import { Failure } from '../text/failure.js';
import { counted } from '../text/number.js';
import { safeLine } from '../text/safe.js';
import { EVERY_ROLE, type Options } from './options.js';
import type { World } from './world.js';

export interface OpenedBank {
  bank: Bank;
  filter: Filter;
  /** Entries that pass the filter. */
  entries: BankEntry[];
}

/** A bank whose entries are the pool of the person's role. */
export interface OpenedPool extends Omit<OpenedBank, 'entries'>, Pool {}

/** The bank, and the pool that sittings, plans and figures share: filtered, for the role typed, else for that of the settings. */
export async function openPool(world: World, settings: Settings, options: Options): Promise<OpenedPool> {
  const opened = await openBank(world, settings, options);
  const settled = settings.role === undefined || saysEveryRole(options) ? [] : [settings.role];
  const { bank, filter } = opened;
  return { ...opened, ...poolOf(bank, filter, filter.roles.length > 0 ? filter.roles : settled) };
}

const saysEveryRole = ({ role = [] }: Options) => role.some((name) => name.toLowerCase() === EVERY_ROLE);

/** Loads and filters; throws Failure for folders that are none and names that are unknown. Broken files are told on stderr in one line. */
export async function openBank(world: World, settings: Settings, options: Options): Promise<OpenedBank> {
  const named = options.pack ?? [];
  const added = named.filter((name) => isFolder(name));
  const lost = named.find((name) => isPath(name) && !isFolder(name));
  if (lost !== undefined) throw new Failure('pack-not-a-folder', { folder: lost });
  const builtIn = await loadBuiltIn(world);
  const settled = (settings.packs ?? []).filter((folder) => isThere(world, folder));
  const folders = new Set([...settled, ...added].map((folder) => resolve(folder)));
  const packs: LoadedPack[] = [builtIn];
  for (const folder of folders) {
    const pack = await loadFolder(folder, cacheFolder(world.home));
    if (!packs.some((other) => other.folder !== null && other.folder === pack.folder)) packs.push(pack);
  }
  const bank = makeBank(packs);
  if (bank.problems.length > 0) {
    const first = bank.problems[0]?.file ?? '';
    const where = [...folders].find((folder) => first.startsWith(realpathSync(folder))) ?? 'questions';
    world.stderr.write(
      `${counted(bank.problems.length, 'problem')} in question files, left out. See: api-quiz lint ${safeLine(where)}\n`,
    );
  }
  const filter = decodeFilter(
    { ...typedFilter(options), packs: named.filter((name) => !isFolder(name)) },
    bank,
  );
  return { bank, filter, entries: filterEntries(bank.entries, filter) };
}

/** The filter options as typed; `--pack` may also name folders. */
function typedFilter(options: Options): { [K in Exclude<keyof Filter, 'packs'>]: readonly string[] } {
  return {
    topics: options.topic ?? [],
    concepts: options.concept ?? [],
    levels: options.level ?? [],
    types: options.type ?? [],
    tags: options.tag ?? [],
    roles: saysEveryRole(options) ? [] : (options.role ?? []),
  };
}

/** The pack of the build, or that of the checkout when it has not been built. */
async function loadBuiltIn(world: World): Promise<LoadedPack> {
  return (
    loadCompiledPack(world.builtIn.compiled) ??
    (await loadFolder(world.builtIn.folder, cacheFolder(world.home)))
  );
}

/** False also for what cannot be looked at. */
export function isFolder(name: string): boolean {
  try {
    return statSync(name).isDirectory();
  } catch (error) {
    // Not there, not reachable, too long for a name: in any case no folder.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return false;
  }
}

/** What can be no pack's id is meant as a folder. */
const isPath = (name: string) => /^[.~]|[/\\]/.test(name);

/** A folder of the settings on a disk that is not plugged in must not keep anyone from practising. */
function isThere(world: World, folder: string): boolean {
  if (isFolder(folder)) return true;
  world.stderr.write(
    `${safeLine(folder)}: this folder of questions is not there, left out. See: api-quiz config packs\n`,
  );
  return false;
}

/** The way to parsers and hashes: most starts need only the built-in pack. */
async function loadFolder(folder: string, cache: string): Promise<LoadedPack> {
  const { loadFolderPack } = await import('../bank/load-folder-pack.js');
  return loadFolderPack(folder, cache);
}
