// A factor on time limits as it is typed and kept: 1.5, or off.

/** Above 0 and up to 10. Not null for `off`: commander takes null for "no value". */
export type TimeFactor = number | 'off';

const MOST = 10;

export function isTimeFactor(value: unknown): value is TimeFactor {
  return value === 'off' || (typeof value === 'number' && value > 0 && value <= MOST);
}

/** Undefined where it is neither in plain digits nor `off`: `0x2` and `1e-9` are no factors. */
export function readTimeFactor(typed: string): TimeFactor | undefined {
  const value = /^[\d.]+$/.test(typed) ? Number(typed) : typed;
  return isTimeFactor(value) ? value : undefined;
}
