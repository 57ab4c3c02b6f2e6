// How each person did over all their first attempts: what an item's answers are held against. Pure.

import type { ItemAnswers } from './item-answers.js';

export interface PeopleScores {
  /** Sum of credit, and first attempts, by number of the person. */
  sum: Float64Array;
  count: Uint32Array;
  /** Third by mean credit: 0 low, 1 middle, 2 high. */
  third: Uint8Array;
}

export const THIRDS = 3;

/** Thirds as SQL's ntile(3) makes them, ordered by mean credit (nine decimals) and name. */
export function peopleScores(answers: ItemAnswers): PeopleScores {
  const { length } = answers.people;
  const scores = {
    sum: new Float64Array(length),
    count: new Uint32Array(length),
    third: new Uint8Array(length),
  };
  for (const { person, credit } of answers.attempts()) {
    scores.sum[person]! += credit;
    scores.count[person]! += 1;
  }
  const means = answers.people.map((name, person) => ({
    person,
    name,
    mean: Math.round((scores.sum[person]! / Math.max(1, scores.count[person]!)) * 1e9),
  }));
  const ranked = means.filter(({ person }) => scores.count[person]! > 0);
  ranked.sort((a, b) => a.mean - b.mean || (a.name < b.name ? -1 : 1));
  const [size, larger] = [Math.floor(ranked.length / THIRDS), ranked.length % THIRDS];
  ranked.forEach(({ person }, rank) => {
    // The first groups take one more where it does not divide.
    const border = larger * (size + 1);
    scores.third[person] =
      rank < border ? Math.floor(rank / (size + 1)) : larger + Math.floor((rank - border) / size);
  });
  return scores;
}
