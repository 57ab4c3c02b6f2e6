// Turns of topics: in proportion to their shares wherever a sitting ends, whatever the seeds.
import { describe, expect, it } from 'vitest';
import { turnOf } from '../../src/learner/first-looks.js';

const TOPICS = Array.from({ length: 15 }, (_, index) => `topic-${index}`);
const SHARES = new Map(TOPICS.map((topic, index) => [topic, [0.24, 0.2, 0.12, 0][index] ?? 0.04]));

const turns = (seed: number, count: number, there = TOPICS) =>
  Array.from({ length: count }, (_, turn) => turnOf(TOPICS, there, { shares: SHARES, seed }, turn));

describe('the turn', () => {
  it('comes to each topic as often as its share says, give or take two, after any number of turns', () => {
    for (let seed = 0; seed < 100; seed++) {
      const asked = turns(seed, 30);
      for (let count = 1; count <= asked.length; count++)
        for (const topic of TOPICS) {
          const met = asked.slice(0, count).filter((one) => one === topic).length;
          expect(
            Math.abs(met - SHARES.get(topic)! * count),
            `${topic} of seed ${seed} after ${count}`,
          ).toBeLessThan(2);
        }
    }
  });

  it('is fair over neighbouring seeds: eight sittings of ten keep within seven points', () => {
    for (let block = 0; block < 50; block++) {
      const asked = Array.from({ length: 8 }, (_, index) => turns(8 * block + index, 10)).flat();
      for (const topic of TOPICS) {
        const share = asked.filter((one) => one === topic).length / asked.length;
        expect(Math.abs(share - SHARES.get(topic)!)).toBeLessThan(0.07);
      }
    }
  });

  it('never comes to a topic without a share or without items left', () => {
    const asked = turns(3, 200, TOPICS.slice(1));
    expect(asked).not.toContain('topic-0');
    expect(asked).not.toContain('topic-3');
  });

  it('comes to none where none has a share', () => {
    expect(turns(3, 1, ['topic-3'])).toEqual([undefined]);
  });

  it('begins elsewhere and in another order with another seed', () => {
    expect(new Set(Array.from({ length: 40 }, (_, seed) => turns(seed, 3).join())).size).toBeGreaterThan(30);
  });
});
