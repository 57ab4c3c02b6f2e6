// What JSON calls an object: the one guard for values from outside.

/** An object that is no list; its members are not looked at. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
