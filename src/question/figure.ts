// A typed figure read as a number, in the notations people write; what could mean something else is not read at all.

import { foldCharacters } from '../text/fold.js';

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Sign or currency in front, in either order. */
const LEAD = /^(?:[~≈=]\s*)?(?:([+-])\s*)?(?:(?:US)?[$€£¥]\s*)?(?:([+-])\s*)?/;
/** Digits with what may group them or stand before decimals. */
const DIGITS = /^(?:\d(?:[\d.,_']|\s(?=\d{3}(?!\d)))*|[.,]\d+)/;
const POWER_OF_TEN = /^\s*[x×*·⋅]\s*10\s*(?:\^|\*\*)\s*([+-]?\d{1,3})(?!\d)/i;
const EXPONENT = /^\s*e([+-]?\d{1,3})(?!\d)/i;
const POWER = /^\s*(?:\^|\*\*)\s*([+-]?\d{1,3})(?!\d)/;
const WORDS: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/**
 * The number that was typed, with an optional unit behind: `8.76`, `8,760 h`, `99.9%`, `1e6`, `1.2 × 10³`, `10^5`, `1.234,5`, `,4`,
 * `–5`, `$100`, full-width digits. A comma before exactly three digits groups thousands, except after a lone zero (0,125) or
 * where something else groups; otherwise it is a decimal comma. Undefined where there is none, or more than one (`5 or 6`,
 * `1/2`, `5k`).
 */
export function parseFigure(typed: string): number | undefined {
  return splitFigure(typed)?.value;
}

/** No figure with its unit is longer. */
const LONGEST = 200;

/** The figure and the unit behind it, which is as it was typed. */
export function parseQuantity(typed: string): { value: number; unit: string } | undefined {
  const figure = typed.length > LONGEST ? undefined : splitFigure(typed);
  if (figure === undefined) return undefined;
  const folded = figure.rest.trim();
  const letters = [...typed];
  const tails = letters.map((_, at) => letters.slice(at).join(''));
  const unit = folded === '' ? '' : tails.find((tail) => plainFigure(tail) === folded);
  return { value: figure.value, unit: (unit ?? folded).trim() };
}

function splitFigure(typed: string): { value: number; rest: string } | undefined {
  const text = plainFigure(typed);
  const lead = LEAD.exec(text);
  if (lead?.[1] !== undefined && lead[2] !== undefined) return undefined;
  const rest = text.slice(lead?.[0].length ?? 0);
  const digits = DIGITS.exec(rest)?.[0].replace(/[.,'_]+$/, '');
  if (digits === undefined || /^0[xob]/i.test(rest)) return undefined;
  const mantissa = readDigits(digits);
  const scaled = mantissa === undefined ? undefined : scale(mantissa, rest.slice(digits.length));
  if (scaled === undefined || !isUnit(scaled.rest)) return undefined;
  const value = (lead?.[1] ?? lead?.[2]) === '-' ? -scaled.value : scaled.value;
  return Number.isFinite(value) ? { value, rest: scaled.rest } : undefined;
}

/** One way to write each character; raised figures become `^2`. */
function plainFigure(typed: string): string {
  const raised = typed.replace(
    /[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
    (power) =>
      `^${[...power].map((sign) => (sign === '⁻' ? '-' : sign === '⁺' ? '' : RAISED_DIGITS.indexOf(sign))).join('')}`,
  );
  return foldCharacters(raised)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replace(/(\^|\*\*)\s*(?:\(\s*([+-]?\d+)\s*\)|\{\s*([+-]?\d+)\s*\})/g, '$1$2$3')
    .replace(/[!?]+$/, '');
}

/** Digits with their separators as a number; undefined where they group nothing that people group. */
function readDigits(digits: string): number | undefined {
  const grouped = /[\s'_]/.test(digits);
  if (grouped && !/^\d{1,3}([\s'_])\d{3}(?:\1\d{3})*(?:[.,]\d+)?$/.test(digits)) return undefined;
  const bare = digits.replace(/[\s'_]/g, '');
  const marks = bare.replace(/\d/g, '');
  const last = marks.at(-1) ?? '';
  if (marks === '') return Number(bare);
  if (marks.length === 1)
    return Number(isGroupingComma(bare, grouped) ? bare.replace(',', '') : bare.replace(',', '.'));
  // Several marks: those of one kind group, a last one of the other kind stands before decimals.
  const [whole = '', decimals = ''] = marks.includes(last === ',' ? '.' : ',')
    ? cutAtLast(bare, last)
    : [bare];
  return /^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.test(whole)
    ? Number(`${whole.replace(/[.,]/g, '')}.${decimals || '0'}`)
    : undefined;
}

const isGroupingComma = (bare: string, grouped: boolean) => !grouped && /^(?!0,)\d{1,3},\d{3}$/.test(bare);

function cutAtLast(text: string, mark: string): [string, string] {
  const place = text.lastIndexOf(mark);
  return [text.slice(0, place), text.slice(place + 1)];
}

/** The number times what follows it directly: a power, a power of ten, or a word for one. */
function scale(mantissa: number, text: string): { value: number; rest: string } | undefined {
  const power = POWER.exec(text);
  if (power) return { value: mantissa ** Number(power[1]), rest: text.slice(power[0].length) };
  const ten = POWER_OF_TEN.exec(text) ?? EXPONENT.exec(text);
  if (ten) return { value: Number(`${mantissa}e${ten[1]}`), rest: text.slice(ten[0].length) };
  const word = /^\s*(dozen|hundred|thousand|million|billion|trillion)\b/i.exec(text);
  const factor = WORDS[word?.[1]?.toLowerCase() ?? ''];
  return factor === undefined
    ? { value: mantissa, rest: text }
    : { value: mantissa * factor, rest: text.slice(word?.[0].length) };
}

/** Words that lead to a figure which belongs to the unit: per 24 h. */
const OF_THE_UNIT = /(?:\bper|\bin|\bwithin|\bevery|\beach|\/)\s*$/i;

/** A prefix without its unit (5k, 100k/day, 5 M requests) is as likely a thousand as a unit: better asked than guessed. */
const BARE_PREFIX = /^[kKMGT](?![\p{L}\d])/u;
/** Words that multiply or add, and are not read. */
const MORE_OF_THE_FIGURE =
  /^(?:mio|mrd|mln|mn|bn|billi?arde?n?|lakh|crore|(?:and|or|to)\s+(?:an?\s+|one\s+)?(?:half|third|quarter|one|two|three|four|five|six|seven|eight|nine|ten|a hundred|twenty|thirty|fifty))\b/i;
/** A span in several units (2h30, 5m30s), or a second exponent. */
const SECOND_PART = /^(?:h|d|e|min|s|ms|m(?=\d\d))\d/i;

/** What may stand behind a figure: a unit, also one with figures of its own (m/s2, per 24 h); no second figure. */
function isUnit(text: string): boolean {
  const unit = text.trim();
  if (unit === '' || /^[.,]$/.test(unit)) return true;
  if ([BARE_PREFIX, MORE_OF_THE_FIGURE, SECOND_PART, /^x\s*\d/].some((other) => other.test(unit)))
    return false;
  if (!/^(?:[\p{L}%‰°$€£¥("']|\/\s*\p{L})/u.test(unit)) return false;
  return [...unit.matchAll(/\d+/g)].every(({ index }) => {
    const before = unit.slice(0, index);
    return /[\p{L}^]-?$/u.test(before) || OF_THE_UNIT.test(before);
  });
}
