// Figures in words: percentages and points without false precision.

/** `75 %`; the share is 0 to 1. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** At most `digits` decimals, none that are zero: 7.5, 10, 0.33. */
export function trimNumber(value: number, digits = 2): string {
  return String(Number(value.toFixed(digits)));
}

/** `1 answer`, `3 answers`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** `1st`, `8th`, `12th`, `22nd`. */
export function ordinal(count: number): string {
  const isTeen = count % 100 >= 11 && count % 100 <= 13;
  return `${count}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')}`;
}
