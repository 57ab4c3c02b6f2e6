// Turns of topics: in proportion to their shares wherever a sitting ends, whatever the seeds.
import { describe, expect, it } from 'vitest';
import { turnOf } from '../../src/learner/first-looks.js';

const TOPICS = Array.from({ length: 15 }, (_, index) => `topic-${index}`);
const SHARES = new Map(TOPICS.map((topic, index) => [topic, [0.24, 0.2, 0.12, 0][index] ?? 0.04]));

const turns = (seed: number, count: number, there = TOPICS) =>
  Array.from({ length: count }, (_, turn) => turnOf(TOPICS, there, { shares: SHARES, seed }, turn));

describe('the turn', () => {
  it('comes to each topic as often as its share says, give or take two, after any number of turns', () => {
    // Told at once: an expectation for each costs more than the turns.
    const far: string[] = [];
    for (let seed = 0; seed < 100; seed++) {
      const met = new Map(TOPICS.map((topic) => [topic, 0]));
      turns(seed, 30).forEach((asked, at) => {
        if (asked !== undefined) met.set(asked, met.get(asked)! + 1);
        for (const [topic, times] of met)
          if (Math.abs(times - SHARES.get(topic)! * (at + 1)) >= 2)
            far.push(`${topic} of seed ${seed} after ${at + 1}`);
      });
    }
    expect(far).toEqual([]);
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
