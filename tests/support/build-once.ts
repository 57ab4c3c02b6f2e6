// Builds dist/ once before the tests, unless nothing it is made of has changed since: everything that runs the real program shares it.

import { buildIfOlderThan } from './build-if-older.js';

export default function buildOnce(): void {
  buildIfOlderThan(['src', 'questions', 'scripts', 'package.json', 'package-lock.json']);
}
