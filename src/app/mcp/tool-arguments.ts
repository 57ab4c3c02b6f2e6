// Arguments of a tool as rows: from them its JSON Schema and the decoding of what a client sends.

import { isRecord } from '../../text/is-record.js';
import { safeLine } from '../../text/safe.js';

interface Values {
  text: string;
  texts: string[];
  whole: number;
  truth: boolean;
  anything: unknown;
}

type Kind = keyof Values;

export interface ArgumentRow<Of extends Kind = Kind> {
  kind: Of;
  about: string;
  required?: boolean;
  /** The values it can have, where they are few. */
  values?: readonly string[];
  /** Characters of a text, members of a list, or the largest number. */
  most?: number;
}

export type ArgumentRows = Readonly<Record<string, ArgumentRow>>;

/** What a call gives, by the rows it was decoded with; undefined: left out. */
export type ArgumentsOf<Rows extends ArgumentRows> = {
  readonly [Name in keyof Rows]?: Values[Rows[Name]['kind']] | undefined;
};

const MOST_TEXT = 1000;
const MOST_MEMBERS = 100;

/** The rows as a JSON Schema of an object. */
export function argumentsSchema(rows: ArgumentRows): { type: 'object'; [field: string]: unknown } {
  const named = Object.entries(rows);
  return {
    type: 'object',
    properties: Object.fromEntries(named.map(([name, row]) => [name, schemaOf(row)])),
    required: named.flatMap(([name, { required }]) => (required === true ? [name] : [])),
    additionalProperties: false,
  };
}

function schemaOf({ kind, about, values, most }: ArgumentRow): object {
  const told = { description: about };
  const member = { type: 'string', ...(values === undefined ? {} : { enum: [...values] }) };
  switch (kind) {
    case 'text':
      return { ...told, ...member, maxLength: most ?? MOST_TEXT };
    case 'texts':
      return { ...told, type: 'array', items: member, maxItems: most ?? MOST_MEMBERS };
    case 'whole':
      return { ...told, type: 'integer', minimum: 1, maximum: most ?? MOST_MEMBERS };
    case 'truth':
      return { ...told, type: 'boolean' };
    case 'anything':
      return told;
  }
}

/** The arguments of a call, or the first thing that is wrong with them, in a sentence. */
export function decodeArguments<Rows extends ArgumentRows>(
  rows: Rows,
  given: unknown,
): { values: ArgumentsOf<Rows> } | { refused: string } {
  if (given !== undefined && !isRecord(given)) return { refused: 'The arguments must be an object.' };
  const values = given ?? {};
  const unknown = Object.keys(values).find((name) => !Object.hasOwn(rows, name));
  if (unknown !== undefined)
    return {
      refused: `There is no argument "${safeLine(unknown).slice(0, 80)}" here; there are: ${namesOf(rows)}.`,
    };
  for (const [name, row] of Object.entries(rows)) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) {
      if (row.required === true) return { refused: `The argument "${name}" is missing: ${row.about}.` };
    } else if (!fits(row, value)) return { refused: `The argument "${name}" must be ${expected(row)}.` };
  }
  return { values: values as ArgumentsOf<Rows> };
}

const namesOf = (rows: ArgumentRows) => Object.keys(rows).join(', ') || 'none';

function fits({ kind, values, most }: ArgumentRow, value: unknown): boolean {
  const isWord = (word: unknown) =>
    typeof word === 'string' &&
    word.length <= (kind === 'text' ? (most ?? MOST_TEXT) : MOST_TEXT) &&
    (values === undefined || values.includes(word));
  switch (kind) {
    case 'text':
      return isWord(value);
    case 'texts':
      return Array.isArray(value) && value.length <= (most ?? MOST_MEMBERS) && value.every(isWord);
    case 'whole':
      return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= (most ?? MOST_MEMBERS);
    case 'truth':
      return typeof value === 'boolean';
    case 'anything':
      return true;
  }
}

function expected({ kind, values, most }: ArgumentRow): string {
  const words = values === undefined ? '' : ` out of ${values.join(', ')}`;
  switch (kind) {
    case 'text':
      return `a text${words || ` of at most ${most ?? MOST_TEXT} characters`}`;
    case 'texts':
      return `a list of at most ${most ?? MOST_MEMBERS} texts${words}`;
    case 'whole':
      return `a whole number from 1 to ${most ?? MOST_MEMBERS}`;
    case 'truth':
      return 'true or false';
    case 'anything':
      return 'given';
  }
}
