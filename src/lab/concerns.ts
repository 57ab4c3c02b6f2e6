// Which requests a behaviour is about, and counting them.

import type { Asked } from './lab-request.js';

/** True for the resources named; without names, for everything. */
export function concerns({ on }: { on?: string[] | undefined }, { resource }: Asked): boolean {
  return on === undefined || (resource !== null && on.includes(resource.name));
}

/** Counts requests of each method and path from 1; at most a thousand different ones are told apart. */
export function counter(): (asked: Asked) => number {
  const counts = new Map<string, number>();
  return ({ request }) => {
    const key = `${request.method} ${request.path}`;
    const count = (counts.get(key) ?? 0) + 1;
    if (counts.size < 1000 || counts.has(key)) counts.set(key, count);
    return count;
  };
}
