// Builds dist/ before the quick loop where the bank, or what parses it, has changed since: these tests read the built pack alone.

import { buildIfOlderThan } from './build-if-older.js';

export default function packOnce(): void {
  buildIfOlderThan(['questions', 'src/bank', 'src/question', 'src/text']);
}
