// A bar of fixed width.

import type { Theme } from './theme.js';

/** `share` from 0 to 1 as `cells` cells. */
export function bar(share: number, cells: number, { glyphs, accent, dim }: Theme): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * cells);
  return accent(glyphs.full.repeat(full)) + dim(glyphs.empty.repeat(cells - full));
}
