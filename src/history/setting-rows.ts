// Every setting: one row with the values it can have, how they are typed, and what is said of them. Names stand in config.json.

import { absolutePath, foldersIn } from '../disk/folders.js';
import { LEVELS, ROLES } from '../question/vocabulary.js';
import { isDay } from '../text/instant.js';
import { safeLine } from '../text/safe.js';
import { isTimeFactor, readTimeFactor, type TimeFactor } from '../text/time-factor.js';
import { MACHINE_ID } from './segment-id.js';

interface SettingForm<Value> {
  /** What it takes, in words; null: kept by the program, not by hand. */
  expected: string | null;
  /** The values it can have, where they are few. */
  values?: readonly string[];
  /** True where the value may be kept. */
  fits(value: unknown): value is Value;
  /** Words as typed -> the value; undefined: they make no sense here. */
  parse(words: readonly string[]): Value | undefined;
}

export interface SettingRow<Value> extends SettingForm<Value> {
  /** It is about the person and goes with them from machine to machine; false: about one machine. */
  travels: boolean;
}

/** The largest factor on time limits. */

export const SETTING_ROWS = {
  role: ofPerson(oneOf(ROLES)),
  level: ofPerson(oneOf(LEVELS)),
  /** YYYY-MM-DD. */
  interviewDate: ofPerson(byText('a day such as 2026-12-15', isDay)),
  /** Absolute folders of question packs beside the built-in one. */
  packs: ofMachine<string[]>({
    expected: 'folders, separated by commas',
    fits: isTexts,
    parse(words) {
      const named = words.flatMap(foldersIn);
      return named.length > 0 ? named.map(absolutePath) : undefined;
    },
  }),
  /** Absolute path of what `items --json` printed: difficulties that many people's answers have told. */
  itemFigures: ofMachine<string>({
    expected: 'a file of api-quiz items --json',
    fits: (value): value is string => typeof value === 'string',
    parse: (words) => (words.length > 0 ? absolutePath(words.join(' ')) : undefined),
  }),
  timer: ofPerson(oneOf(['live', 'quiet', 'off'])),
  /** Factor on time limits, above 0 to 10; `off`: no limits. */
  time: ofPerson<TimeFactor>({
    expected: 'a factor such as 1.5, or off',
    fits: isTimeFactor,
    parse: ([typed = '']) => readTimeFactor(typed),
  }),
  confidence: ofPerson(truth()),
  theme: ofMachine(oneOf(['auto', 'dark', 'light'])),
  ascii: ofMachine(truth()),
  /** What a person is called in exports for a team; they name themselves. */
  name: ofPerson(byText('a name of up to 60 characters', isName)),
  team: ofPerson(byText('a name of up to 60 characters', isName)),

  /** Stands for the person in exports without a name. */
  pseudonym: ofPerson(
    kept((value): value is string => typeof value === 'string' && /^p-[0-9a-f]{10}$/.test(value)),
  ),
  /** Eight hexadecimal digits, in the names of segments. */
  machine: ofMachine(kept((value): value is string => typeof value === 'string' && MACHINE_ID.test(value))),
  /** The questions of the first start have been asked. */
  welcomed: ofMachine(kept((value): value is boolean => typeof value === 'boolean')),
  /** Hosts that answers to open questions may be sent to, for a second opinion: a person has agreed, on this machine. */
  judgeHosts: ofMachine(kept(isTexts)),
  /** YYYY-MM-DD: the days of the last two reports, the older first. */
  reportDays: ofMachine(kept((value): value is string[] => isTexts(value) && value.every(isDay))),
};

export type SettingName = keyof typeof SETTING_ROWS;

/** What is kept; a missing field has never been set. */
export type Settings = {
  [Name in SettingName]?: Exclude<ReturnType<(typeof SETTING_ROWS)[Name]['parse']>, undefined>;
};

/** Names of all settings. */
export const SETTING_NAMES = Object.keys(SETTING_ROWS) as SettingName[];

/** True where the value may be kept under that name. */
export function isSetting<Name extends SettingName>(name: Name, value: unknown): value is Settings[Name] {
  return SETTING_ROWS[name].fits(value);
}

function ofPerson<Value>(form: SettingForm<Value>): SettingRow<Value> {
  return { ...form, travels: true };
}

function ofMachine<Value>(form: SettingForm<Value>): SettingRow<Value> {
  return { ...form, travels: false };
}

function oneOf<const Value extends string>(values: readonly Value[]): SettingForm<Value> {
  const fits = (value: unknown): value is Value => values.some((known) => known === value);
  const last = values.at(-1) ?? '';
  return {
    expected: `${values.slice(0, -1).join(', ')} or ${last}`,
    values,
    fits,
    parse: ([typed]) => (fits(typed) ? typed : undefined),
  };
}

function truth(): SettingForm<boolean> {
  return {
    expected: 'true or false',
    values: ['true', 'false'],
    fits: (value) => typeof value === 'boolean',
    parse: ([typed]) => (typed === 'true' ? true : typed === 'false' ? false : undefined),
  };
}

function byText(expected: string, holds: (text: string) => boolean): SettingForm<string> {
  return {
    expected,
    fits: (value): value is string => typeof value === 'string' && holds(value),
    parse: (words) => (holds(words.join(' ')) ? words.join(' ') : undefined),
  };
}

/** Kept by the program. */
function kept<Value>(fits: (value: unknown) => value is Value): SettingForm<Value> {
  return { expected: null, fits, parse: () => undefined };
}

function isName(text: string): boolean {
  return text !== '' && text.length <= 60 && safeLine(text) === text;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= 5000 && value.every((member) => typeof member === 'string');
}
