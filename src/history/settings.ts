// A person's settings: what `config.json` holds, read without conf and changed through it.

import { realpathSync } from 'node:fs';
import { LEVELS, type Level, ROLES, type Role } from '../question/vocabulary.js';
import { type Check, isRecord, like, listOf, oneOf, text, truth } from './checks.js';
import { prepareStore, saveRecord } from './conf-store.js';
import { MACHINE_ID } from './decode-segment.js';
import { settingsFile } from './home.js';
import { loadRecord, type SetAside } from './load-record.js';
import { randomHex8 } from './segment-id.js';

const TIMERS = ['live', 'quiet', 'off'] as const;
const THEMES = ['auto', 'dark', 'light'] as const;

/** What is kept; a missing field has never been set. */
export interface Settings {
  role?: Role;
  level?: Level;
  /** YYYY-MM-DD. */
  interviewDate?: string;
  /** Absolute folders of question packs beside the built-in one. */
  packs?: string[];
  /** Eight hexadecimal digits, in the names of segments. */
  machine?: string;
  timer?: (typeof TIMERS)[number];
  /** Factor on time limits, above 0 to 10; `off`: no limits. */
  time?: number | 'off';
  confidence?: boolean;
  theme?: (typeof THEMES)[number];
  ascii?: boolean;
  /** The questions of the first start have been asked. */
  welcomed?: boolean;
  /** YYYY-MM-DD: the days of the last two reports, the older first. */
  reportDays?: string[];
}

export interface SettingsRead {
  settings: Settings;
  /** Fields with a value that makes no sense here: not used, but kept in the file. */
  ignored: string[];
  /** The file itself, if it could not be read. */
  setAside: SetAside[];
}

/** The largest factor on time limits. */
const MAX_TIME = 10;
const DAY = /^\d{4}-\d\d-\d\d$/;

const realDay: Check = (value) => like(DAY)(value) ?? (isRealDay(value as string) ? null : '');

const CHECKS: { [Field in keyof Settings]-?: Check } = {
  role: oneOf(ROLES),
  level: oneOf(LEVELS),
  interviewDate: realDay,
  packs: listOf(text),
  machine: like(MACHINE_ID),
  timer: oneOf(TIMERS),
  time: (value) =>
    value === 'off' || (typeof value === 'number' && value > 0 && value <= MAX_TIME) ? null : '',
  confidence: truth,
  theme: oneOf(THEMES),
  ascii: truth,
  welcomed: truth,
  reportDays: listOf(realDay),
};

/** Names of all settings. */
export const SETTING_NAMES = Object.keys(CHECKS) as (keyof Settings)[];

/** True where the value may be kept under that name. */
export function isSetting<Name extends keyof Settings>(name: Name, value: unknown): value is Settings[Name] {
  return CHECKS[name](value) === null;
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

/** Sets fields, or removes those given as null; whatever else the file holds stays. Failures: see `saveRecord`. */
export async function changeSettings(
  home: string,
  patch: { [Field in keyof Settings]?: Settings[Field] | null },
): Promise<Settings> {
  await prepareStore();
  const file = followLink(settingsFile(home));
  const { value = {} } = loadRecord(file, decodeObject);
  const changed = Object.entries({ ...value, ...patch }).filter(
    ([, entry]) => entry !== null && entry !== undefined,
  );
  saveRecord(file, Object.fromEntries(changed), renderForPeople);
  return readSettings(home).settings;
}

/** The machine id, made and kept at first use. `random` gives numbers in [0, 1) that differ between machines. */
export async function machineId(home: string, random: () => number): Promise<string> {
  const { machine } = readSettings(home).settings;
  if (machine !== undefined) return machine;
  const made = randomHex8(random);
  await changeSettings(home, { machine: made });
  return made;
}

// Without a checksum: settings may be edited by hand.
const renderForPeople = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;

const decodeObject = (value: unknown) =>
  isRecord(value) ? { value } : { code: 'record-wrong-field' as const, detail: '(all of it)' };

/** Settings may be a link into a folder of dotfiles: then the file it leads to is read and replaced. */
function followLink(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Not there yet, or not readable: the one who opens it finds out and says so.
    return path;
  }
}

function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
