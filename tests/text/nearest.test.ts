// A mistyped name is answered with the known names nearest to it.

import { describe, expect, it } from 'vitest';
import { nearestNames } from '../../src/text/nearest.js';

const TOPICS = ['graphql', 'grpc-protobuf', 'rate-limiting', 'rest-design', 'status-codes-errors', 'testing'];

describe('nearestNames', () => {
  it.each([
    ['a slip of one letter', 'grapql', ['graphql']],
    ['capital letters do not matter', 'GraphQL', ['graphql']],
    ['part of a name', 'status', ['status-codes-errors']],
    ['two letters swapped', 'rate-limtiing', ['rate-limiting']],
    ['nothing is near', 'kubernetes', []],
    ['a word far too short', 'q', []],
  ])('%s: %s', (_, typed, expected) => {
    expect(nearestNames(typed, TOPICS)).toEqual(expected);
  });

  it('puts the nearest first, equals in the order of the alphabet, and stops at three', () => {
    const known = ['hatt', 'http-2', 'hop', 'htp', 'https'];
    expect(nearestNames('http', known)).toEqual(['htp', 'http-2', 'https']);
    expect(nearestNames('htpp', ['hop', 'htp', 'xtpp'], 2)).toEqual(['htp', 'xtpp']);
    expect(nearestNames('http', ['hop', 'htp'])).toEqual(['htp', 'hop']);
  });
});
