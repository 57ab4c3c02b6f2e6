// Small checks of untrusted JSON. Each gives null when the value is fine, else the path of the first wrong field.

import { isInstant } from '../text/instant.js';
import { isRecord } from '../text/is-record.js';

/** Null: fine. Otherwise the path of what is wrong, relative to the value; empty when it is the value itself. */
export type Check = (value: unknown) => string | null;

/** Characters one text may have. */
export const MAX_TEXT = 20_000;
/** Members one list may have. */
export const MAX_LIST = 5_000;

const when = (fine: boolean): string | null => (fine ? null : '');

export const text: Check = (value) => when(typeof value === 'string' && value.length <= MAX_TEXT);
export const truth: Check = (value) => when(typeof value === 'boolean');
/** ms since the epoch, within the years that can be shown. */
export const instant: Check = (value) => when(isInstant(value));
/** 0 to 1. */
export const fraction: Check = (value) => when(isNumber(value) && value >= 0 && value <= 1);
/** A time span in ms, or another amount that can't be negative. */
export const amount: Check = (value) => when(isNumber(value) && value >= 0);
export const anyNumber: Check = (value) => when(isNumber(value));
/** A whole number from 0 that counts something a person did. */
export const index: Check = (value) =>
  when(isNumber(value) && Number.isInteger(value) && value >= 0 && value < 1e6);

export const like = (pattern: RegExp): Check => {
  return (value) => when(typeof value === 'string' && pattern.test(value));
};

export const oneOf = (allowed: readonly unknown[]): Check => {
  return (value) => when(allowed.includes(value));
};

export const orNull = (check: Check): Check => {
  return (value) => (value === null ? null : check(value));
};

export const optional = (check: Check): Check => {
  return (value) => (value === undefined ? null : check(value));
};

export const listOf = (check: Check): Check => {
  return (value) => {
    if (!Array.isArray(value) || value.length > MAX_LIST) return '';
    for (let place = 0; place < value.length; place += 1) {
      const wrong = check(value[place]);
      if (wrong !== null) return join(`[${place}]`, wrong);
    }
    return null;
  };
};

/** An object with members of one kind, whatever they are called. */
export const recordOf = (check: Check): Check => {
  return (value) => {
    if (!isRecord(value)) return '';
    for (const [name, member] of Object.entries(value)) {
      const wrong = check(member);
      if (wrong !== null) return join(name.slice(0, 40), wrong);
    }
    return null;
  };
};

/**
 * An object with these fields; the type makes a forgotten field a compile error. Fields not named are let through, for
 * they may be a later version's, unless they are nested so deeply that writing them would overflow the stack.
 */
export const fieldsOf = <T>(shape: { [Field in keyof T]-?: Check }): Check => {
  const entries = Object.entries<Check>(shape);
  return (value) => {
    if (!isRecord(value)) return '';
    let present = 0;
    for (const [field, check] of entries) {
      const member = value[field];
      const wrong = check(member);
      if (wrong !== null) return join(field, wrong);
      if (member !== undefined) present += 1;
    }
    const names = Object.keys(value);
    if (names.length === present) return null;
    const deep = names.find((name) => !Object.hasOwn(shape, name) && !isShallow(value[name]));
    return deep === undefined ? null : join(deep.slice(0, 40), '');
  };
};

/** Nested at most `levels` deep. */
export function isShallow(value: unknown, levels = 20): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels <= 0) return false;
  const members = Array.isArray(value) ? value : Object.values(value);
  for (const member of members)
    if (typeof member === 'object' && !isShallow(member, levels - 1)) return false;
  return true;
}

/** One of several shapes, told apart by `kind`. */
export const byKind = <T extends { kind: string }>(kinds: { [Kind in T['kind']]: Check }): Check => {
  return (value) => {
    if (!isRecord(value)) return '';
    const { kind } = value;
    return typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind as T['kind']](value) : 'kind';
  };
};

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function join(field: string, rest: string): string {
  return rest === '' || rest.startsWith('[') ? field + rest : `${field}.${rest}`;
}
