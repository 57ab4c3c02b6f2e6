// Names and codes, and which words belong to them.

import { expect, it } from 'vitest';
import { anchorsIn, governingAnchors } from '../../src/grading/anchors.js';
import { bestEvidence } from '../../src/grading/evidence.js';
import { prepareAnswer } from '../../src/grading/prepared-answer.js';
import { prepareItem } from '../../src/grading/prepared-item.js';
import { cutTokens } from '../../src/grading/tokens.js';
import { open } from '../support/questions.js';

function governed(text: string): string[] {
  const tokens = cutTokens(text);
  const names = governingAnchors(tokens, new Set(anchorsIn(text, tokens)));
  return tokens.map(({ word }, at) => `${word}:${[...(names[at] ?? [])].join('+')}`);
}

it.each([
  ['A 401 asks, a 403 refuses.', 'a: 401:401 asks:401 a:401 403:403 refuses:403'],
  ['GET and HEAD read.', 'get:get and:get head:get+head read:get+head'],
  ['PUT replaces. It all goes.', 'put:put replaces:put it: all: goes:'],
  ['we put it there', 'we: put: it: there:'],
])('%s', (text, expected) => {
  expect(governed(text)).toEqual(expected.split(' '));
});

it('a wording holds less where its words are said of another name', () => {
  const question = open({
    stem: 'What do PUT and PATCH do?',
    rubric: [
      { id: 'put', text: 'PUT replaces the whole.', weight: 1, accept: ['put replaces the whole record'] },
      { id: 'patch', text: 'PATCH changes a part.', weight: 1, accept: ['patch changes one part'] },
    ],
  });
  const item = prepareItem(question, []);
  const held = (text: string) => bestEvidence(item.points[0]!.listed[0]!, prepareAnswer(item, text)).held;
  const right = held('PUT replaces the whole record and PATCH changes one part.');
  const swapped = held('PATCH replaces the whole record and PUT changes one part.');
  const dictated = held('put replaces the whole record and patch changes one part');
  expect(right).toBeCloseTo(1, 5);
  expect(dictated).toBeCloseTo(1, 5);
  expect(swapped).toBeLessThan(0.5);
});
