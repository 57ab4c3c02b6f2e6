// The CSV sheet: one documented table for authors, read and written. Which columns there are, and what a cell may hold.

/** Letters of the options; ordering, matching and rubric points use the same columns. */
export const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] as const;

export const COLUMNS = [
  'id',
  'topic',
  'concepts',
  'level',
  'type',
  'stem',
  ...LETTERS,
  'correct',
  ...LETTERS.map((letter) => `why_${letter}`),
  'explanation',
  'hint',
  'follow_up',
  'interviewer',
  'seconds',
  'tags',
  'source',
  'url',
] as const;
export type SheetColumn = (typeof COLUMNS)[number];

/** Other names people give these columns. */
export const ALIASES: Readonly<Record<string, SheetColumn>> = {
  question: 'stem',
  prompt: 'stem',
  text: 'stem',
  front: 'stem',
  term: 'stem',
  answer: 'correct',
  answers: 'correct',
  'correct answer': 'correct',
  'right answer': 'correct',
  key: 'correct',
  back: 'correct',
  definition: 'correct',
  concept: 'concepts',
  category: 'topic',
  difficulty: 'level',
  feedback: 'explanation',
  reason: 'explanation',
  why: 'explanation',
  'question type': 'type',
  'follow up': 'follow_up',
  'source title': 'source',
  'source url': 'url',
  link: 'url',
  tag: 'tags',
  time: 'seconds',
};

/** Between the sides of a pair, in one cell. */
export const PAIR_SIGN = ' => ';

/** A formula that was made harmless on the way out, as it was written; see `neutraliseFormula`. */
export function restoreFormula(cell: string): string {
  return cell.replace(/(^|[\n;|])(\s*)'(?=[=+\-@＝＋－＠])/g, '$1$2');
}
