// A typed figure read as a number, in the notations people write; what could mean something else is not read at all.

import { foldCharacters } from '../text/fold.js';

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Sign or currency in front, in either order. */
const LEAD = /^(?:[~≈=]\s*)?(?:([+-])\s*)?(?:(?:US)?[$€£¥]\s*)?(?:([+-])\s*)?/;
/** Digits with what may group them or stand before decimals. */
const DIGITS = /^(?:\d(?:[\d.,_']|\s(?=\d{3}(?!\d)))*|[.,]\d+)/;
const POWER_OF_TEN = /^\s*[x×*·⋅]\s*10\s*(?:\^|\*\*)\s*([+-]?\d{1,3})(?!\d)/i;
const EXPONENT = /^\s*e([+-]?\d{1,3})(?![\d\p{L}])/iu;
const POWER = /^\s*(?:\^|\*\*)\s*([+-]?\d{1,3})(?!\d)/;
const WORDS: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/**
 * The number that was typed, with an optional unit behind: `8.76`, `8,760 h`, `99.9%`, `1e6`, `1.2 × 10³`, `10^5`, `1.234,5`, `,4`,
 * `–5`, `$100`, full-width digits. A comma before exactly three digits groups thousands, except after a lone zero (0,125) or
 * where something else groups; otherwise it is a decimal comma. Undefined where there is none, or more than one (`5 or 6`,
 * `1/2`, `5k`).
 */
export function parseFigure(typed: string): number | undefined {
  const text = plainFigure(typed);
  const lead = LEAD.exec(text);
  const rest = text.slice(lead?.[0].length ?? 0);
  const digits = DIGITS.exec(rest)?.[0].replace(/[.,'_]+$/, '');
  if (digits === undefined || /^0[xob]/i.test(rest)) return undefined;
  const mantissa = readDigits(digits);
  const scaled = mantissa === undefined ? undefined : scale(mantissa, rest.slice(digits.length));
  if (scaled === undefined || !isUnit(scaled.rest)) return undefined;
  const value = (lead?.[1] ?? lead?.[2]) === '-' ? -scaled.value : scaled.value;
  return Number.isFinite(value) ? value : undefined;
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
  const word = /^\s*(thousand|million|billion)\b/i.exec(text);
  const factor = WORDS[word?.[1]?.toLowerCase() ?? ''];
  return factor === undefined
    ? { value: mantissa, rest: text }
    : { value: mantissa * factor, rest: text.slice(word?.[0].length) };
}

/** Words that lead to a figure which belongs to the unit: per 24 h. */
const OF_THE_UNIT = /(?:\bper|\bin|\bwithin|\bevery|\beach|\/)\s*$/i;

/** What may stand behind a figure: a unit, also one with figures of its own (m/s2, per 24 h); no second figure. */
function isUnit(text: string): boolean {
  const unit = text.trim();
  if (unit === '' || /^[.,]$/.test(unit)) return true;
  // A bare prefix is as likely a thousand as a unit: better asked than guessed.
  if (/^(?:[kKMGT]$|x\s*\d)/.test(unit) || !/^(?:[\p{L}%‰°$€£¥("']|\/\s*\p{L})/u.test(unit)) return false;
  return [...unit.matchAll(/\d+/g)].every(({ index }) => {
    const before = unit.slice(0, index);
    return /[\p{L}^]-?$/u.test(before) || OF_THE_UNIT.test(before);
  });
}
