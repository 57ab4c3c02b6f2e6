// The rubric matcher suggests what a typed answer touches: all words of a phrase in one sentence, in any form and order.

import { describe, expect, it } from 'vitest';
import { matchRubric } from '../../src/question/rubric-match.js';
import { open } from '../support/questions.js';

describe('matchRubric', () => {
  it.each([
    ['the wording itself', 'Use the same idempotency key.', ['main'], []],
    ['other word forms, another order', 'Keys for idempotency stay the same when retrying', ['main'], []],
    ['any one of the accepted phrases', 'Retry with jitter, within a retry budget.', ['second', 'third'], []],
    ['words spread over two sentences are no phrase', 'The same approach. An idempotency key.', [], []],
    ['a red flag', 'It must retry forever', [], ['slip']],
    ['filler words of a phrase need not be said', 'A new key at each retry!', [], ['blunder']],
    ['nothing', '', [], []],
    ['only filler', 'It is what it is.', [], []],
  ])('%s', (_, text, met, flags) => {
    expect(matchRubric(open(), text)).toEqual({ text, met, flags });
  });
});
