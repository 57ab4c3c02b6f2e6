// The bank as a verb needs it: built-in pack, folders from settings and options, and the filter.

import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Bank, makeBank } from '../bank/bank.js';
import type { BankEntry } from '../bank/entry.js';
import { decodeFilter, type Filter, filterEntries } from '../bank/filter.js';
import { asCalled, asNamed, type LoadedPack, loadCompiledPack } from '../bank/load-pack.js';
import { type Pool, poolOf } from '../bank/pool.js';
import { withoutSecrets } from '../bank/sources/source-secret.js';
import { absolutePath, isFolder } from '../disk/folders.js';
import { cacheFolder } from '../history/home.js';
import type { Settings } from '../history/setting-rows.js';
import { Failure } from '../text/failure.js';
import { failureLine } from '../text/failure-line.js';
import { counted } from '../text/number.js';
import { safeLine } from '../text/safe.js';
import { EVERY_ROLE, type Options } from './options.js';
import { tellLines } from './print.js';
import type { World } from './world.js';

export interface OpenedBank {
  bank: Bank;
  filter: Filter;
  /** Entries that pass the filter. */
  entries: BankEntry[];
  /** Folders of the settings that are not in the bank, and why, in a sentence. */
  leftOut: { folder: string; reason: string }[];
}

/** A bank whose entries are the pool of the person's role. */
export interface OpenedPool extends Omit<OpenedBank, 'entries'>, Pool {}

/**
 * The bank, and the pool that sittings, plans and figures share: filtered, for the role typed, else for that of the settings.
 * `drafts`: those of packs that were not named are in it too; `suspended`: what is left out of a bank's, by `pack/id`.
 */
export async function openPool(
  world: World,
  settings: Settings,
  options: Options,
  {
    drafts = false,
    suspended,
  }: { drafts?: boolean; suspended?: (bank: Bank) => { has(item: string): boolean } } = {},
): Promise<OpenedPool> {
  const opened = await openBank(world, settings, options);
  const settled = settings.role === undefined || saysEveryRole(options) ? [] : [settings.role];
  const { bank, filter } = opened;
  const leftOut = suspended?.(bank);
  const entries = bank.entries.filter((entry) => (drafts || !entry.draft) && !leftOut?.has(entry.key));
  return {
    ...opened,
    ...poolOf({ entries, packs: bank.packs }, filter, filter.roles.length > 0 ? filter.roles : settled),
  };
}

const saysEveryRole = ({ role = [] }: Options) => role.some((name) => name.toLowerCase() === EVERY_ROLE);

/** Loads and filters; throws Failure for folders that are none and names that are unknown. What is left out is told on stderr, a line each. */
export async function openBank(world: World, settings: Settings, options: Options): Promise<OpenedBank> {
  const named = options.pack ?? [];
  const remote = named.find((name) => /^(github|gitlab|npm|git\+\w+|https?):/.test(name));
  if (remote !== undefined) throw new Failure('pack-not-added', { source: withoutSecrets(remote) });
  const lost = named.find((name) => isPath(name) && !isFolder(name));
  if (lost !== undefined) throw new Failure('pack-not-a-folder', { folder: lost });
  const leftOut: OpenedBank['leftOut'] = [];
  const builtIn = await loadBuiltIn(world);
  const added = await loadEach(world, named.filter(isFolder).map(absolutePath));
  const settled = await loadSettled(world, settings.packs ?? [], leftOut);
  const locked = await loadLocked(world, leftOut);
  const kept = withoutClashes([...settled, ...locked], [builtIn, ...added], leftOut);
  const isNamed = ({ pack }: LoadedPack) => named.includes(pack.id);
  const settledPacks = kept.map((pack) => (isNamed(pack) ? asNamed(pack) : pack));
  const packs = [builtIn, ...settledPacks, ...added.map(asNamed)];
  const bank = makeBank(await withKnownFigures(world, settings, packs));
  const packsOfHome = join(world.home, 'packs');
  for (const { folder, reason } of leftOut) {
    const see = folder.startsWith(packsOfHome) ? 'pack list' : 'config packs';
    tellLines(world, [`${safeLine(folder)}: ${safeLine(reason)}, left out. See: api-quiz ${see}`]);
  }
  tellProblems(world, bank);
  const addedIds = new Set(added.map(({ pack }) => pack.id));
  // A folder that is called as its pack, and not written as a path, is the name of a pack too.
  const isName = (name: string) => !isFolder(name) || (!isPath(name) && addedIds.has(name));
  const filter = decodeFilter({ ...typedFilter(options), packs: named.filter(isName) }, bank);
  return { bank, filter, entries: filterEntries(bank.entries, filter), leftOut };
}

