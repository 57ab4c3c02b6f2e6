// Suspended items: who suspended them, since when, and how they come back.

import { expect, test } from 'vitest';
import { suspensionsOf } from '../../src/history/suspensions.js';
import { event, NOW } from './sample-records.js';

const at = (number: number) => NOW + number * 60_000;

test('suspended until brought back; who suspended it first stays', () => {
  const segments = [
    event(4, { kind: 'suspended', item: 'core/a', why: 'leech' }),
    event(1, { kind: 'suspended', item: 'core/a', why: 'person' }),
    event(2, { kind: 'suspended', item: 'core/b', why: 'leech' }),
    event(3, { kind: 'unsuspended', item: 'core/b' }),
    event(5, { kind: 'suspended', item: 'core/c', why: 'leech' }),
  ];
  expect([...suspensionsOf(segments).values()]).toEqual([
    { item: 'core/a', why: 'person', at: at(1) },
    { item: 'core/c', why: 'leech', at: at(5) },
  ]);
});

test('at one instant the id decides, on every machine alike', () => {
  const suspended = event(1, { kind: 'suspended', item: 'core/a', why: 'person' }, NOW);
  const back = event(2, { kind: 'unsuspended', item: 'core/a' }, NOW);
  expect(suspensionsOf([suspended, back]).size).toBe(0);
  expect(suspensionsOf([back, suspended]).size).toBe(0);
});
