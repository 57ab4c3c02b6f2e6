// api-quiz config: settings, shown and changed.

import type { Command } from '../app/command.js';
import { readItemFigures } from '../app/items/item-figures.js';
import { checkPacks } from '../app/open-bank.js';
import { openSettingsRead } from '../app/open-settings.js';
import { alignColumns, columnsOf, printJson, printLines, printNamed, printWrapped } from '../app/print.js';
import type { World } from '../app/world.js';
import { settingsFile } from '../history/home.js';
import { SETTING_NAMES, SETTING_ROWS, type SettingName, type Settings } from '../history/setting-rows.js';
import { changeSettings } from '../history/settings.js';
import { localDay } from '../text/duration.js';
import { Failure } from '../text/failure.js';
import { cellWidth } from '../text/fit.js';
import { adviceOn } from '../text/nearest.js';
import { safeLine } from '../text/safe.js';

/** Settings a person sets. */
const BY_HAND = SETTING_NAMES.flatMap((name) => {
  const { expected } = SETTING_ROWS[name];
  return expected === null ? [] : [{ name, expected }];
});

export const config: Command = {
  arguments: [
    { name: '[name]', text: BY_HAND.map(({ name }) => name).join(', ') },
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
    const { settings, ignored } = openSettingsRead(world);
    if (name === undefined) {
      if (options.json) printJson(world, settings);
      else {
        const rows = BY_HAND.map(({ name, expected }) => {
          const value = settings[name];
          return [name, value === undefined ? 'not set' : safeLine(wordsOf(value)), expected] as const;
        });
        printSettings(world, rows);
        printLines(world, ['', `in ${safeLine(settingsFile(world.home))}`]);
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
    const value = parsedValue(setting, words);
    if (setting === 'interviewDate') checkDay(value, localDay(world.now()));
    if (setting === 'packs' && Array.isArray(value)) await checkPacks(world, value);
    if (setting === 'itemFigures' && typeof value === 'string') readItemFigures(value);
    await changeSettings(world.home, { [setting]: value });
    printLines(world, [value === null ? `${setting} removed` : `${setting} = ${safeLine(wordsOf(value))}`]);
    return 0;
  },
};

/** Name, value and what it may be, which stands below where there is little room beside it. */
function printSettings(
  world: World,
  rows: readonly (readonly [name: string, value: string, expected: string])[],
): void {
  const firsts = alignColumns(
    rows.map(([name, value]) => [name, value, '']),
    Number.POSITIVE_INFINITY,
  );
  const beside = Math.max(...firsts.map(cellWidth)) <= columnsOf(world) / 2;
  if (beside)
    printNamed(
      world,
      rows.map(([, , expected], index) => [(firsts[index] ?? '').trimEnd(), expected]),
    );
  else
    printWrapped(
      world,
      rows.flatMap(([, , expected], index) => [firsts[index] ?? '', `    ${expected}`]),
    );
}

/** Throws Failure `option-wrong`: a day that is over is a slip. */
function checkDay(value: unknown, today: string): void {
  if (typeof value !== 'string' || value >= today) return;
  throw new Failure('option-wrong', {
    option: 'interviewDate',
    value,
    expected: `a day from ${today} on, such as 2030-12-15`,
  });
}

/** A value as it is typed. */
const wordsOf = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));

function settingName(typed: string): SettingName {
  const known = BY_HAND.map(({ name }) => name);
  const found = known.find((name) => name.toLowerCase() === typed.toLowerCase().replaceAll('-', ''));
  if (found) return found;
  throw new Failure('setting-unknown', {
    name: typed,
    advice: adviceOn(typed, known),
  });
}

function parsedValue(name: SettingName, words: readonly string[]): Settings[SettingName] | null {
  const typed = words.join(' ');
  if (typed === 'unset') return null;
  const { expected, parse } = SETTING_ROWS[name];
  const value = parse(words);
  if (value === undefined)
    throw new Failure('option-wrong', { option: name, value: typed, expected: expected ?? '' });
  return value;
}
