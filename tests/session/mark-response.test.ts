// Who marks an open answer, and what is kept of what was suggested.

import { expect, it } from 'vitest';
import { markOpenAnswer } from '../../src/grading/mark-open-answer.js';
import { suggestionOf } from '../../src/question/open-mark.js';
import type { Open } from '../../src/question/question.js';
import { markClear, markResponse } from '../../src/session/mark-response.js';
import type { Player } from '../../src/session/player.js';
import type { Sitting } from '../../src/session/sitting.js';
import { viewOf } from '../players/sample-views.js';
import { ONE_OF_EACH, open } from '../support/questions.js';

const sitting = {
  world: { markOpen: async (_: string, question: Open, text: string) => markOpenAnswer(question, [], text) },
} as unknown as Sitting;
const player = {
  selfMark: async (_, { suggestion }) => ({ ...suggestion, met: ['third'], half: ['main'] }),
} as Pick<Player, 'selfMark'> as Player;
const given = { text: 'Retry with the same idempotency key, with exponential backoff.', met: [], flags: [] };

it('the learner marks, and what was suggested is kept beside', async () => {
  const marked = await markResponse(sitting, viewOf(open()), given, player);
  expect(marked).toMatchObject({ markedBy: 'self', response: { met: ['third'], half: ['main'] } });
  expect(marked.suggested).toEqual(suggestionOf(markOpenAnswer(open(), [], given.text)));
});

it('an answer given aloud has no suggestion', async () => {
  const marked = await markResponse(sitting, viewOf(open()), { ...given, text: '' }, player);
  expect(marked).not.toHaveProperty('suggested');
});

it('in a paper what is clear counts, and nothing else', async () => {
  const { markedBy, response, suggested } = await markClear(sitting, viewOf(open()), given);
  expect(markedBy).toBe('matcher');
  expect((response as typeof given).met).toEqual(
    ['main', 'second', 'third'].filter((id) => suggested?.met.includes(id) && !suggested.look.includes(id)),
  );
});

it('any other answer is marked by its key', async () => {
  expect(await markResponse(sitting, viewOf(ONE_OF_EACH['true-false']), true, player)).toEqual({
    response: true,
    markedBy: 'key',
  });
});
