// What many answers say about the options of each item: who picked them, and how those people did elsewhere. Pure.

import { Correlation } from './correlation.js';
import type { ItemAnswers } from './item-answers.js';
import type { PeopleScores } from './people-scores.js';

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

interface PickTally {
  picks: number;
  credit: number;
  byThird: number[];
}

/** What was counted of an item, as far as its options need it. */
export interface OptionTally {
  attempts: number;
  skipped: number;
  byThird: { attempts: number; answered: number; credit: number }[];
  /** By the number of the pick. */
  picks: Map<number, PickTally>;
}

/** The ids of an item's options; undefined where they are not known, and then one that nobody picked is not told. */
export type OptionsOf = (item: string) => readonly string[] | undefined;

/** What was picked together, by its number; several options where several may be picked. */
interface Pick {
  number: number;
  options: readonly string[];
}

/** An item's options and what was picked of them. */
interface OptionList {
  picks: readonly Pick[];
  options: readonly string[];
}

/** Counts one more pick. */
export function countPick({ picks }: OptionTally, pick: number, credit: number, third: number): void {
  const tally = picks.get(pick) ?? { picks: 0, credit: 0, byThird: [0, 0, 0] };
  picks.set(pick, tally);
  tally.picks += 1;
  tally.credit += credit;
  tally.byThird[third]! += 1;
}

/** By item. One pass more over the answers, for which options there are is known only after the first. */
export function optionTables(
  answers: ItemAnswers,
  scores: PeopleScores,
  tallies: readonly OptionTally[],
  optionsOf: OptionsOf,
): OptionStatistics[][] {
  const lists = answers.items.map(({ item, picks }) => optionList(picks, optionsOf(item)));
  const correlations = correlate(answers, scores, lists);
  return lists.map((list, item) =>
    list.options.map((option, place) =>
      optionStatistics(option, list, tallies[item]!, correlations[item]![place]!.value),
    ),
  );
}

function optionList(picks: ReadonlyMap<string, number>, known: readonly string[] = []): OptionList {
  const byNumber = [...picks].map(([name, number]) => ({ number, options: name.split(',') }));
  const options = new Set([...(picks.size > 0 ? known : []), ...byNumber.flatMap((pick) => pick.options)]);
  return { picks: byNumber, options: [...options].sort() };
}

/** Of each option: picking it, with the mean credit of who answered elsewhere. */
function correlate(
  answers: ItemAnswers,
  scores: PeopleScores,
  lists: readonly OptionList[],
): Correlation[][] {
  const correlations = lists.map(({ options }) => options.map(() => new Correlation()));
  const holds = lists.map(
    ({ picks, options }) =>
      new Map(
        picks.map((pick) => [pick.number, options.map((option) => (pick.options.includes(option) ? 1 : 0))]),
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
  return correlations;
}

function optionStatistics(
  option: string,
  list: OptionList,
  tally: OptionTally,
  discrimination: number | null,
): OptionStatistics {
  const answered = tally.attempts - tally.skipped;
  const own = list.picks
    .filter(({ options }) => options.includes(option))
    .flatMap(({ number }) => tally.picks.get(number) ?? []);
  const sumOf = (of: (pick: PickTally) => number) => own.reduce((sum, pick) => sum + of(pick), 0);
  const picks = sumOf((pick) => pick.picks);
  const alone = list.picks.find(({ options }) => options.length === 1 && options[0] === option);
  return {
    option,
    picks,
    share: answered === 0 ? 0 : picks / answered,
    thirds: tally.byThird.map((third, number) =>
      third.answered === 0 ? null : sumOf(({ byThird }) => byThird[number]!) / third.answered,
    ),
    discrimination,
    right: alone !== undefined && (tally.picks.get(alone.number)?.credit ?? 0) > 0,
  };
}
