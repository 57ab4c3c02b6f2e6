// Who a question is in the history: two hashes, of all that is shown and of what is right.

import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { Question } from './question.js';
import { keyOf } from './type-rules.js';

/** Hash of the whole content: which text was seen. 16 hex digits. */
export function contentHash(question: Question): string {
  return hashOf(question);
}

/** Hash of type and key: answers made under another one are regraded or left out of mastery. 16 hex digits. */
export function keyHash(question: Question): string {
  return hashOf([question.type, keyOf(question)]);
}

function hashOf(value: unknown): string {
  return hash('sha256', canonicalJson(value), 'hex').slice(0, 16);
}
