// api-quiz config: settings, shown and changed.

import { resolve } from 'node:path';
import type { Command } from '../app/command.js';
import { isFolder } from '../app/open-bank.js';
import { valuesIn } from '../app/option-rows.js';
import { alignColumns, columnsOf, printJson, printLines } from '../app/print.js';
import { tellSetAside } from '../app/tell-set-aside.js';
import { settingsFile } from '../history/home.js';
import {
  changeSettings,
  isSetting,
  readSettings,
  SETTING_NAMES,
  type Settings,
} from '../history/settings.js';
import { Failure } from '../text/failure.js';
import { nearestNames } from '../text/nearest.js';
import { safeLine } from '../text/safe.js';

/** What each setting takes, in words. */
const EXPECTED: Readonly<Record<string, string>> = {
  role: 'developer, tester, architect, product, analyst, support, writer or solutions',
  level: 'foundation, intermediate or advanced',
  interviewDate: 'a day such as 2026-12-15',
  packs: 'folders, separated by commas',
  timer: 'live, quiet or off',
  time: 'a factor such as 1.5, or off',
  confidence: 'true or false',
  theme: 'auto, dark or light',
  ascii: 'true or false',
};

export const config: Command = {
  arguments: [
    { name: '[name]', text: Object.keys(EXPECTED).join(', ') },
    { name: '[value...]', text: 'its new value; "unset" removes it' },
  ],
  options: ['json'],
  examples: [
    'api-quiz config',
    'api-quiz config interviewDate 2026-12-15',
    'api-quiz config packs ./my-questions',
    'api-quiz config time 1.5',
  ],
  async run(world, [name, ...words], options) {
    const { settings, ignored, setAside } = readSettings(world.home);
    tellSetAside(world, setAside);
    if (name === undefined) {
      if (options.json) printJson(world, settings);
      else {
        const rows = Object.entries(EXPECTED).map(([key, expected]) => {
          const value = settings[key as keyof Settings];
          return [key, value === undefined ? 'not set' : safeLine(wordsOf(value)), expected];
        });
        printLines(world, [
          ...alignColumns(rows, columnsOf(world)),
          '',
          `in ${safeLine(settingsFile(world.home))}`,
        ]);
        if (ignored.length > 0)
          printLines(world, [`ignored, because the value makes no sense: ${ignored.join(', ')}`]);
      }
      return 0;
    }
    const setting = settingName(name);
    if (words.length === 0) {
      const value = settings[setting];
      if (options.json) printJson(world, value ?? null);
      else printLines(world, [value === undefined ? 'not set' : safeLine(wordsOf(value))]);
      return 0;
    }
    const value = decodeValue(setting, words);
    if (setting === 'packs') checkFolders(value);
    await changeSettings(world.home, { [setting]: value });
    printLines(world, [value === null ? `${setting} removed` : `${setting} = ${safeLine(wordsOf(value))}`]);
    return 0;
  },
};

/** A value as it is typed. */
const wordsOf = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));

/** Throws Failure `pack-not-a-folder`: later every verb would have to say so. */
function checkFolders(value: unknown): void {
  for (const folder of Array.isArray(value) ? value : []) {
    if (!isFolder(folder)) throw new Failure('pack-not-a-folder', { folder });
  }
}

function settingName(typed: string): keyof Settings {
  const known = SETTING_NAMES.filter((name) => EXPECTED[name] !== undefined);
  const found = known.find((name) => name.toLowerCase() === typed.toLowerCase().replaceAll('-', ''));
  if (found) return found;
  throw new Failure('setting-unknown', {
    name: typed,
    nearest: nearestNames(typed, known).join(', ') || known.join(', '),
  });
}

function decodeValue(name: keyof Settings, words: readonly string[]): Settings[keyof Settings] | null {
  const typed = words.join(' ');
  if (typed === 'unset') return null;
  const folders = words.flatMap(valuesIn).map((folder) => resolve(folder));
  const candidates: unknown[] =
    name === 'packs'
      ? folders.length > 0
        ? [folders]
        : []
      : [typed, typed === 'true' ? true : typed === 'false' ? false : Number(typed)];
  const value = candidates.find((candidate) => isSetting(name, candidate));
  if (value === undefined)
    throw new Failure('option-wrong', { option: name, value: typed, expected: EXPECTED[name] ?? '' });
  return value as Settings[keyof Settings];
}
