// The kinds of options: how a typed value is read. Wrong values throw Failure `option-wrong`.

import { Failure } from '../text/failure.js';
import { isDay, isInstant, startOfDay } from '../text/instant.js';
import { readTimeFactor, type TimeFactor } from '../text/time-factor.js';

/** One option; `read` is given what was typed and, for a list, what was read before. */
export interface OptionRow<Value> {
  /** As commander writes them: `--topic <names>`, `-j, --json`. */
  flags: string;
  text: string;
  /** The values it can have, where they are few. */
  values?: readonly string[];
  /** Those values are checked by commander, which names them all. */
  closed?: boolean;
  read(typed: string, before?: Value): Value;
}

/** Present or not. */
export function flag(flags: string, text: string): OptionRow<boolean> {
  return { flags, text, read: () => true };
}

export function text(flags: string, text: string): OptionRow<string> {
  return { flags, text, read: (typed) => typed };
}

export function oneOf<Name extends string>(
  flags: string,
  text: string,
  values: readonly Name[],
): OptionRow<Name> {
  return {
    flags,
    text,
    values,
    closed: true,
    read: (typed) => values.find((value) => value === typed) ?? wrong(flags, typed, values.join(', ')),
  };
}

/** May be given several times, each with several values between commas, which `cut` finds. */
export function list(
  flags: string,
  text: string,
  values?: readonly string[],
  cut: (typed: string) => string[] = valuesIn,
): OptionRow<string[]> {
  return {
    flags,
    text,
    ...(values === undefined ? {} : { values }),
    read(typed, before = []) {
      const names = cut(typed);
      // `--topic "$UNSET"` would otherwise mean every topic.
      return names.length > 0 ? [...before, ...names] : wrong(flags, typed, 'at least one name');
    },
  };
}

/** The values between commas. */
export function valuesIn(typed: string): string[] {
  return typed
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** A whole number from `least` to `most`. */
export function wholeNumber(flags: string, text: string, least: number, most: number): OptionRow<number> {
  return {
    flags,
    text,
    read(typed) {
      const value = Number(typed);
      return /^\d+$/.test(typed) && value >= least && value <= most
        ? value
        : wrong(flags, typed, `a whole number from ${least} to ${most}`);
    },
  };
}

/** A factor on time limits, or `off`. */
export function factor(flags: string, text: string): OptionRow<TimeFactor> {
  return {
    flags,
    text,
    read: (typed) => readTimeFactor(typed) ?? wrong(flags, typed, 'a factor above 0 and up to 10, or off'),
  };
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?$/;

/** The instant meant by a day, or a day and a time of day; undefined where it is none, or none that can be kept. */
export function instantIn(typed: string): number | undefined {
  if (isDay(typed)) return startOfDay(typed);
  const value = INSTANT.test(typed) && isDay(typed.slice(0, 10)) ? Date.parse(typed) : Number.NaN;
  return isInstant(value) ? value : undefined;
}

/** An instant in ms since the epoch, of those that can be kept. A day alone is its start where the learner is. */
export function instant(flags: string, text: string): OptionRow<number> {
  return {
    flags,
    text,
    read(typed) {
      const value = instantIn(typed);
      if (value !== undefined) return value;
      const range = 'an instant of the years 1970 to 2999';
      return wrong(flags, typed, INSTANT.test(typed) ? range : 'an instant such as 2026-11-20T09:00:00Z');
    },
  };
}

function wrong(flags: string, value: string, expected: string): never {
  throw new Failure('option-wrong', { option: /--[\w-]+/.exec(flags)?.[0] ?? flags, value, expected });
}
