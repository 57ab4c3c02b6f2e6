// The activity calendar: weeks as columns, weekdays as rows, shades by answers.

import { cellWidth, padText } from '../text/fit.js';
import { counted } from '../text/number.js';
import type { Painter } from './painter.js';
import type { ActiveDay } from './summary-shape.js';
import { dayAfter, mondayOf, weeksBetween } from './weeks.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const NAMES = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'];
const MOST_WEEKS = 40;
/** A calendar of a newcomer still looks like one. */
const FEWEST_WEEKS = 12;

/** The first Monday of a calendar of so many weeks that ends with this day's week. */
export function firstMonday(day: string, weeks: number): string {
  return dayAfter(mondayOf(day), -7 * (weeks - 1));
}

/** The shade of a day, 0 (nothing) to 4, against the busiest days: quarters of what the upper tenth of days reach. */
export function shadeOf(answers: number, full: number): number {
  return answers === 0 ? 0 : Math.min(4, Math.max(1, Math.ceil((answers / Math.max(1, full)) * 4)));
}

/** Answers of a busy day: nine out of ten active days have no more. */
export function busyDay(activity: readonly ActiveDay[]): number {
  const counts = activity.map(({ answers }) => answers).sort((a, b) => a - b);
  return counts[Math.floor(counts.length * 0.9)] ?? counts.at(-1) ?? 0;
}

/** Lines of at most `width` cells, with a line of months above and a legend below. */
export function calendarLines(
  activity: readonly ActiveDay[],
  day: string,
  width: number,
  painter: Painter,
): string[] {
  if (activity.length === 0) return [];
  const since = weeksBetween(activity[0]?.day ?? day, day);
  const weeks = Math.min(Math.max(since, FEWEST_WEEKS), MOST_WEEKS, Math.floor((width - 4) / 2));
  const first = firstMonday(day, weeks);
  const byDay = new Map(activity.map((active) => [active.day, active.answers]));
  const full = busyDay(activity);
  const { shades } = painter.signs;
  const row = (weekday: number) =>
    Array.from({ length: weeks }, (_, week) => {
      const date = dayAfter(first, 7 * week + weekday);
      if (date > day) return '  ';
      const shade = shadeOf(byDay.get(date) ?? 0, full);
      const sign = `${shades[shade]} `;
      return shade === 0 ? painter.dim(sign) : painter.accent(sign);
    }).join('');
  const legend = `less ${shades.join(' ')} more; ${shades[4]} is ${counted(full, 'answer')} a day or more`;
  return [
    `    ${painter.dim(monthLine(first, weeks))}`,
    ...NAMES.map((name, weekday) => `${painter.dim(padText(name, 4))}${row(weekday)}`),
    ...(cellWidth(legend) <= width ? [painter.dim(legend)] : []),
  ];
}

/** The name of a month above the first week that begins in it, where there is room for it. */
function monthLine(first: string, weeks: number): string {
  let line = '';
  let shown = '';
  for (let week = 0; week < weeks; week += 1) {
    const month = MONTHS[Number(dayAfter(first, 7 * week).slice(5, 7)) - 1]!;
    if (
      month !== shown &&
      line.length <= 2 * week &&
      (week > 0 || Number(first.slice(8)) <= 21) &&
      2 * week + 3 <= 2 * weeks
    ) {
      line = `${line.padEnd(2 * week)}${month}`;
    }
    shown = month;
  }
  return line;
}
