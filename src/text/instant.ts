// Which instants there are, decided once, and days as a person means them: where the learner is.

/** The first and the last instant (ms) that is taken: 1970 to 2999. Every day of them, and a century beyond, has four digits. */
export const FIRST_INSTANT = 0;
export const LAST_INSTANT = Date.UTC(3000, 0, 1) - 1;

/** True for an instant that can be kept, shown and reckoned with. */
export function isInstant(value: unknown): value is number {
  return typeof value === 'number' && value >= FIRST_INSTANT && value <= LAST_INSTANT;
}

/** True for a day of the calendar, YYYY-MM-DD, within those instants wherever one is. */
export function isDay(typed: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(typed)) return false;
  const instant = Date.parse(`${typed}T00:00:00Z`);
  // JavaScript takes 30 February for 2 March.
  return isInstant(instant) && new Date(instant).toISOString().startsWith(typed);
}

/** The instant (ms) at which a day, `days` after the one named, begins where the learner is. */
export function startOfDay(day: string, days = 0): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + days).getTime();
}
