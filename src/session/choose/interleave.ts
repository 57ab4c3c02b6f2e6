// The order within a sitting: topics apart, one concept's items apart, a warm-up before the first open question.

import type { BankEntry } from '../../bank/entry.js';

/** The same entries with no two neighbours of one topic where that can be avoided, and of one concept if possible; otherwise in their order. */
export function interleave(entries: readonly BankEntry[], before?: BankEntry): BankEntry[] {
  const left = [...entries];
  const mixed: BankEntry[] = [];
  let last = before;
  while (left.length > 0) {
    [last] = left.splice(indexApart(left, last), 1) as [BankEntry];
    mixed.push(last);
  }
  return mixed;
}

/** The first that differs from the last in topic and, if possible, in concept. A topic with more than half of what is left has to come now. */
function indexApart(left: readonly BankEntry[], last: BankEntry | undefined): number {
  const counts = new Map<string, number>();
  for (const { topic } of left) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const pressing = [...counts].find(
    ([topic, count]) => topic !== last?.topic && 2 * count > left.length,
  )?.[0];
  const fits = ({ topic }: BankEntry) =>
    pressing === undefined ? topic !== last?.topic : topic === pressing;
  const otherConcept = ({ concepts }: BankEntry) => concepts[0] !== last?.concepts[0];
  const choices = [(entry: BankEntry) => fits(entry) && otherConcept(entry), fits, otherConcept];
  return Math.max(0, choices.map((choice) => left.findIndex(choice)).find((index) => index >= 0) ?? 0);
}

/** Closed questions before the first open one: minutes of typing are no beginning. */
const WARM_UP = 2;

/** Closed questions that stand later are brought forward, so that two come before the first open one where there are two. */
export function warmUp(entries: readonly BankEntry[]): BankEntry[] {
  const early = entries.filter(({ type }) => type !== 'open').slice(0, WARM_UP);
  const firstOpen = entries.findIndex(({ type }) => type === 'open');
  if (firstOpen < 0 || firstOpen >= early.length) return [...entries];
  return [...early, ...entries.filter((entry) => !early.includes(entry))];
}
