// A GIFT file cut where a blank line ends a question, and Moodle's ordering block, which the grammar does not know.

export interface GiftBlock {
  text: string;
  /** 1-based line of its first line. */
  line: number;
  /** The line of the file for each of its lines. */
  lines: readonly number[];
}

/** A question that was never closed does not swallow the rest of the file. */
const LONGEST_BLOCK = 400;

/** Blocks in order; a blank line within open braces does not end one. Comments stay with what follows them. */
export function* cutGiftBlocks(text: string): Generator<GiftBlock> {
  let lines: string[] = [];
  let numbers: number[] = [];
  let open = false;
  const taken = (): GiftBlock => ({
    text: lines.join('\n'),
    line: firstLine(lines, numbers),
    lines: numbers,
  });
  for (const [index, line] of text.split('\n').entries()) {
    const isBlank = line.trim() === '';
    if (isBlank && (!open || lines.length >= LONGEST_BLOCK)) {
      if (hasContent(lines)) yield taken();
      // Comments before a question may name its id.
      if (hasContent(lines)) [lines, numbers] = [[], []];
      open = false;
      continue;
    }
    // Blank lines within braces would stop the grammar as they stop Moodle.
    if (isBlank) continue;
    lines.push(line);
    numbers.push(index + 1);
    if (!isComment(line)) open = isOpenAfter(open, line);
    if (/^\s*\$CATEGORY:/.test(line)) {
      yield taken();
      [lines, numbers] = [[], []];
    }
  }
  if (hasContent(lines)) yield taken();
}

/** Comments in front are not where a question begins. */
const firstLine = (lines: readonly string[], numbers: readonly number[]) =>
  numbers[lines.findIndex((line) => !isComment(line))] ?? numbers[0] ?? 1;

const isComment = (line: string) => /^\s*\/\//.test(line);
const hasContent = (lines: readonly string[]) => lines.some((line) => line.trim() !== '' && !isComment(line));

/** Are braces open behind this line? Escaped ones do not count. */
function isOpenAfter(open: boolean, line: string): boolean {
  let now = open;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '{') now = true;
    else if (line[at] === '}') now = false;
  }
  return now;
}

const ORDERING = /(?<!\\)\{>\d*[ \t]*[A-Z_ \d]*[a-z]*[ \t]*\n([\s\S]*?)\n?\s*\}\s*$/;

/** The block as the grammar can read it, meaning what it means in Moodle: an ordering becomes an essay. */
export const asGrammarHasIt = (block: string): string =>
  withSignsOfMatches(withBracketsOfTags(block.replace(ORDERING, '{}')));

/** `[tag:a\]b]`: the grammar ends at the first bracket; what stands there becomes part of a name of ours, where no bracket may be. */
const withBracketsOfTags = (block: string) =>
  block.replace(/^\s*\/\/.*$/gm, (comment) => comment.replaceAll('\\]', ')'));

/** In a match `#` begins no feedback: it is text. Answers all of which have an arrow are a match. */
function withSignsOfMatches(block: string): string {
  return block.replace(/(?<!\\)\{((?:\\.|[^\\{}])*)\}/s, (whole, inside: string) => {
    const feedback = inside.search(/(?<!\\)####/);
    const answers = feedback < 0 ? inside : inside.slice(0, feedback);
    if (!isMatch(answers)) return whole;
    return `{${answers.replace(/(?<!\\)#/g, '\\#')}${inside.slice(answers.length)}}`;
  });
}

function isMatch(answers: string): boolean {
  const [before = '', ...pairs] = answers.replace(/\\./gs, '').split('=');
  return (
    before.trim() === '' &&
    pairs.length > 1 &&
    pairs.every((pair) => pair.includes('->') && !pair.includes('~'))
  );
}

/** The items of `{>5 ALL VERTICAL ABSOLUTE_POSITION SHOW none …}`, one a line and not unescaped; undefined elsewhere. */
export function readOrdering(block: string): string[] | undefined {
  const found = ORDERING.exec(block);
  const items = found?.[1]
    ?.split('\n')
    .map((item) => item.trim())
    .filter(Boolean);
  return items?.length ? items : undefined;
}