/** With what many people's answers say of the items, where the person has allowed it. Figures that cannot be read are told and done without. */
async function withKnownFigures(
  world: World,
  { itemFigures }: Settings,
  packs: LoadedPack[],
): Promise<LoadedPack[]> {
  if (itemFigures === undefined) return packs;
  const { readItemFigures, withFigures } = await import('./items/item-figures.js');
  try {
    const figures = readItemFigures(itemFigures);
    return packs.map((pack) => withFigures(pack, figures));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    tellLines(world, [failureLine(error)]);
    return packs;
  }
}

function tellProblems(world: World, { problems, packs }: Bank): void {
  // What a draft lacks keeps no question from being asked.
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return;
  const where = packs.find(({ folder }) => folder !== null && first.file.startsWith(folder))?.folder;
  tellLines(world, [
    `${counted(errors.length, 'problem')} in question files, left out. See: api-quiz lint ${safeLine(where ?? 'questions')}`,
  ]);
}

/** A folder of the settings that is gone, or on a disk that is not plugged in, must not keep anyone from practising. */
async function loadSettled(
  world: World,
  folders: readonly string[],
  leftOut: OpenedBank['leftOut'],
): Promise<LoadedPack[]> {
  const there = folders.filter((folder) => {
    const found = isFolder(folder);
    if (!found) leftOut.push({ folder, reason: 'this folder of questions is not there' });
    return found;
  });
  return loadEach(world, there.map(absolutePath));
}

/** Packs from elsewhere whose files are those that were added: looked at at every load. */
async function loadLocked(world: World, leftOut: OpenedBank['leftOut']): Promise<LoadedPack[]> {
  if (!existsSync(join(world.home, 'packs.json'))) return [];
  const { intactPacks } = await import('./packs/store-pack.js');
  const packs: LoadedPack[] = [];
  for (const { name, folder } of intactPacks(world.home, (left) => leftOut.push(left)))
    packs.push(asCalled(await loadFolder(world, folder), name));
  return packs;
}

/** Of two packs with one id the one of the settings gives way: it is not what was just asked for. The same folder twice is no clash. */
function withoutClashes(
  settled: readonly LoadedPack[],
  first: readonly LoadedPack[],
  leftOut: OpenedBank['leftOut'],
): LoadedPack[] {
  const taken = new Map(first.map((pack) => [pack.pack.id, pack]));
  return settled.filter((pack) => {
    const other = taken.get(pack.pack.id);
    if (other === undefined) taken.set(pack.pack.id, pack);
    else if (other.folder !== pack.folder)
      leftOut.push({
        folder: pack.folder ?? '',
        reason: `its id "${pack.pack.id}" is that of ${other.folder ?? 'the built-in pack'}`,
      });
    return other === undefined;
  });
}

/** The packs of these folders, each folder once. */
async function loadEach(world: World, folders: readonly string[]): Promise<LoadedPack[]> {
  const packs: LoadedPack[] = [];
  for (const folder of new Set(folders)) {
    const pack = await loadFolder(world, folder);
    if (!packs.some((other) => other.folder === pack.folder)) packs.push(pack);
  }
  return packs;
}

/** Packs of the settings as they are to become: Failure `pack-not-a-folder` or `pack-id-taken`, for later every verb would have to say so. */
export async function checkPacks(world: World, folders: readonly string[]): Promise<void> {
  const lost = folders.find((folder) => !isFolder(folder));
  if (lost !== undefined) throw new Failure('pack-not-a-folder', { folder: lost });
  const builtIn = await loadBuiltIn(world);
  const packs = await loadEach(world, folders);
  makeBank([builtIn, ...packs.filter(({ folder }) => folder !== builtIn.folder)]);
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
  return loadCompiledPack(world.builtIn.compiled) ?? (await loadFolder(world, world.builtIn.folder));
}

/** What can be no pack's id is meant as a folder. */
const isPath = (name: string) => /^[.~]|[/\\]/.test(name);

/** The way to parsers and hashes: most starts need only the built-in pack. */
async function loadFolder(world: World, folder: string): Promise<LoadedPack> {
  const { loadFolderPack } = await import('../bank/load-folder-pack.js');
  // Nobody else sees it.
  const progress = world.stderr.isTTY
    ? (await import('./progress.js')).startCount(world, `Reading ${safeLine(basename(folder))}`, 'questions')
    : undefined;
  try {
    return await loadFolderPack(folder, cacheFolder(world.home), true, progress?.count);
  } finally {
    progress?.end();
  }
}
