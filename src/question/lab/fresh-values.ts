// Values that are new in every run of a lab, made from its seed: the same seed gives the same values.

import { sha256 } from '@noble/hashes/sha2.js';

/** Names that every lab knows besides its own. */
export const KNOWN_VALUES = ['token', 'api-key', 'client-id', 'client-secret', 'webhook-secret'] as const;

/** Values by their names; each is made when it is first asked for. */
export interface FreshValues {
  /** Undefined: there is none of this name. */
  get(name: string): string | undefined;
}

/** The values of a run: ten letters and digits each; the secret of webhooks as Standard Webhooks write it. */
export function freshValues(seed: string, names: readonly string[] = []): FreshValues {
  const known: readonly string[] = [...KNOWN_VALUES, ...names];
  const made = new Map<string, string>();
  return {
    get(name) {
      if (!made.has(name) && known.includes(name)) made.set(name, newValue(seed, name));
      return made.get(name);
    },
  };
}

function newValue(seed: string, name: string): string {
  // Node's own takes 4 ms to load, a fifth of what a lab's start costs.
  const digest = Buffer.from(sha256(Buffer.from(`${seed}\u0000${name}`)));
  return name === 'webhook-secret'
    ? `whsec_${digest.subarray(0, 24).toString('base64')}`
    : digest.toString('hex').slice(0, 10);
}

/** The text with `{{name}}` replaced; names that are unknown stay. */
export function fillIn(text: string, values: FreshValues): string {
  return text.replace(/\{\{([a-z0-9-]+)\}\}/g, (whole, name: string) => values.get(name) ?? whole);
}

/** The same in every text of a value. */
export function fillInAll<Value>(value: Value, values: FreshValues): Value {
  if (typeof value === 'string') return fillIn(value, values) as Value;
  if (Array.isArray(value)) return value.map((member: unknown) => fillInAll(member, values)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, fillInAll(member, values)]),
  ) as Value;
}
