// A person's settings: what `config.json` holds, read without conf and changed through it.

import { lstatSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { errnoOf } from '../disk/errno.js';
import { makeFolder } from '../disk/folders.js';
import { withLock } from '../disk/lock.js';
import { Failure } from '../text/failure.js';
import { isRecord } from '../text/is-record.js';
import { prepareStore, saveRecord } from './conf-store.js';
import { settingsFile } from './home.js';
import { loadRecord, type SetAside } from './load-record.js';
import { randomHex8 } from './segment-id.js';
import { isSetting, SETTING_NAMES, type Settings } from './setting-rows.js';

export interface SettingsRead {
  settings: Settings;
  /** Fields with a value that makes no sense here: not used, but kept in the file. */
  ignored: string[];
  /** The file itself, if it could not be read. */
  setAside: SetAside[];
}

/** The settings as they are now. Quick: conf is not loaded. */
export function readSettings(home: string): SettingsRead {
  const { value = {}, setAside } = loadRecord(followLink(settingsFile(home)), decodeObject);
  const known = SETTING_NAMES.filter((name) => Object.hasOwn(value, name));
  const good = known.filter((name) => isSetting(name, value[name]));
  return {
    settings: Object.fromEntries(good.map((name) => [name, value[name]])) as Settings,
    ignored: known.filter((name) => !good.includes(name)),
    setAside,
  };
}

type SettingsPatch = { [Field in keyof Settings]?: Settings[Field] | null };

/**
 * Sets fields, or removes those given as null; whatever else the file holds stays. `patch` may depend on what is there now.
 * One process at a time, so that no change is lost. Failures: `settings-unreadable`, and those of `saveRecord` and `withLock`.
 */
export async function changeSettings(
  home: string,
  patch: SettingsPatch | ((now: Settings) => SettingsPatch),
): Promise<Settings> {
  await prepareStore();
  const file = followLink(settingsFile(home));
  makeFolder(dirname(file));
  return withLock(file, () => {
    const { value = {}, setAside } = loadRecord(file, decodeObject);
    const kept = setAside.find(({ movedTo }) => movedTo === null);
    // What cannot be read today must not be replaced by the little that is known.
    if (kept) throw new Failure('settings-unreadable', { path: file, reason: kept.detail });
    const change = typeof patch === 'function' ? patch(readSettings(home).settings) : patch;
    const changed = Object.entries({ ...value, ...change }).filter(
      ([, entry]) => entry !== null && entry !== undefined,
    );
    saveRecord(file, Object.fromEntries(changed), renderForPeople);
    return readSettings(home).settings;
  });
}

/** The machine id, made and kept at first use. `random` gives numbers in [0, 1) that differ between machines. */
export async function machineId(home: string, random: () => number): Promise<string> {
  const { machine } = readSettings(home).settings;
  if (machine !== undefined) return machine;
  const made = randomHex8(random);
  // Of two first starts at the same time the faster one names the machine.
  const settings = await changeSettings(home, (now) => ({ machine: now.machine ?? made }));
  return settings.machine ?? made;
}

// Without a checksum: settings may be edited by hand.
const renderForPeople = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;

const decodeObject = (value: unknown) =>
  isRecord(value) ? { value } : { code: 'record-wrong-field' as const, detail: '(all of it)' };

/** Settings may be a link into a folder of dotfiles: then the file it leads to is read and replaced. */
function followLink(path: string): string {
  try {
    // Whether there is one is said in a tenth of the time.
    return lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
  } catch (error) {
    errnoOf(error);
    // Not there yet, or not readable: the one who opens it finds out and says so.
    return path;
  }
}
