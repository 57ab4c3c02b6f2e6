// history sync: the home and a folder that travels (git, Syncthing, Dropbox, a stick) brought together; what came and went is told.

import { join } from 'node:path';
import { absolutePath, lookAt } from '../../disk/folders.js';
import { machineId } from '../../history/settings.js';
import { type Synced, syncHistory } from '../../history/sync/sync-history.js';
import { Failure } from '../../text/failure.js';
import { counted } from '../../text/number.js';
import { safeLine } from '../../text/safe.js';
import { openSettings } from '../open-settings.js';
import type { Options } from '../options.js';
import { printJson, printNamed, printWrapped, tellLines } from '../print.js';
import { EXIT, type ExitCode, type World } from '../world.js';
import { type GitSync, syncThroughGit } from './sync-through-git.js';

/** Said before a folder holds anything of ours. */
const HOLDS = [
  'This folder will hold: every answer with what was typed, when, and how it was marked; flags with their notes; the questions as they were asked; role, level, interview date, name and clock settings. Whoever can read the folder can read them.',
  'Not in it: folders of packs, looks, caches. Nothing is sent anywhere by this program.',
];

/** Failures: those of `syncHistory` and `syncThroughGit`. */
export async function syncWith(world: World, name: string | undefined, options: Options): Promise<ExitCode> {
  if (name === undefined)
    throw new Failure('name-needed', {
      verb: 'history',
      action: 'sync',
      what: 'a folder',
      example: '~/Dropbox/api-quiz',
    });
  const folder = absolutePath(name);
  const settings = openSettings(world);
  const isThere = !('reason' in lookAt(folder));
  if (isThere && 'reason' in lookAt(join(folder, 'sessions'))) tellLines(world, HOLDS);
  const dryRun = options.dryRun === true;
  // A dry run makes no machine id either.
  const machine = settings.machine ?? (dryRun ? '00000000' : await machineId(world.home, world.random));
  const sync = () => syncHistory({ home: world.home, folder, now: world.now(), dryRun }, machine);
  const done: GitSync =
    options.git && !dryRun
      ? await syncThroughGit(folder, world.env, sync)
      : { synced: [await sync()], committed: false, pushedTo: null };
  if (options.json) printJson(world, asData(done, dryRun));
  else printDone(world, done, options);
  return EXIT.fine;
}

function printDone(world: World, { synced, committed, pushedTo }: GitSync, { dryRun, git }: Options): void {
  const conflicts = unique(synced.flatMap((one) => one.conflicts));
  const unreadable = unique(
    synced.flatMap((one) =>
      one.unreadable.map(({ file, code, detail }) => `${safeLine(file)} (${code} ${safeLine(detail)})`),
    ),
  );
  printNamed(world, [
    [dryRun ? 'would come in' : 'came in', movedWords(synced.map((one) => one.cameIn))],
    [dryRun ? 'would go out' : 'went out', movedWords(synced.map((one) => one.wentOut))],
  ]);
  printWrapped(world, [
    ...conflicts.map((file) => `conflict copy taken in, may be deleted: ${safeLine(file)}`),
    ...unreadable.map((file) => `not readable, left where it is: ${file}`),
    ...(git && !dryRun ? [gitWords(committed, pushedTo)] : []),
    ...(git && dryRun ? ['git was not asked: a dry run changes no checkout'] : []),
  ]);
}

function movedWords(moved: readonly Synced['cameIn'][]): string {
  const sum = (of: (one: Synced['cameIn']) => number) => moved.reduce((total, one) => total + of(one), 0);
  const [added, extended, items] = [
    sum((one) => one.records.added),
    sum((one) => one.records.extended),
    sum((one) => one.items),
  ];
  const settings = unique(moved.flatMap((one) => one.settings));
  const parts = [
    ...(added > 0 ? [counted(added, 'record')] : []),
    ...(extended > 0 ? [`${counted(extended, 'record')} extended`] : []),
    ...(items > 0 ? [`${counted(items, 'question')} as asked`] : []),
    ...(settings.length > 0 ? [`settings: ${settings.join(', ')}`] : []),
  ];
  return parts.length === 0 ? 'nothing' : parts.join('; ');
}

function gitWords(committed: boolean, pushedTo: string | null): string {
  const commit = committed ? 'committed' : 'nothing to commit';
  return pushedTo === null
    ? `${commit}; no remote to push to`
    : `${commit}; pulled from and pushed to ${safeLine(pushedTo)}`;
}

const unique = <Member>(members: readonly Member[]): Member[] => [...new Set(members)];

function asData({ synced, committed, pushedTo }: GitSync, dryRun: boolean) {
  const total = (of: (one: Synced) => Synced['cameIn']) => {
    const moved = synced.map(of);
    const sum = (count: (one: Synced['cameIn']) => number) => moved.reduce((all, one) => all + count(one), 0);
    return {
      added: sum((one) => one.records.added),
      extended: sum((one) => one.records.extended),
      items: sum((one) => one.items),
      settings: unique(moved.flatMap((one) => one.settings)),
    };
  };
  return {
    dryRun,
    cameIn: total((one) => one.cameIn),
    wentOut: total((one) => one.wentOut),
    conflicts: unique(synced.flatMap((one) => one.conflicts)),
    unreadable: synced.at(-1)?.unreadable ?? [],
    committed,
    pushedTo,
  };
}
