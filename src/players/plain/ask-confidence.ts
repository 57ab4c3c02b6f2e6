// How sure a person is of an answer, line by line. Asked again until understood.

import type { Confidence } from '../../history/records.js';
import type { Conversation } from './conversation.js';

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
