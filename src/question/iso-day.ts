// A day as people write it -> YYYY-MM-DD, where it can be meant in one way only.

import { isDay } from '../text/instant.js';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** The day; undefined where it is none, or could be two: 03/04/2026 is one in London and another one in Boston. */
export function isoDay(typed: string): string | undefined {
  const text = typed.trim();
  const parts = yearFirst(text) ?? dayFirst(text) ?? inWords(text);
  if (parts === undefined) return undefined;
  const [year, month, day] = parts.map((part) => part.padStart(2, '0'));
  const iso = `${year}-${month}-${day}`;
  return isDay(iso) ? iso : undefined;
}

/** `2026/11/20`, `2026.11.20`, `2026-1-5`, `20261120`. */
function yearFirst(text: string): string[] | undefined {
  const found = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^(\d{4})()(\d\d)(\d\d)$/.exec(text);
  return found === null ? undefined : [found[1] ?? '', found[3] ?? '', found[4] ?? ''];
}

/** `20.11.2026`, which is always the day first; with strokes only where one of the two can be no month. */
function dayFirst(text: string): string[] | undefined {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (dotted !== null) return [dotted[3] ?? '', dotted[2] ?? '', dotted[1] ?? ''];
  const [, one = '', other = '', year = ''] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text) ?? [];
  if (year === '') return undefined;
  if (Number(one) > 12 || one === other) return [year, other, one];
  return Number(other) > 12 ? [year, one, other] : undefined;
}

/** `20 November 2026`, `Nov 20, 2026`. */
function inWords(text: string): string[] | undefined {
  const found =
    /^(?<day>\d{1,2})\.? (?<month>[a-z]{3,9})\.?,? (?<year>\d{4})$/i.exec(text) ??
    /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})$/i.exec(text);
  const { day = '', month = '', year = '' } = found?.groups ?? {};
  const place = MONTHS.findIndex((name) => month !== '' && name.startsWith(month.toLowerCase()));
  return place < 0 ? undefined : [year, String(place + 1), day];
}
