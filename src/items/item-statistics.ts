// What many answers say about each item: facility, discrimination, options, time, hints, flags, difficulty. Pure.

import type { Level } from '../question/vocabulary.js';
import { Correlation } from './correlation.js';
import type { ItemAnswers } from './item-answers.js';
import { itemDifficulties } from './item-difficulty.js';
import {
  countPick,
  type OptionStatistics,
  type OptionsOf,
  type OptionTally,
  optionTables,
} from './option-statistics.js';
import { type PeopleScores, peopleScores, THIRDS } from './people-scores.js';

export interface ItemStatistics {
  item: string;
  /** Of the key that the answers were given to. */
  keyHash: string;
  topic: string;
  level: Level;
  type: string;
  /** First attempts, and those of them that were skipped. */
  attempts: number;
  skipped: number;
  /** Mean credit, 0 to 1, and of each third of the people. */
  facility: number;
  thirds: (number | null)[];
  /** Point-biserial with people's mean credit; and corrected: with their mean credit over all other items. */
  pointBiserial: number | null;
  discrimination: number | null;
  medianMs: number | null;
  hinted: number;
  flagged: number;
  /** Logits, as levels are (-1, 0, 1), with an 80 % interval. */
  difficulty: number;
  difficultyError: number;
  /** By picks; empty where nothing is picked. */
  options: OptionStatistics[];
}

interface Tally extends OptionTally {
  hinted: number;
  flagged: number;
  credit: number;
  plain: Correlation;
  corrected: Correlation;
  times: number[];
}

/** Every item, in the order of their names. */
export function itemStatistics(
  answers: ItemAnswers,
  optionsOf: OptionsOf = () => undefined,
): ItemStatistics[] {
  const scores = peopleScores(answers);
  const tallies = tallyItems(answers, scores);
  const difficulties = itemDifficulties(answers);
  const options = optionTables(answers, scores, tallies, optionsOf);
  return answers.items
    .flatMap(({ item, topic, level, type, keyHash }, number): ItemStatistics[] => {
      const tally = tallies[number]!;
      if (tally.attempts === 0) return [];
      const { attempts, skipped, credit, byThird, plain, corrected, times } = tally;
      return [
        {
          item,
          keyHash,
          topic,
          level,
          type,
          attempts,
          skipped,
          facility: credit / attempts,
          thirds: byThird.map((third) => (third.attempts === 0 ? null : third.credit / third.attempts)),
          pointBiserial: plain.value,
          discrimination: corrected.value,
          medianMs: medianOf(times),
          hinted: tally.hinted / attempts,
          flagged: tally.flagged / attempts,
          difficulty: difficulties[number]!.difficulty,
          difficultyError: difficulties[number]!.error,
          options: options[number]!,
        },
      ];
    })
    .sort((a, b) => (a.item < b.item ? -1 : 1));
}

function emptyTally(): Tally {
  return {
    attempts: 0,
    skipped: 0,
    hinted: 0,
    flagged: 0,
    credit: 0,
    byThird: Array.from({ length: THIRDS }, () => ({ attempts: 0, answered: 0, credit: 0 })),
    plain: new Correlation(),
    corrected: new Correlation(),
    times: [],
    picks: new Map(),
  };
}

function tallyItems(answers: ItemAnswers, { sum, count, third }: PeopleScores): Tally[] {
  const tallies = answers.items.map(emptyTally);
  for (const { item, person, credit, elapsedMs, pick, hinted, flagged, skipped } of answers.attempts()) {
    const tally = tallies[item]!;
    const group = tally.byThird[third[person]!]!;
    tally.attempts += 1;
    tally.credit += credit;
    group.attempts += 1;
    group.credit += credit;
    if (hinted) tally.hinted += 1;
    if (flagged) tally.flagged += 1;
    if (skipped) tally.skipped += 1;
    else {
      tally.times.push(elapsedMs);
      group.answered += 1;
    }
    const [total, number] = [sum[person]!, count[person]!];
    tally.plain.add(credit, total / number);
    if (number > 1) tally.corrected.add(credit, (total - credit) / (number - 1));
    if (pick >= 0) countPick(tally, pick, credit, third[person]!);
  }
  return tallies;
}

/** As SQL's percentile_cont(0.5); null without any. */
function medianOf(times: number[]): number | null {
  if (times.length === 0) return null;
  times.sort((a, b) => a - b);
  const middle = (times.length - 1) / 2;
  return (times[Math.floor(middle)]! + times[Math.ceil(middle)]!) / 2;
}
