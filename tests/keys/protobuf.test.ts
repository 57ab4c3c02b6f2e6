// Keys about Protocol Buffers: messages encoded byte by byte, as the encoding guide of the format describes it.

import { expect, it } from 'vitest';
import { codeBlock, expectChosen, expectFigure, inlineCode, readQuestion } from './question-key.js';

interface Field {
  type: string;
  name: string;
  number: number;
  optional?: boolean;
}
type Value = number | string | boolean;

function varint(value: bigint): number[] {
  const rest = value >> 7n;
  const low = Number(value & 0x7fn);
  return rest === 0n ? [low] : [low | 0x80, ...varint(rest)];
}

const LENGTH = 2;
const WIRE_TYPES: Record<string, number> = { string: LENGTH, fixed32: 5, float: 5, fixed64: 1, double: 1 };

function content(type: string, value: Value): number[] {
  if (type === 'string') {
    const bytes = [...Buffer.from(String(value))];
    return [...varint(BigInt(bytes.length)), ...bytes];
  }
  const whole = BigInt(value);
  if (WIRE_TYPES[type] === 5) return new Array<number>(4).fill(Number(whole) & 0xff);
  if (WIRE_TYPES[type] === 1) return new Array<number>(8).fill(Number(whole) & 0xff);
  // sint32 is ZigZag; int32 is 64-bit two's complement.
  const unsigned =
    type === 'sint32' ? (whole < 0n ? -2n * whole - 1n : 2n * whole) : BigInt.asUintN(64, whole);
  return varint(unsigned);
}

const tag = ({ type, number }: Field) => varint(BigInt((number << 3) | (WIRE_TYPES[type] ?? 0)));

/** Fields in the order of their numbers; with implicit presence a default is left out. */
function encode(fields: readonly Field[], values: Readonly<Record<string, Value>>): number[] {
  return fields
    .toSorted((one, other) => one.number - other.number)
    .flatMap((field) => {
      const value = values[field.name];
      const isDefault = value === 0 || value === '' || value === false;
      if (value === undefined || (isDefault && !field.optional)) return [];
      return [...tag(field), ...content(field.type, value)];
    });
}

/** What a reader with these fields finds: string and varint records, unknown numbers skipped. */
function decode(fields: readonly Field[], bytes: readonly number[]): Record<string, Value> {
  const found: Record<string, Value> = {};
  let at = 0;
  const next = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = BigInt(bytes[at++] as number);
      value |= (byte & 0x7fn) << shift;
      if (byte < 0x80n) return value;
    }
  };
  while (at < bytes.length) {
    const head = Number(next());
    const field = fields.find(({ number }) => number === head >> 3);
    if ((head & 7) === LENGTH) {
      const end = Number(next()) + at;
      if (field) found[field.name] = Buffer.from(bytes.slice(at, end)).toString();
      at = end;
    } else {
      const raw = next();
      const zigZag = (raw & 1n) === 1n ? -(raw + 1n) / 2n : raw / 2n;
      if (field) found[field.name] = Number(field.type === 'sint32' ? zigZag : BigInt.asIntN(64, raw));
    }
  }
  return found;
}

const fieldsOf = (proto: string): Field[] =>
  [...proto.matchAll(/(optional )?(\w+) (\w+) = (\d+)/g)].map(([, optional, type, name, number]) => ({
    type: type as string,
    name: name as string,
    number: Number(number),
    optional: optional !== undefined,
  }));

it('the encoding is the one of the format (examples of its guide)', () => {
  const a = [{ type: 'int32', name: 'a', number: 1 }];
  expect(encode(a, { a: 150 })).toEqual([0x08, 0x96, 0x01]);
  const b = [{ type: 'string', name: 'b', number: 2 }];
  expect(encode(b, { b: 'testing' })).toEqual([0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67]);
  expect([0, -1, 1, -2, 0x7fffffff].map((value) => content('sint32', value)[0])).toEqual([0, 1, 2, 3, 0xfe]);
  expect(content('int32', -2)).toEqual([0xfe, ...new Array(8).fill(0xff), 0x01]);
});

it('bytes-of-a-three-field-message: the message of the stem', () => {
  const question = readQuestion('bytes-of-a-three-field-message', 'numeric');
  const fields = fieldsOf(codeBlock(question));
  const values = Object.fromEntries(
    [...question.stem.matchAll(/`(\w+)` = (\d+)/g)].map(([, name, value]) => [name as string, Number(value)]),
  );
  expect(Object.keys(values)).toEqual(fields.map(({ name }) => name));
  const withDefaults = encode(
    fields.map((field) => ({ ...field, optional: true })),
    values,
  );
  expectFigure(question, encode(fields, values).length, withDefaults.length);
});

it('what-protobuf-sends-instead-of-names: what has to change for the bytes to change', () => {
  const question = readQuestion('what-protobuf-sends-instead-of-names', 'single-choice');
  const proto = codeBlock(question);
  const fields = fieldsOf(proto);
  const text = (changed: readonly Field[], name = 'reserved_for_staff') =>
    encode(changed, { row: 'C', number: 4, [name]: true }).join();
  const bytes = text(fields);
  const renamed = (name: string) => fieldsOf(proto.replace('reserved_for_staff', name));
  const renumbered = fields.map((field) =>
    field.name === 'reserved_for_staff' ? { ...field, number: 9 } : field,
  );
  expectChosen(question, {
    position: text(fields.toReversed()) !== bytes,
    number: text(renumbered) !== bytes,
    'short-name': text(renamed('staff_only'), 'staff_only') !== bytes,
    hash: text(renamed('reserved'), 'reserved') !== bytes,
  });
});

