// A conversation: what is probed for, what a probe brings out, going on after an interruption, another try.

import { expect, it } from 'vitest';
import { markOpenAnswer } from '../../src/grading/mark-open-answer.js';
import { decodeSegment } from '../../src/history/decode-segment.js';
import type { SittingHeader, Step } from '../../src/history/records.js';
import { lateIn, probesFor, wholeText } from '../../src/session/converse.js';
import { changeWords } from '../../src/session/try-again.js';
import { verdictOn, viewOf } from '../players/sample-views.js';
import { open } from '../support/questions.js';

const question = open({
  rubric: open().rubric.map((point) => ({ ...point, probe: `And ${point.id}?` })),
  followUp: 'And then?',
});
const mark = (text: string) => markOpenAnswer(question, [], text);

it('probes for the two heaviest points that are not found', () => {
  expect(
    probesFor(question, mark('Something else that I would rather talk about.')).map(({ point }) => point),
  ).toEqual(['main', 'second']);
  expect(
    probesFor(question, mark('I send the same idempotency key again.')).map(({ question: asked }) => asked),
  ).toEqual(['And second?', 'And third?']);
});

it('the follow-up, where nothing can be probed for', () => {
  const bare = open({ followUp: 'And then?' });
  expect(probesFor(bare, markOpenAnswer(bare, [], 'Something.'))).toEqual([
    { point: null, question: 'And then?', reply: null },
  ]);
  expect(probesFor(open(), markOpenAnswer(open(), [], 'Something.'))).toEqual([]);
});

it('what a probe brought out is late, what was said before is not', () => {
  const talk = {
    text: 'I send the same idempotency key again.',
    probes: [
      { point: 'second', question: 'And second?', reply: 'With exponential backoff.' },
      { point: 'third', question: 'And third?', reply: '' },
    ],
  };
  expect(wholeText(talk)).toBe('I send the same idempotency key again.\n\nWith exponential backoff.');
  expect(lateIn(talk, mark(talk.text), mark(wholeText(talk)))).toEqual(['second']);
});

it('the difference between two tries, point by point', () => {
  const answer = (met: string[], half: string[] = []) =>
    verdictOn(viewOf(question), { text: 'x', met, half, flags: [] }).answer;
  expect(changeWords(question, answer(['second']), answer(['main'], ['second']))).toBe(
    'Tried again, against the try before: more of "The main point"; less of "A second point".',
  );
  expect(changeWords(question, answer(['main']), answer(['main']))).toBe(
    'Tried again: the same points as before.',
  );
});

it.each([
  [
    'a talk in the middle of a probe',
    { text: 'x', probes: [{ point: 'main', question: 'And?', reply: null }] },
    true,
  ],
  ['a talk without its text', { probes: [] }, false],
  ['a reply that is none', { text: 'x', probes: [{ point: null, question: 'And?', reply: 7 }] }, false],
])('reads back %s', (_, talk, fine) => {
  const header: SittingHeader = {
    id: '20261120T090000000Z-05c78431-e99fc4c8',
    mode: 'interview',
    seed: 1,
    startedAt: 1,
    title: '',
    plan: [],
    most: 1,
    paperMs: null,
    passMark: null,
    confidence: false,
    negative: false,
    withOpen: false,
    spoken: false,
    persona: 'friendly',
  };
  const steps = [{ kind: 'talked', at: 1, entry: 0, talk }] as Step[];
  const segment = {
    kind: 'sitting',
    version: 2,
    id: header.id,
    app: '0.1.0',
    machine: '05c78431',
    continues: null,
  };
  expect('value' in decodeSegment({ ...segment, sitting: header, steps })).toBe(fine);
});
