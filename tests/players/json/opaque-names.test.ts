// Names that tell nothing: a blank called after what belongs there must not give it away.

import { expect, it } from 'vitest';
import { actOf } from '../../../src/players/json/json-messages.js';
import { toldResponse } from '../../../src/players/json/opaque-names.js';
import { questionEvent } from '../../../src/players/json/question-event.js';
import { cloze } from '../../support/questions.js';
import { viewOf } from '../sample-views.js';

const QUESTION = cloze({
  snippet: 'GET / HTTP/1.1\n{{if-none-match}}: "a"\n{{host}}: example.org',
  blanks: [
    { id: 'host', answers: ['Host'] },
    { id: 'if-none-match', answers: ['If-None-Match'] },
  ],
});
const VIEW = viewOf(QUESTION);

it('blanks are told by their place, and taken by it', () => {
  const body = questionEvent(VIEW, null);
  expect(body).toMatchObject({
    snippet: 'GET / HTTP/1.1\n{{b1}}: "a"\n{{b2}}: example.org',
    blanks: [{ id: 'b1' }, { id: 'b2' }],
  });
  const act = actOf(
    { action: 'answer', response: { b1: 'If-None-Match', b2: 'Host' } },
    VIEW,
    {} as never,
    () => {},
  );
  expect(act).toEqual({ kind: 'answer', response: { 'if-none-match': 'If-None-Match', host: 'Host' } });
  expect(toldResponse({ host: 'Host', 'if-none-match': 'x' }, VIEW)).toEqual({ b1: 'x', b2: 'Host' });
});