it('negative-temperatures-swell-the-payload: the sizes of the types', () => {
  const question = readQuestion('negative-temperatures-swell-the-payload', 'single-choice');
  const message = (type: string, value: number) =>
    encode([{ type, name: 'tenths', number: 1 }], { tenths: value });
  const sizes = (type: string) => new Set([-300, -225, -150].map((value) => content(type, value).length));
  const cold = message('int32', -300);
  const is = (type: string, bytes: number) => sizes(type).size === 1 && sizes(type).has(bytes);
  expect(message('int32', 240)).toHaveLength(3);
  expectChosen(question, {
    text: Buffer.from(cold).includes('-300'),
    sint: is('int32', 10) && is('sint32', 2),
    tags: cold.length - content('int32', -300).length > 1,
    fixed: is('int32', 8) && content('float', -300).length === 4,
  });
});

it('discount-zero-or-not-set: which change lets a set zero arrive', () => {
  const question = readQuestion('discount-zero-or-not-set', 'single-choice');
  const declared = fieldsOf(inlineCode({ text: question.stem.replace('`UpdateOffer`', '') }))[0] as Field;
  expect(declared).toMatchObject({ type: 'int32', name: 'discount_percent', number: 4 });
  const told = (field: Field, value: number) =>
    encode([field], { [field.name]: value }).join() !== encode([field], {}).join();
  expectChosen(question, {
    optional: told({ ...declared, optional: true }, 0),
    'send-zero': told(declared, 0) || told(declared, 0),
    // proto3 takes no such label: a field is either optional, with presence, or without it.
    required: told({ ...declared, optional: false }, 0),
    'wire-type': told({ ...declared, type: 'fixed32' }, 0),
  });
});

it('recycled-field-number-in-a-patient-record: an archived record read with the new schema', () => {
  const question = readQuestion('recycled-field-number-in-a-patient-record', 'single-choice');
  const [old, recycled] = fieldsOf(question.stem) as [Field, Field];
  expect(old.number).toBe(recycled.number);
  let read: Record<string, Value> | undefined;
  try {
    read = decode([recycled], encode([old], { [old.name]: 'AB-123' }));
  } catch {
    read = undefined;
  }
  const names = Object.keys(read ?? {});
  expectChosen(question, {
    'parse-error': read === undefined,
    'shown-wrong': read?.[recycled.name] === 'AB-123',
    dropped: read !== undefined && names.length === 0,
    both: names.length > 1,
  });
});

it('schema-changes-before-release: old and new readers on each other’s messages', () => {
  const question = readQuestion('schema-changes-before-release', 'multiple-choice');
  const before = fieldsOf('string flight = 1; string note = 3; int32 delay = 5; string unused = 7');
  const values = { flight: 'BA 1', note: 'late', delay: 5 };
  /** Both directions keep every value of the fields that both sides still have, under the name both use. */
  const isSafe = (changed: readonly Field[]) =>
    [
      [before, changed],
      [changed, before],
    ].every(([writer, reader]) => {
      const got = decode(reader as Field[], encode(writer as Field[], values));
      return Object.entries(values).every(([name, value]) => got[name] === value);
    });
  const change = (name: string, to: Partial<Field>) =>
    before.map((field) => (field.name === name ? { ...field, ...to } : field));
  expectChosen(question, {
    add: isSafe([...before, ...fieldsOf('string gate = 9')]),
    'remove-reserve': isSafe(before.filter(({ name }) => name !== 'unused')),
    reorder: isSafe(before.toReversed()),
    renumber: isSafe(before.map((field, index) => ({ ...field, number: index + 1 }))),
    'int-sint': isSafe(change('delay', { type: 'sint32' })),
  });
});

it('size-claims-protobuf-and-json: small numbers, long texts, and no compression', () => {
  const question = readQuestion('size-claims-protobuf-and-json', 'multiple-choice');
  const size = (type: string, value: Value) => encode([{ type, name: 'value', number: 1 }], { value }).length;
  const jsonSize = (value: Value) => JSON.stringify({ value }).length;
  const text = 'lorem ipsum '.repeat(500);
  const grows = [1, 127, 128, 20_000].map((value) => content('int32', value).length);
  const ratios = [1, 1e6, 'ab', text].map(
    (value) => size(typeof value === 'string' ? 'string' : 'int32', value) / jsonSize(value),
  );
  expectChosen(question, {
    numbers: grows.join() === '1,1,2,3',
    'text-heavy': Math.abs((ratios.at(-1) as number) - 1) < 0.01,
    thirty: ratios.every((ratio) => Math.abs(ratio - 0.7) < 0.01),
    'json-compact': ratios.some((ratio) => ratio > 1),
    'auto-gzip': size('string', text) < text.length,
  });
});
