// What many answers say about each item: facility, discrimination, options, time, hints, flags, difficulty. Pure.

import type { Level } from '../question/vocabulary.js';
import { Correlation } from './correlation.js';
import type { ItemAnswers } from './item-answers.js';
import { itemDifficulties } from './item-difficulty.js';
import { type PeopleScores, peopleScores, THIRDS } from './people-scores.js';

export interface OptionStatistics {
  option: string;
  /** People who picked it, and their share of those who answered. */
  picks: number;
  share: number;
  /** Share of each third (low, middle, high) that picked it; null where nobody of it answered. */
  thirds: (number | null)[];
  /** Correlation of picking it with how people did elsewhere. */
  discrimination: number | null;
  /** Picking it alone has earned credit. */
  right: boolean;
}

export interface ItemStatistics {
  item: string;
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

interface Tally {
  attempts: number;
  skipped: number;
  hinted: number;
  flagged: number;
  credit: number;
  byThird: { attempts: number; answered: number; credit: number }[];
  plain: Correlation;
  corrected: Correlation;
  times: number[];
  picks: Map<number, PickTally>;
}

interface PickTally {
  picks: number;
  credit: number;
  byThird: number[];
}

/** The ids of an item's options; undefined where they are not known, and then one that nobody picked is not told. */
export type OptionsOf = (item: string) => readonly string[] | undefined;

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
    .flatMap(({ item, topic, level, type }, number): ItemStatistics[] => {
      const tally = tallies[number]!;
      if (tally.attempts === 0) return [];
      const { attempts, skipped, credit, byThird, plain, corrected, times } = tally;
      return [
        {
          item,
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

function countPick({ picks }: Tally, pick: number, credit: number, third: number): void {
  const tally = picks.get(pick) ?? { picks: 0, credit: 0, byThird: [0, 0, 0] };
  picks.set(pick, tally);
  tally.picks += 1;
  tally.credit += credit;
  tally.byThird[third]! += 1;
}

/** One pass more, for which options there are is known only after the first. */
function optionTables(
  answers: ItemAnswers,
  scores: PeopleScores,
  tallies: readonly Tally[],
  optionsOf: OptionsOf,
): OptionStatistics[][] {
  const names = answers.items.map(({ item, picks }) => {
    const byNumber = [...picks].map(([name, number]) => ({ number, options: name.split(',') }));
    return {
      byNumber,
      options: [
        ...new Set([
          ...(picks.size > 0 ? (optionsOf(item) ?? []) : []),
          ...byNumber.flatMap(({ options }) => options),
        ]),
      ].sort(),
    };
  });
  const correlations = names.map(({ options }) => options.map(() => new Correlation()));
  const holds = names.map(
    ({ byNumber, options }) =>
      new Map(
        byNumber.map(({ number, options: picked }) => [
          number,
          options.map((option) => (picked.includes(option) ? 1 : 0)),
        ]),
      ),
  );
  for (const { item, person, credit, pick } of answers.attempts()) {
    const number = scores.count[person]!;
    const picked = holds[item]!.get(pick);
    if (picked === undefined || number < 2) continue;
    const elsewhere = (scores.sum[person]! - credit) / (number - 1);
    correlations[item]!.forEach((correlation, option) => {
      correlation.add(picked[option]!, elsewhere);
    });
  }
  return names.map(({ byNumber, options }, item) => {
    const tally = tallies[item]!;
    const answered = tally.attempts - tally.skipped;
    return options.map((option, place) => {
      const own = byNumber
        .filter((one) => one.options.includes(option))
        .map(({ number }) => tally.picks.get(number));
      const sumOf = (of: (pick: PickTally) => number) =>
        own.reduce((sum, pick) => sum + (pick ? of(pick) : 0), 0);
      const alone = byNumber.find((one) => one.options.length === 1 && one.options[0] === option);
      return {
        option,
        picks: sumOf(({ picks }) => picks),
        share: answered === 0 ? 0 : sumOf(({ picks }) => picks) / answered,
        thirds: tally.byThird.map((third, number) =>
          third.answered === 0 ? null : sumOf(({ byThird }) => byThird[number]!) / third.answered,
        ),
        discrimination: correlations[item]![place]!.value,
        right: alone !== undefined && (tally.picks.get(alone.number)?.credit ?? 0) > 0,
      };
    });
  });
}

/** As SQL's percentile_cont(0.5); null without any. */
function medianOf(times: number[]): number | null {
  if (times.length === 0) return null;
  times.sort((a, b) => a - b);
  const middle = (times.length - 1) / 2;
  return (times[Math.floor(middle)]! + times[Math.ceil(middle)]!) / 2;
}
