// api-quiz doctor: where files lie, what is readable, what was set aside, what was swept.

import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import type { Command } from '../app/command.js';
import { openBank } from '../app/open-bank.js';
import { openSettingsRead } from '../app/open-settings.js';
import type { AddedPack } from '../app/packs/store-pack.js';
import { alignColumns, printJson, printLines } from '../app/print.js';
import type { World } from '../app/world.js';
import { errnoOf } from '../disk/errno.js';
import { isFolder, listFolder } from '../disk/folders.js';
import { judgeConfiguration } from '../grading/judge.js';
import { cacheFolder, itemsFolder, sessionsFolder, settingsFile } from '../history/home.js';
import { loadSegments } from '../history/segment-store.js';
import { isSharedHome } from '../history/shared-home.js';
import { sittingsOf } from '../history/sittings.js';
import { counted } from '../text/number.js';
import { safeLine } from '../text/safe.js';

export const doctor: Command = {
  options: ['json'],
  async run(world, _args, options) {
    const settingsAsideEarlier = settingsSetAside(world.home);
    const { settings, ignored, setAside: settingsAside } = openSettingsRead(world, { silent: true });
    const { segments, setAside, earlier, swept, conflicts } = loadSegments(world.home);
    const sittings = sittingsOf(segments);
    const { bank, leftOut } = await openBank(world, settings, {});
    const found = {
      version: world.version,
      node: process.version,
      home: world.home,
      writable: isWritable(world.home),
      settings: settingsFile(world.home),
      sessions: sessionsFolder(world.home),
      items: itemsFolder(world.home),
      cache: cacheFolder(world.home),
      segments: segments.length,
      sittings: sittings.length,
      answers: sittings.reduce((sum, sitting) => sum + sitting.answers.length, 0),
      packs: bank.packs.map(({ pack, folder }) => ({ id: pack.id, folder: folder ?? 'built in' })),
      addedPacks: await addedPacksIn(world.home),
      packsLeftOut: leftOut,
      questions: bank.entries.length,
      problems: bank.problems.length,
      judge: toldJudge(world.env),
      ignoredSettings: ignored,
      setAside: [...settingsAside, ...setAside],
      setAsideEarlier: [...settingsAsideEarlier, ...earlier],
      swept,
      conflicts,
      sharedHome: isSharedHome(world.home),
    };
    if (options.json) printJson(world, found);
    else printLines(world, doctorLines(found, world));
    return 0;
  },
};

/** Packs from elsewhere, hashed again against the lock; what does that is loaded only where there are any. */
async function addedPacksIn(home: string): Promise<AddedPack[]> {
  if (!existsSync(join(home, 'packs.json'))) return [];
  return (await import('../app/packs/store-pack.js')).addedPacks(home);
}

const STATES = {
  intact: 'as they were added',
  changed: 'CHANGED ON DISK; put right by: api-quiz pack update',
  missing: 'GONE; put back by: api-quiz pack update',
};

/** Whether, and where, typed answers to open questions would be sent. The key is never told. */
function toldJudge(env: World['env']): string {
  const configured = judgeConfiguration(env);
  switch (configured.kind) {
    case 'off':
      return 'off; answers are not sent anywhere';
    case 'wrong':
      return configured.reason === 'model-missing'
        ? 'off; API_QUIZ_JUDGE_MODEL is not set'
        : 'off; API_QUIZ_JUDGE_URL is no http: or https: address';
    case 'on': {
      const { url, model, key, local } = configured.settings;
      const where = local
        ? 'on this machine'
        : 'answers to open questions are sent there, after you have agreed';
      return `${model} at ${url}, ${where}${key === null ? '' : ', with a key'}`;
    }
  }
}

function doctorLines(
  found: Record<string, unknown> & Parameters<typeof asideLines>[0],
  world: World,
): string[] {
  const rows = [
    'version',
    'node',
    'home',
    'writable',
    'settings',
    'sessions',
    'items',
    'cache',
    'segments',
    'sittings',
    'answers',
    'questions',
    'problems',
    'judge',
  ].map((name) => [name, safeLine(String(found[name]))]);
  const packs = (found.packs as { id: string; folder: string }[]).map(({ id, folder }) => [
    'pack',
    `${id}, ${safeLine(folder)}`,
  ]);
  const added = (found.addedPacks as AddedPack[]).map(({ name, source, files, state }) => [
    'added',
    `${name}, ${safeLine(source)}, ${counted(files, 'file')} ${STATES[state]}`,
  ]);
  return [
    ...alignColumns(
      [...rows, ...packs, ...added],
      world.stdout.isTTY ? Math.max(world.stdout.columns, 100) : 400,
    ),
    '',
    ...asideLines(found),
  ];
}

function asideLines(found: {
  ignoredSettings: string[];
  packsLeftOut: { folder: string; reason: string }[];
  setAside: { file: string; code: string; detail: string; movedTo: string | null; recovered: boolean }[];
  setAsideEarlier: string[];
  swept: string[];
  conflicts: string[];
  sharedHome: boolean;
}): string[] {
  const { ignoredSettings, packsLeftOut, setAside, setAsideEarlier, swept, conflicts, sharedHome } = found;
  const lines = [
    ...ignoredSettings.map((name) => `setting ignored, its value makes no sense: ${safeLine(name)}`),
    ...setAside.map(
      ({ file, code, detail, movedTo, recovered }) =>
        `not readable: ${safeLine(file)} (${code} ${safeLine(detail)})${movedTo === null ? '' : `, kept as ${safeLine(movedTo)}`}${recovered ? ', its backup is used' : ''}`,
    ),
    ...packsLeftOut.map(({ folder, reason }) => `pack left out: ${safeLine(folder)}, ${safeLine(reason)}`),
    ...setAsideEarlier.map((file) => `set aside earlier: ${safeLine(file)}`),
    ...(swept.length === 0
      ? []
      : [`${counted(swept.length, 'left-over', 'left-overs')} of interrupted writes removed`]),
    ...conflicts.map((file) => `conflict copy, read and taken in; it may be deleted: ${safeLine(file)}`),
    ...(sharedHome
      ? [
          'the home is in a shared folder: safer is a home of its own, and api-quiz history sync with that folder',
        ]
      : []),
  ];
  return lines.length === 0 ? ['All files are readable; nothing was set aside.'] : lines;
}

/** Settings that were set aside at an earlier start. */
function settingsSetAside(home: string): string[] {
  const { dir, base } = parse(settingsFile(home));
  const aside = (name: string) =>
    name.startsWith(`${base}.corrupt-`) || name.startsWith(`${base}.bak.corrupt-`);
  const listed = listFolder(dir);
  return 'entries' in listed
    ? listed.entries
        .map(({ name }) => name)
        .filter(aside)
        .map((name) => join(dir, name))
    : [];
}

/** A home that is not there yet can be made where its nearest folder may be written to. */
function isWritable(home: string): boolean {
  if (!existsSync(home)) return dirname(home) !== home && isWritable(dirname(home));
  try {
    accessSync(home, constants.W_OK | constants.X_OK);
    return isFolder(home);
  } catch (error) {
    errnoOf(error);
    return false;
  }
}
