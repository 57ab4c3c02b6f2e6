// Files of so many questions as other programs would write them, for imports that take long.

/** A sheet: a single choice a row, each with a stem of its own. */
export function csvRows(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `row-${index},http-semantics,single-choice,"Which method fits case ${index}, and why?",GET,POST,PUT,DELETE,${'abcd'[index % 4]},"Because of case ${index}."`,
  );
  return ['id,topic,type,stem,a,b,c,d,correct,explanation', ...rows, ''].join('\n');
}

/** GIFT: a title and two reasons each. */
export function giftRows(count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `::Case ${index}::Which method fits case ${index}, and why? {\n=GET#It only reads.\n~POST#It may create ${index}.\n~PUT\n####Case ${index}.}\n`,
  ).join('\n');
}
