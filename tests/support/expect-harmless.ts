// Whatever was printed, nothing in it may steer a terminal.

import { expect } from 'vitest';
import { CONTROLS } from './hostile-pack.js';
import type { Ran } from './run.js';

/** No bug, and no control characters on stdout or stderr. */
export function expectHarmless({ out, err, code }: Ran): void {
  expect(code).toBeLessThanOrEqual(2);
  const steering = `${out}\n${err}`.split('\n').filter((line) => CONTROLS.test(line));
  expect(steering.map((line) => JSON.stringify(line))).toEqual([]);
}
