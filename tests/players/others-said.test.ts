// How others said it: which answers are told, and what is marked in them.

import { expect, it } from 'vitest';
import { themeFor } from '../../src/look/theme.js';
import { othersLines, othersSaid } from '../../src/players/others-said.js';
import type { Exemplar } from '../../src/question/exemplar.js';
import { open } from '../support/questions.js';
import { viewOf } from './sample-views.js';

const QUESTION = open();
const [first] = QUESTION.rubric;
const [flag] = QUESTION.avoid ?? [];
const answer = (kind: Exemplar['kind'], voice: string): Exemplar => ({
  voice,
  kind,
  sentences: [
    { text: `I am ${voice}.` },
    { text: 'The same key again.', points: [first?.id ?? '', 'gone-since'] },
    ...(kind === 'wrong' ? [{ text: 'For \u001b[2Jever.', flags: [flag?.id ?? ''] }] : []),
  ],
});
const view = viewOf(QUESTION);
const others = [
  answer('wrong', 'career-changer'),
  answer('strong', 'one'),
  answer('plain', 'two'),
  answer('strong', 'three'),
  answer('strong', 'four'),
];

it('two strong voices, then the wrong one; points that are gone are not told', () => {
  const told = othersSaid({ view, others });
  expect(told.map(({ voice }) => voice)).toEqual(['one', 'three', 'career-changer']);
  expect(told[0]?.sentences[1]).toEqual({
    text: 'The same key again.',
    points: [first?.id],
    half: [],
    flags: [],
  });
  expect(othersSaid({ view, others: undefined })).toEqual([]);
});

it('sentences that make a point bear a sign and the point, and nothing in them moves the cursor', () => {
  const theme = themeFor({ NO_COLOR: '1' }, process.stdout, true);
  const lines = othersLines(QUESTION, othersSaid({ view, others }), 70, theme);
  const at = lines.findIndex((line) => line.includes('The same key again.'));
  expect(lines[at]?.startsWith(theme.glyphs.right)).toBe(true);
  expect(lines[at + 1]).toContain((first?.text ?? '').slice(0, 20));
  expect(lines[at - 1]).toMatch(/^ +I am one\.$/);
  const wrong = lines.findIndex((line) => line.includes('ever.'));
  expect(lines[wrong]?.startsWith(theme.glyphs.wrong)).toBe(true);
  expect(lines.join('')).not.toContain('\u001b[2J');
});
