// What a zod definition says, as functions that read right values without its machinery: most files are right. The definition is walked
// once, so there is no second one; what is wrong, or of a kind that is not named here, is left to zod.

import type { z } from 'zod';
import { isRecord } from '../text/is-record.js';

/** No value: zod is to be asked. */
export const UNDECIDED = Symbol('undecided');

/** The value that zod gives, or UNDECIDED: always where zod finds an issue. */
export type QuickDecoder = (value: unknown) => unknown;

/** Runs the definition's own checks and transformations. */
export function quickDecoder(schema: z.core.$ZodType): QuickDecoder {
  const decode = decoderOf(schema as z.core.$ZodTypes);
  const checks = checksOf(schema);
  return checks.length === 0 ? decode : (value) => checked(decode(value), checks);
}

function decoderOf(schema: z.core.$ZodTypes): QuickDecoder {
  const { def } = schema._zod;
  switch (def.type) {
    case 'string':
      return keep((value) => typeof value === 'string');
    case 'boolean':
      return keep((value) => typeof value === 'boolean');
    case 'number':
      return keep(Number.isFinite);
    case 'enum':
    case 'literal': {
      const values: ReadonlySet<unknown> = schema._zod.values ?? new Set();
      return keep((value) => values.has(value));
    }
    case 'array':
      return listDecoder(quickDecoder(def.element));
    case 'object':
      return def.catchall?._zod.def.type === 'never' ? fieldsDecoder(def.shape) : undecided;
    case 'record':
      // Names of a settled set all have to be there.
      return def.keyType._zod.values === undefined
        ? recordDecoder(quickDecoder(def.keyType), quickDecoder(def.valueType))
        : undecided;
    case 'optional':
      return quickDecoder(def.innerType);
    case 'transform':
      return transformDecoder(def.transform);
    case 'pipe':
      return inTurn(quickDecoder(def.in), quickDecoder(def.out));
    default:
      return undecided;
  }
}

const undecided: QuickDecoder = () => UNDECIDED;

const keep =
  (isRight: (value: unknown) => boolean): QuickDecoder =>
  (value) =>
    isRight(value) ? value : UNDECIDED;

const inTurn =
  (first: QuickDecoder, second: QuickDecoder): QuickDecoder =>
  (value) => {
    const between = first(value);
    return between === UNDECIDED ? UNDECIDED : second(between);
  };

const listDecoder =
  (member: QuickDecoder): QuickDecoder =>
  (value) => {
    if (!Array.isArray(value)) return UNDECIDED;
    const decoded: unknown[] = [];
    for (const one of value) {
      const own = member(one);
      if (own === UNDECIDED) return UNDECIDED;
      decoded.push(own);
    }
    return decoded;
  };

const recordDecoder =
  (nameDecoder: QuickDecoder, decode: QuickDecoder): QuickDecoder =>
  (value) => {
    if (!isRecord(value)) return UNDECIDED;
    const decoded: Record<string, unknown> = {};
    for (const [name, given] of Object.entries(value)) {
      const own = decode(given);
      if (own === UNDECIDED || name in {} || nameDecoder(name) !== name) return UNDECIDED;
      decoded[name] = own;
    }
    return decoded;
  };

/** In the order of the definition, as zod gives them; none but these. */
function fieldsDecoder(shape: Readonly<Record<string, z.core.$ZodType>>): QuickDecoder {
  const fields = Object.entries(shape).map(([name, schema]) => ({
    name,
    decode: quickDecoder(schema),
    mayLack: schema._zod.optin === 'optional' && schema._zod.optout === 'optional',
  }));
  // So that a name which is there is the value's own.
  if (fields.some(({ name }) => name in {})) return undecided;
  return (value) => {
    if (!isRecord(value)) return UNDECIDED;
    const decoded: Record<string, unknown> = {};
    let count = 0;
    for (const { name, decode, mayLack } of fields) {
      const given = value[name];
      if (given === undefined && mayLack) continue;
      const own = decode(given);
      if (own === UNDECIDED) return UNDECIDED;
      decoded[name] = own;
      count += 1;
    }
    return Object.keys(value).length === count ? decoded : UNDECIDED;
  };
}

/** Those of a text's own format first. */
function checksOf(schema: z.core.$ZodType): z.core.$ZodCheck<unknown>[] {
  const own = schema._zod.traits.has('$ZodCheck') ? [schema as unknown as z.core.$ZodCheck<unknown>] : [];
  return [...own, ...(schema._zod.def.checks ?? [])] as z.core.$ZodCheck<unknown>[];
}

function checked(value: unknown, checks: readonly z.core.$ZodCheck<unknown>[]): unknown {
  if (value === UNDECIDED) return UNDECIDED;
  const payload: z.core.ParsePayload = { value, issues: [] };
  for (const check of checks) if (check._zod.check(payload) !== undefined) return UNDECIDED;
  return payload.issues.length === 0 ? payload.value : UNDECIDED;
}

/** One that asks for the context may find an issue. */
const transformDecoder = (transform: z.core.$ZodTransformDef['transform']): QuickDecoder =>
  transform.length > 1
    ? undecided
    : (value) => {
        const result = transform(value, { value, issues: [] });
        return result instanceof Promise ? UNDECIDED : result;
      };
