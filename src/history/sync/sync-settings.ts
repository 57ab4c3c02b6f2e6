// The settings that travel, through one file per machine in the shared folder: nobody writes another one's file.

import { join } from 'node:path';
import { listFolder, lookAt, makeFolder } from '../../disk/folders.js';
import { readBounded } from '../../disk/read-bounded.js';
import { writeWhole } from '../../disk/write-whole.js';
import { canonicalJson } from '../../question/canonical-json.js';
import { saveRecord } from '../conf-store.js';
import { settingsFile } from '../home.js';
import { loadRecord } from '../load-record.js';
import { openSealed, renderSealed } from '../sealed-json.js';
import type { SettingName } from '../setting-rows.js';
import { changeSettings, readSettings } from '../settings.js';
import type { Unreadable } from './segment-index.js';
import type { Sides } from './sync-segments.js';
import {
  type DatedSettings,
  datedSettings,
  decodeDated,
  mergeDated,
  TRAVELLING,
} from './travelling-settings.js';

/** A machine's file is far smaller; a person has far fewer machines. */
const MOST_BYTES = 64 * 1024;
const MOST_FILES = 1000;

export interface SyncedSettings {
  cameIn: SettingName[];
  wentOut: SettingName[];
  unreadable: Unreadable[];
}

/** What was synced last, beside the settings. */
const memoryFile = (home: string): string => join(home, 'synced-settings.json');

/** `machine`: its id, the name of its file. Failures: those of `changeSettings` and `writeWhole`. */
export async function syncSettings(sides: Sides, machine: string): Promise<SyncedSettings> {
  const { home, folder, dryRun } = sides;
  const before = loadRecord(memoryFile(home), decodeMemory).value ?? {};
  const { settings } = readSettings(home);
  const mine = datedSettings(settings, before, changedAt(sides));
  const { shared, unreadable } = readShared(folder);
  const theirs = mergeDated(shared);
  const merged = mergeDated([mine, theirs]);
  const cameIn = changedNames(mine, merged);
  const synced = { cameIn, wentOut: changedNames(theirs, merged), unreadable };
  if (dryRun) return synced;
  if (cameIn.length > 0)
    await changeSettings(home, Object.fromEntries(cameIn.map((name) => [name, merged[name]?.value ?? null])));
  const content = { version: 1, settings: merged };
  if (canonicalJson(before) !== canonicalJson(merged)) saveRecord(memoryFile(home), content);
  if (synced.wentOut.length > 0) {
    makeFolder(join(folder, 'settings'));
    writeWhole(join(folder, 'settings', `${machine}.json`), [renderSealed(content)], true);
  }
  return synced;
}

const changedNames = (before: DatedSettings, after: DatedSettings): SettingName[] =>
  TRAVELLING.filter((name) => canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null));

/** When the settings were changed last, as far as their file says. */
function changedAt({ home, now }: Sides): number {
  const found = lookAt(settingsFile(home));
  return 'stats' in found ? Math.min(now, Math.floor(found.stats.mtimeMs)) : now;
}

function decodeMemory(json: unknown) {
  const value = decodeDated(json);
  return value ? { value } : { code: 'record-wrong-field' as const, detail: 'settings' };
}

/** Conflict copies too: what is in them is dated like everything else. */
function readShared(folder: string): { shared: DatedSettings[]; unreadable: Unreadable[] } {
  const root = join(folder, 'settings');
  const listed = listFolder(root);
  const entries = 'entries' in listed ? listed.entries : [];
  const shared: DatedSettings[] = [];
  const unreadable: Unreadable[] = [];
  const files = entries.filter(({ name }) => name.endsWith('.json') && !name.startsWith('.'));
  for (const { name } of files.slice(0, MOST_FILES)) {
    const file = join(root, name);
    const read = readBounded(file, MOST_BYTES, false);
    const opened = 'bytes' in read ? openDated(read.bytes) : undefined;
    if (opened) shared.push(opened);
    else unreadable.push({ file, code: 'record-damaged', detail: 'code' in read ? read.reason : 'settings' });
  }
  return { shared, unreadable };
}

/** Bytes of a machine's file -> what it says; undefined where they are none. */
export function openDated(bytes: Buffer): DatedSettings | undefined {
  const opened = openSealed(bytes);
  return 'value' in opened ? decodeDated(opened.value) : undefined;
}
