// What a person says of their own answer, line by line: how sure they are, and which points it made. Asked again until understood.

import type { Confidence } from '../../history/records.js';
import { renderOption } from '../../look/markdown.js';
import type { Theme } from '../../look/theme.js';

export interface Conversation {
  say(...lines: readonly string[]): void;
  next(): Promise<string | null | 'late'>;
}

const WORDS: readonly Confidence[] = ['guess', 'likely', 'sure'];

/** The confidence stated; null where the input ends or only Enter comes. */
export async function askConfidence({ say, next }: Conversation): Promise<Confidence | null> {
  for (;;) {
    say('How sure are you? 1 guess (50 %), 2 likely (75 %), 3 sure (90 %)');
    const typed = (await next())?.trim().toLowerCase() ?? '';
    if (typed === '') return null;
    const word = WORDS[Number(typed) - 1] ?? WORDS.find((one) => one === typed);
    if (word !== undefined) return word;
  }
}

export interface Ticking {
  message: string;
  points: readonly { id: string; text: string }[];
  /** Ids that Enter alone takes. */
  found: readonly string[];
  width: number;
  theme: Theme;
}

/** Ids of the points named by their numbers. */
export async function tickByLine(
  { message, points, found, width, theme }: Ticking,
  { say, next }: Conversation,
): Promise<string[]> {
  const suggested = points.flatMap((point, index) => (found.includes(point.id) ? [index + 1] : []));
  say(
    message,
    ...points.flatMap((point, index) =>
      renderOption(point.text, width, theme, { first: `  ${index + 1}. ` }),
    ),
  );
  for (;;) {
    say(
      `Type the numbers, 0 for none${suggested.length === 0 ? '' : `; Enter alone takes ${suggested.join(',')}, found in your words`}.`,
    );
    const line = ((await next()) ?? '').trim();
    if (line === '') return [...found];
    const typed = line.split(/[\s,;]+/).filter(Boolean);
    if (typed.every((number) => /^\d{1,2}$/.test(number) && Number(number) <= points.length))
      return points.filter((_, index) => typed.map(Number).includes(index + 1)).map((point) => point.id);
  }
}
