// What a denial reaches.

import { expect, it } from 'vitest';
import { deniedWords } from '../../src/grading/denials.js';
import { cutTokens } from '../../src/grading/tokens.js';

function denied(text: string): string {
  const tokens = cutTokens(text);
  const marks = deniedWords(tokens);
  return tokens
    .filter((token, at) => (marks.here[at] || marks.wholly[at]) && token.telling)
    .map(({ word }) => word)
    .join(' ');
}

it.each([
  ['We retry with the same key.', ''],
  ['We never retry with the same key.', 'retry key'],
  ["We don't retry, but we keep the key.", 'retry'],
  ['Without a key, retries are dangerous.', 'key'],
  ['The order never matters.', 'order matters'],
  ['A cache is unnecessary here.', 'cache'],
  [
    'It is not true that the server stores the first result and replays it under that key.',
    'true server stores first result replays key',
  ],
  ['Not only the client but the server too.', ''],
  ['It never works without a key.', 'works'],
  ['We skip validation.', 'validation'],
  ['No.', ''],
])('%s', (text, expected) => {
  expect(denied(text)).toBe(expected);
});
