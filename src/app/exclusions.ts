// Options that cannot be obeyed together: refused, for one of them would be ignored without a word.

import { Failure } from '../text/failure.js';
import { OPTIONS, type OptionName, type Options } from './options.js';

/** The questions of an earlier sitting are settled: nothing that chooses questions goes with them. */
const CHOOSING: readonly OptionName[] = [
  'count',
  'seed',
  'topic',
  'concept',
  'level',
  'type',
  'tag',
  'role',
  'blueprint',
  'withOpen',
  'new',
  'due',
  'weak',
  'missed',
  'missedOf',
  'since',
  'from',
];

const EXCLUSIONS: readonly (readonly [OptionName, readonly OptionName[]])[] = [
  ['again', CHOOSING],
  ['new', ['due']],
  ['blueprint', ['count']],
  ['missedOf', ['missed', 'since']],
  ['plain', ['json']],
  ['brief', ['json']],
];

/** Throws Failure `options-exclude`. */
export function refuseExclusions(options: Options): void {
  for (const [one, others] of EXCLUSIONS)
    if (isGiven(options, one)) refuseBeside(flagOf(one), options, others);
  // A table is of the CSV alone, and without a clock no minutes run.
  const format = options.format ?? (options.output?.toLowerCase().endsWith('.csv') ? 'csv' : 'text');
  if (options.table !== undefined && format !== 'csv') exclude('--table', `--format ${format}`);
  if (options.minutes !== undefined && options.time === 'off') exclude('--minutes', '--time off');
}

/** The same for options that what is named in words leaves nothing to do for, such as questions by their ids. */
export function refuseBeside(subject: string, options: Options, others: readonly OptionName[]): void {
  const other = others.find((name) => isGiven(options, name));
  if (other !== undefined) exclude(subject, flagOf(other));
}

/** Questions that are named leave nothing to choose; the seed still shuffles their options. */
export function refuseChoosing(subject: string, options: Options): void {
  const others = CHOOSING.filter((name) => name !== 'seed');
  refuseBeside(subject, options, others);
}

function isGiven(options: Options, name: OptionName): boolean {
  const value = options[name];
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}

const flagOf = (name: OptionName) => /--[\w-]+/.exec(OPTIONS[name].flags)?.[0] ?? name;

function exclude(one: string, other: string): never {
  throw new Failure('options-exclude', { one, other });
}
