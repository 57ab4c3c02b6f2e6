// What a program is told of how others said it: two strong answers and a wrong one, after an open question only.

import { expect, it } from 'vitest';
import { verdictEvent } from '../../../src/players/json/verdict-event.js';
import type { Exemplar } from '../../../src/question/exemplar.js';
import type { Question } from '../../../src/question/question.js';
import { open, trueFalse } from '../../support/questions.js';
import { verdictOn, viewOf } from '../sample-views.js';

const QUESTION = open();
const point = QUESTION.rubric[0]?.id ?? '';
const flag = QUESTION.avoid?.[0]?.id ?? '';
const said = (kind: Exemplar['kind'], voice: string, claims: object = {}): Exemplar => ({
  voice,
  kind,
  sentences: [{ text: `As ${voice}.`, ...claims }],
});
const others = [
  said('wrong', 'seller', { flags: [flag] }),
  said('strong', 'one', { points: [point, 'gone-since'] }),
  said('plain', 'two'),
  said('strong', 'three', { half: [point] }),
  said('strong', 'four'),
];
const told = (question: Question) =>
  verdictEvent(verdictOn(viewOf(question), null, { others })) as { others?: unknown };

it('voice, kind, and each sentence with the points, half points and red flags in it', () => {
  expect(told(QUESTION).others).toEqual([
    { voice: 'one', kind: 'strong', sentences: [{ text: 'As one.', points: [point], half: [], flags: [] }] },
    {
      voice: 'three',
      kind: 'strong',
      sentences: [{ text: 'As three.', points: [], half: [point], flags: [] }],
    },
    {
      voice: 'seller',
      kind: 'wrong',
      sentences: [{ text: 'As seller.', points: [], half: [], flags: [flag] }],
    },
  ]);
});

it('nothing is told of it after other questions', () => {
  expect(told(trueFalse())).not.toHaveProperty('others');
});
