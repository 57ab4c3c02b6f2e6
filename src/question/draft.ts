// What an imported question may lack: in a draft pack it is a warning, and the field stays empty until somebody fills it.

import type { Path } from './locate.js';
import type { SchemaIssue } from './schema.js';

/** Stands in for what is missing while the rest is decoded. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  sources: [{ title: 'draft', url: 'https://draft.invalid/' }],
  reviewed: '2000-01-01',
  why: 'draft',
};
const EMPTY: Readonly<Record<string, unknown>> = { sources: [], reviewed: '', why: '' };

/** True for an issue that a draft may have. */
export function isDraftIssue({ code, path }: SchemaIssue): boolean {
  return code === 'field-missing' && Object.hasOwn(STAND_INS, String(path.at(-1)));
}

/** The data with stand-ins at these paths; the data itself is left alone. */
export function fillDraft(
  data: Readonly<Record<string, unknown>>,
  paths: readonly Path[],
): Record<string, unknown> {
  return setAt(data, paths, STAND_INS);
}

/** Decoded fields with the stand-ins taken out again: empty texts and lists. */
export function emptyDraft(
  fields: Readonly<Record<string, unknown>>,
  paths: readonly Path[],
): Record<string, unknown> {
  return setAt(fields, paths, EMPTY);
}

function setAt(
  data: Readonly<Record<string, unknown>>,
  paths: readonly Path[],
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const copy: Record<string, unknown> = structuredClone(data);
  for (const path of paths) {
    const last = String(path.at(-1));
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((value, step) => (isObject(value) ? Reflect.get(value, step) : undefined), copy);
    if (isObject(parent)) Reflect.set(parent, last, values[last]);
  }
  return copy;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
