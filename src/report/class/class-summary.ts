// The one value behind every format of a class report; `--format json` prints it. Chances and credits are 0 to 1, days are UTC.

import type { WeakWord } from '../../learner/weak.js';

export const CLASS_VERSION = 1;

/** Groups of fewer people are not broken down. */
export const LEAST_PEOPLE = 5;

/** Chance to answer a new intermediate question right, with an 80 % interval. */
export interface Estimate {
  chance: number;
  low: number;
  high: number;
}

export interface PersonTopic extends Estimate {
  topic: string;
  answers: number;
  /** First attempts: what the estimate is made of. */
  counted: number;
  /** Mean credit of those; null without any. */
  credit: number | null;
  enough: boolean;
}

export interface ClassPerson extends Omit<PersonTopic, 'topic'> {
  /** As the person named themselves. */
  person: string;
  team: string | null;
  firstDay: string;
  lastDay: string;
  topics: PersonTopic[];
}

export interface GroupTopic extends Estimate {
  topic: string;
  title: string;
  /** People with a counted answer, and those without any. */
  people: number;
  notStarted: number;
  counted: number;
  credit: number;
  /** Chance that it is among the weakest topics of the group. */
  weakChance: number;
  word: WeakWord;
  rank: number;
  tied: boolean;
}

export interface ClassTeam extends Estimate {
  team: string;
  people: number;
  answers: number;
  counted: number;
  /** Slugs, the likeliest weak one first. */
  weakest: string[];
}

export interface ClassWeek {
  /** Its Monday. */
  week: string;
  people: number;
  answers: number;
  counted: number;
  /** Mean credit of first attempts; null without any. */
  credit: number | null;
}

export interface ClassSummary {
  version: typeof CLASS_VERSION;
  program: string;
  generatedAt: string;
  day: string;
  scope: {
    since: string | null;
    until: string | null;
    files: number;
    answers: number;
    /** Rows that were there twice, that could not be read, and that were too many. */
    copies: number;
    unreadable: number;
    leftOut: number;
    people: number;
    firstDay: string | null;
    lastDay: string | null;
  };
  /** False: fewer than five people; no figure of the group is given, and only those are named who named themselves. */
  group: boolean;
  /** How many topics "the weakest" are. */
  weakest: number;
  topics: GroupTopic[];
  people: ClassPerson[];
  /** People without a name of their own in a group that small. */
  hiddenPeople: number;
  teams: ClassTeam[];
  /** Teams that are not told, and the people in them. */
  smallTeams: { teams: number; people: number };
  weeks: ClassWeek[];
  /** Names of the roster that no answer bears; empty without a roster. */
  notStarted: string[];
}
