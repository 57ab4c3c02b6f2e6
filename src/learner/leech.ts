// Leeches: items that are missed again and again, so that asking once more teaches nothing.

/** An item missed this often is a leech: asking it once more will not help, reading its source may. */
export const LEECH_MISSES = 5;

/** An item with so many lapses (see `Card`) is suspended, and again at every fourth lapse after it was brought back: Anki's rule and threshold. */
const SUSPENDED_AT_LAPSES = 8;

/** True when the item has been missed so often that its source should be read before it is asked again. */
export function isLeech({ misses }: { readonly misses: number }): boolean {
  return misses >= LEECH_MISSES;
}

/** True at the lapse, the first being 1, that suspends an item. */
export function suspendsAt(lapses: number): boolean {
  return lapses >= SUSPENDED_AT_LAPSES && (lapses - SUSPENDED_AT_LAPSES) % (SUSPENDED_AT_LAPSES / 2) === 0;
}
