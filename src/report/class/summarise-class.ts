// What was added up of a class -> its summary. Groups under five people are not broken down, and nobody can be reckoned out of the rest. Pure.

import { ENOUGH_ANSWERS } from '../../learner/mastery.js';
import { weakestCount } from '../../learner/weak.js';
import { safeLine } from '../../text/safe.js';
import {
  CLASS_VERSION,
  type ClassPerson,
  type ClassSummary,
  type ClassTeam,
  type ClassWeek,
  LEAST_PEOPLE,
} from './class-summary.js';
import { ALL_TOPICS, type Cell, type ClassTally, mondayOfWeek, type PersonTally } from './class-tally.js';
import { type Estimates, estimatesOnce, groupTopics, meanEstimate } from './group-topics.js';

export interface ClassRequest {
  tally: ClassTally;
  files: number;
  unreadable: number;
  /** Names expected; null: nobody said. */
  roster: readonly string[] | null;
  titleOf(topic: string): string;
  now: number;
  program: string;
}

const PSEUDONYM = /^p-[0-9a-f]{10}$/;
/** Weak topics told of a team. */
const MOST_WEAK = 3;

/** The whole summary. */
export function summariseClass(request: ClassRequest): ClassSummary {
  const { tally, roster, titleOf, now, program } = request;
  const estimateOf = estimatesOnce();
  const people = [...tally.people.values()].sort((a, b) => (a.person < b.person ? -1 : 1));
  const group = people.length >= LEAST_PEOPLE;
  // In a handful of people a pseudonym hides nobody.
  const told = people.filter(({ person }) => group || !PSEUDONYM.test(person));
  const topics = group ? groupTopics(people, tally.topics, titleOf, estimateOf) : [];
  return {
    version: CLASS_VERSION,
    program,
    generatedAt: new Date(now).toISOString(),
    day: dayOf(now),
    scope: scopeOf(request, people),
    group,
    weakest: weakestCount(topics.length),
    topics,
    people: told.map((person) => personRow(person, estimateOf)),
    hiddenPeople: people.length - told.length,
    ...teamsOf(people, tally, estimateOf),
    weeks: group ? weeksOf(tally) : [],
    notStarted: (roster ?? []).filter((name) => !tally.people.has(name)),
  };
}

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
const isoOf = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

function scopeOf(
  { tally, files, unreadable }: ClassRequest,
  people: readonly PersonTally[],
): ClassSummary['scope'] {
  const first = people.reduce((least, { firstAt }) => Math.min(least, firstAt), Number.POSITIVE_INFINITY);
  const last = people.reduce((most, { lastAt }) => Math.max(most, lastAt), 0);
  return {
    since: isoOf(tally.span.since),
    until: isoOf(tally.span.until),
    files,
    answers: tally.answers,
    copies: tally.copies,
    unreadable,
    leftOut: tally.leftOut,
    people: people.length,
    firstDay: people.length > 0 ? dayOf(first) : null,
    lastDay: people.length > 0 ? dayOf(last) : null,
  };
}

function personRow(
  { person, team, firstAt, lastAt, cells }: PersonTally,
  estimateOf: Estimates,
): ClassPerson {
  const topics = [...cells]
    .filter(([topic]) => topic !== ALL_TOPICS)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([topic, cell]) => ({ topic: safeLine(topic), ...figuresOf(cell, estimateOf) }));
  const all = cells.get(ALL_TOPICS);
  if (all === undefined) throw new Error(`${person} has no cell for all topics`);
  return {
    person: safeLine(person),
    team: team === null ? null : safeLine(team),
    firstDay: dayOf(firstAt),
    lastDay: dayOf(lastAt),
    ...figuresOf(all, estimateOf),
    topics,
  };
}

function figuresOf(cell: Cell, estimateOf: Estimates) {
  const { chance, low, high } = estimateOf(cell);
  const { answers, counted, credit } = cell;
  return {
    answers,
    counted,
    credit: counted === 0 ? null : credit / counted,
    chance,
    low,
    high,
    enough: counted >= ENOUGH_ANSWERS,
  };
}

/** Teams of five and more. Where those left over are fewer than five, the smallest team told goes with them: the difference would tell them. */
function teamsOf(people: readonly PersonTally[], tally: ClassTally, estimateOf: Estimates) {
  const byTeam = new Map<string, PersonTally[]>();
  for (const person of people) {
    if (person.team !== null) byTeam.set(person.team, [...(byTeam.get(person.team) ?? []), person]);
  }
  const sorted = [...byTeam].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  const large = sorted.filter(([, members]) => members.length >= LEAST_PEOPLE);
  const rest = people.length - large.reduce((sum, [, members]) => sum + members.length, 0);
  const told = rest > 0 && rest < LEAST_PEOPLE ? large.slice(0, -1) : large;
  const untold = sorted.filter((team) => !told.includes(team));
  return {
    teams: told.map(([team, members]) => teamRow(team, members, tally, estimateOf)),
    smallTeams: {
      teams: untold.length,
      people: untold.reduce((sum, [, members]) => sum + members.length, 0),
    },
  };
}

function teamRow(
  team: string,
  members: readonly PersonTally[],
  tally: ClassTally,
  estimateOf: Estimates,
): ClassTeam {
  const cells = members.flatMap(({ cells }) => cells.get(ALL_TOPICS) ?? []);
  const { chance, low, high } = meanEstimate(cells.map(estimateOf));
  return {
    team: safeLine(team),
    people: members.length,
    answers: cells.reduce((sum, cell) => sum + cell.answers, 0),
    counted: cells.reduce((sum, cell) => sum + cell.counted, 0),
    chance,
    low,
    high,
    weakest: groupTopics(members, tally.topics, (topic) => topic, estimateOf)
      .slice(0, MOST_WEAK)
      .map(({ topic }) => topic),
  };
}

/** Every week with answers; those in which fewer than five people answered give no credit. */
function weeksOf({ weeks }: ClassTally): ClassWeek[] {
  return [...weeks]
    .sort(([a], [b]) => a - b)
    .map(([number, { answers, counted, credit, people }]) => ({
      week: mondayOfWeek(number),
      people: people.size,
      answers,
      counted,
      credit: counted === 0 || people.size < LEAST_PEOPLE ? null : credit / counted,
    }));
}
