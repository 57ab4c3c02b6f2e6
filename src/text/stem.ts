// Words cut to their stems (Porter 1980), so that retries and retried count as one. The only file that knows stemmer.

import { stemmer } from 'stemmer';

/** The stem of one lower-case English word. */
export function stemOf(word: string): string {
  return stemmer(word);
}
