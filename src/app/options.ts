// Options that several verbs share, and the reading of their values. Wrong values throw Failure `option-wrong`.

import type { Filter } from '../bank/filter.js';
import { LEVELS, QUESTION_TYPES, ROLES } from '../question/vocabulary.js';
import { Failure } from '../text/failure.js';
import type { OptionSpec, Options } from './command.js';

export const JSON_OPTION: OptionSpec = { flags: '--json', text: 'print JSON' };
export const YES_OPTION: OptionSpec = { flags: '-y, --yes', text: 'do not ask back' };
export const ASCII_OPTION: OptionSpec = { flags: '--ascii', text: 'no characters beyond ASCII' };
export const NOW_OPTION: OptionSpec = {
  flags: '--now <instant>',
  text: 'pretend it is this instant (ISO 8601)',
};

/** Which questions are meant. */
export const FILTER_OPTIONS: readonly OptionSpec[] = [
  { flags: '--topic <names>', text: 'topics, see api-quiz topics', list: true },
  { flags: '--concept <names>', text: 'concepts, see api-quiz topics', list: true },
  { flags: '--level <names>', text: LEVELS.join(', '), list: true },
  { flags: '--type <names>', text: QUESTION_TYPES.join(', '), list: true },
  { flags: '--tag <names>', text: 'tags', list: true },
  { flags: '--role <names>', text: ROLES.join(', '), list: true },
  {
    flags: '--pack <folder>',
    text: 'a folder of questions to add, or the name of a pack to keep to',
    list: true,
  },
];

export const COUNT_OPTION: OptionSpec = { flags: '-n, --count <number>', text: 'how many questions' };

/** How a sitting is run. */
export const SITTING_OPTIONS: readonly OptionSpec[] = [
  COUNT_OPTION,
  { flags: '--seed <number>', text: 'the same seed, history and --now give the same questions' },
  { flags: '--again <sitting>', text: 'the same questions with the same seed as an earlier sitting' },
  { flags: '--time <factor>', text: 'scales time limits, such as 1.5; off for none' },
  { flags: '--timer <style>', text: 'how time is shown', oneOf: ['live', 'quiet', 'off'] },
  { flags: '--confidence', text: 'ask how sure you are: guess 50 %, likely 75 %, sure 90 %' },
  { flags: '--plain', text: 'lines in, lines out; no cursor movement' },
  { flags: '--json', text: 'one JSON object per line both ways' },
  ASCII_OPTION,
  NOW_OPTION,
];

/** The values between commas. */
export function valuesIn(typed: string): string[] {
  return typed
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** The values of a list option. */
export function listOf(options: Options, name: string): string[] {
  const value = options[name];
  return Array.isArray(value) ? value : [];
}

/** The filter options as typed, `--pack` left out: it may also name folders. */
export function typedFilter(options: Options): { [K in keyof Filter]: string[] } {
  return {
    topics: listOf(options, 'topic'),
    concepts: listOf(options, 'concept'),
    levels: listOf(options, 'level'),
    types: listOf(options, 'type'),
    tags: listOf(options, 'tag'),
    roles: listOf(options, 'role'),
    packs: [],
  };
}

/** A whole number from `least` to `most`; undefined when not given. */
export function wholeNumber(options: Options, name: string, least: number, most: number): number | undefined {
  const typed = options[name];
  if (typeof typed !== 'string') return undefined;
  const value = Number(typed);
  if (!/^\d+$/.test(typed) || value < least || value > most) {
    throw new Failure('option-wrong', {
      option: `--${name}`,
      value: typed,
      expected: `a whole number from ${least} to ${most}`,
    });
  }
  return value;
}

/** The factor on time limits, null for off; undefined when not given. */
export function timeFactor(options: Options): number | null | undefined {
  const typed = options.time;
  if (typeof typed !== 'string') return undefined;
  if (typed === 'off') return null;
  const value = Number(typed);
  if (!(value > 0 && value <= 10)) {
    throw new Failure('option-wrong', {
      option: '--time',
      value: typed,
      expected: 'a factor above 0 and up to 10, or off',
    });
  }
  return value;
}

const INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** An instant in ms since the epoch; undefined when not given. A day alone is its start in UTC. */
export function instant(options: Options, name: string): number | undefined {
  const typed = options[name];
  if (typeof typed !== 'string') return undefined;
  const value = Date.parse(typed);
  if (!INSTANT.test(typed) || Number.isNaN(value)) {
    throw new Failure('option-wrong', {
      option: `--${name}`,
      value: typed,
      expected: 'an instant such as 2026-11-20T09:00:00Z',
    });
  }
  return value;
}
