// Items with planted faults, answered by a made-up class; and how many of them the statistics find.

import { decodeRow } from '../../src/history/counted-row.js';
import { ItemAnswers } from '../../src/items/item-answers.js';
import { itemFindings } from '../../src/items/item-findings.js';
import { itemStatistics } from '../../src/items/item-statistics.js';
import { randomStream } from '../../src/learner/random.js';
import { type ClassItem, classItems, classRows } from '../class/seeded-class.js';

export const FAULTS = ['stats-key-suspect', 'stats-option-dead', 'stats-level-off'] as const;
export type Fault = (typeof FAULTS)[number];

export interface Found {
  planted: number;
  told: number;
  right: number;
}

export interface Planting {
  /** How many items there are; one in thirty has each fault. 900 when left out. */
  items?: number;
  /** Honest items lie within so many logits of their level, mislabelled ones a whole level off. */
  scatter?: number;
}

export function plantedItems(
  seed: number,
  { items: count = 900, scatter = 0.35 }: Planting = {},
): { items: ClassItem[]; faults: Map<string, Fault> } {
  const random = randomStream(seed);
  const items = classItems(count, seed, scatter);
  const faults = new Map<string, Fault>();
  const closed = items.filter(({ type }) => type === 'single-choice');
  const take = (from: ClassItem[], fault: Fault) => {
    for (let left = count / 30; left > 0; ) {
      const item = from[Math.floor(random() * from.length)];
      if (item === undefined || faults.has(item.item)) continue;
      faults.set(item.item, fault);
      left -= 1;
    }
  };
  take(closed, 'stats-key-suspect');
  take(closed, 'stats-option-dead');
  take(items, 'stats-level-off');
  return { items: items.map((item) => spoilt(item, faults.get(item.item))), faults };
}

function spoilt(item: ClassItem, fault: Fault | undefined): ClassItem {
  switch (fault) {
    case 'stats-key-suspect':
      return { ...item, keyed: 'b' };
    case 'stats-option-dead':
      return {
        ...item,
        options: item.options.map((one) => (one.id === 'd' ? { ...one, pull: 0.015 } : one)),
      };
    case 'stats-level-off':
      // The difficulty stays; the label is the next level's.
      return { ...item, level: item.level === 'intermediate' ? 'advanced' : 'intermediate' };
    default:
      return item;
  }
}

const ANSWERS = 150;

/** What is found with about so many first attempts at each item, each person answering 150. */
export function findPlanted(perItem: number, seed: number, planting?: Planting): Map<Fault, Found> {
  const { items, faults } = plantedItems(seed, planting);
  const answers = new ItemAnswers();
  // Some of the 150 are repeats.
  const people = Math.round(perItem / (1 - (1 - 1 / items.length) ** ANSWERS));
  for (const row of classRows({ people, answers: ANSWERS, seed: seed + 1 }, items)) {
    const counted = decodeRow(row);
    if (counted) answers.add(counted);
  }
  const options = new Map(items.map(({ item, options }) => [item, options.map(({ id }) => id)]));
  const told = itemStatistics(answers, (item) => options.get(item)).flatMap(itemFindings);
  return new Map(
    FAULTS.map((fault) => {
      const own = new Set(told.filter(({ code }) => code === fault).map(({ item }) => item));
      const right = [...own].filter((item) => faults.get(item) === fault).length;
      return [
        fault,
        { planted: [...faults.values()].filter((one) => one === fault).length, told: own.size, right },
      ];
    }),
  );
}

/** Over all three. */
export function inAll(found: ReadonlyMap<Fault, Found>): { recall: number; precision: number } {
  const sum = (of: (one: Found) => number) => [...found.values()].reduce((all, one) => all + of(one), 0);
  return {
    recall: sum(({ right }) => right) / sum(({ planted }) => planted),
    precision: sum(({ right }) => right) / sum(({ told }) => told),
  };
}
