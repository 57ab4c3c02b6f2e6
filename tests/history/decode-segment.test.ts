import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeSegment } from '../../src/history/decode-segment.js';
import { runs } from '../support/thorough.js';
import { arbitrarySegment } from './arbitrary-records.js';
import { answered, event, NOW, segment } from './sample-records.js';

type Json = Record<string, unknown>;

/** A good segment with the value at a path such as `steps.0.answer.credit` replaced. */
function changed(path: string, value: unknown): Json {
  const json = JSON.parse(JSON.stringify(segment(1, [answered(0, NOW)]))) as Json;
  const steps = path.split('.');
  const parent = steps.slice(0, -1).reduce((node, step) => node[step] as Json, json);
  parent[steps.at(-1) as string] = value;
  return json;
}

test('every segment the program makes is read back as it was', () => {
  fc.assert(
    fc.property(arbitrarySegment, (made) => {
      expect(decodeSegment(JSON.parse(JSON.stringify(made)))).toEqual({ value: made });
    }),
    runs(100),
  );
});

test.each([
  ['id', '../../../etc/passwd'],
  ['id', '20261120T090000000Z-aaaaaaaa-00000001/../x'],
  ['id', '20261120T090000000Z-aaaaaaaa-00000001\n'],
  ['machine', '..'],
  ['kind', 'party'],
  ['kind', 'toString'],
  ['continues', 'x'],
  ['continues', undefined],
  ['version', 0],
  ['version', '1'],
  ['app', 5],
  ['sitting', null],
  ['sitting.id', 'x'],
  ['sitting.mode', 'karaoke'],
  ['sitting.startedAt', 9e15],
  ['sitting.plan.1.contentHash', '../config'],
  ['sitting.plan.2.limitMs', -1],
  ['steps', {}],
  ['steps', new Array(5001).fill({ kind: 'paused', at: NOW })],
  ['steps.0.kind', 'danced'],
  ['steps.0.entry', 1.5],
  ['steps.0.at', '2026'],
  ['steps.0.at', null],
  ['steps.0.answer.credit', 1.01],
  ['steps.0.answer.credit', -0.1],
  ['steps.0.answer.outcome', 'guessed'],
  ['steps.0.answer.level', 'expert'],
  ['steps.0.answer.response', { same: 'same' }],
  ['steps.0.answer.response', undefined],
  ['steps.0.answer.order', ['a', 3]],
  ['steps.0.answer.topic', 'x'.repeat(20_001)],
  ['steps.0.answer.visits.0.leftAt', 'later'],
])('%s = %o is refused, and named', (path, value) => {
  const expected =
    path.replace(/\.(\d+)/g, '[$1]') + (Array.isArray(value) && path.endsWith('order') ? '[1]' : '');
  expect(decodeSegment(changed(path, value))).toEqual({ code: 'record-wrong-field', detail: expected });
});

test('a response fits the type of its question', () => {
  const json = changed('steps.0.answer.type', 'open');
  expect(decodeSegment(json)).toMatchObject({ detail: 'steps[0].answer.response' });
  const answer = ((json.steps as Json[])[0] as Json).answer as Json;
  answer.response = { text: 'I would …', met: ['a'], flags: [] };
  expect(decodeSegment(json)).toHaveProperty('value');
  answer.response = null;
  expect(decodeSegment(json)).toHaveProperty('value');
});

test('events are checked by their kind', () => {
  const flagged = event(1, { kind: 'flagged', item: 'core/a', contentHash: '0123456789abcdef', note: '' });
  expect(decodeSegment(flagged)).toEqual({ value: flagged });
  expect(decodeSegment({ ...flagged, event: { ...flagged.event, note: 1 } })).toMatchObject({
    detail: 'event.note',
  });
  expect(decodeSegment({ ...flagged, event: { kind: 'x' } })).toMatchObject({ detail: 'event.kind' });
  expect(decodeSegment({ ...flagged, event: 3 })).toMatchObject({ detail: 'event' });
});

test('fields of a later version are let through and kept', () => {
  const json = changed('steps.0.answer.mood', { calm: [1, 2] });
  expect(decodeSegment(json)).toEqual({ value: json });
});

test('a newer version is refused as such', () => {
  expect(decodeSegment(changed('version', 3))).toEqual({ code: 'record-newer', detail: '3' });
});

test('nesting that would overflow the stack on writing is refused', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  expect(decodeSegment(changed('steps.0.answer.mood', deep))).toMatchObject({
    detail: 'steps[0].answer.mood',
  });
  expect(decodeSegment(deep)).toHaveProperty('code');
});

test.each([null, [], 1, 'x', {}, { version: 1 }])('%o is no segment', (json) => {
  expect(decodeSegment(json)).toMatchObject({ code: 'record-wrong-field' });
});
