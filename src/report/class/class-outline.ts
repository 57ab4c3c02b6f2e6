// What a class report says, in order: ClassSummary -> outline, which every format draws. Names only as people named themselves.

import { counted, percent } from '../../text/number.js';
import type { Block } from '../block.js';
import type { Outline, Section } from '../outline.js';
import { groupedCount, groupedNumber, percentRange } from '../words.js';
import {
  type ClassPerson,
  type ClassSummary,
  type Estimate,
  LEAST_PEOPLE,
  type PersonTopic,
} from './class-summary.js';

/** Rows told of each table; CSV and JSON have all. */
const MOST_TOLD = 200;
const MOST_WEAK = 8;
const WEEKS_TOLD = 26;

/** `screen`: people in lines instead of a table as wide as there are topics. */
export function outlineOfClass(summary: ClassSummary, screen: boolean): Outline {
  const sections: Section[] = [
    { title: '', blocks: headline(summary) },
    { title: 'Weak topics of the group', blocks: weakTopics(summary) },
    { title: 'People and topics', blocks: screen ? peopleLines(summary) : peopleTables(summary) },
    { title: 'Not started', blocks: notStarted(summary) },
    { title: 'Teams', blocks: teams(summary) },
    { title: 'Progress by week', blocks: weeks(summary) },
    { title: 'What the figures mean', blocks: [{ kind: 'text', text: MEANING, tone: 'quiet' }] },
  ];
  return {
    title: 'Class report',
    day: summary.day,
    scope: scopeWords(summary),
    sections: sections.filter(({ blocks }) => blocks.length > 0),
    program: summary.program,
    summary: null,
  };
}

const MEANING =
  'A chance is the estimated chance to answer a new question of middling difficulty right, without options to guess from, made of first ' +
  'attempts only; the truth lies inside an 80 % interval four times out of five. Levels and guessing are reckoned with. Names are those people ' +
  `gave themselves. Groups of fewer than ${LEAST_PEOPLE} people are not broken down. Treat the order as advice on where to help, not as a mark.`;

function scopeWords({ scope }: ClassSummary): string {
  if (scope.people === 0) return 'No answers in these files.';
  return `${groupedCount(scope.answers, 'answer')} of ${counted(scope.people, 'person', 'people')} in ${counted(scope.files, 'file')}, from ${scope.firstDay} to ${scope.lastDay} (UTC)`;
}

const text = (words: string): Block => ({ kind: 'text', text: words });

function headline({ scope, group, hiddenPeople }: ClassSummary): Block[] {
  const { copies, unreadable, leftOut } = scope;
  return [
    ...(!group && scope.people > 0
      ? [text(`Fewer than ${LEAST_PEOPLE} people: nothing is said of them as a group.`)]
      : []),
    ...(hiddenPeople > 0
      ? [
          text(
            `${counted(hiddenPeople, 'person', 'people')} without a name of their own ${hiddenPeople === 1 ? 'is' : 'are'} not shown in a group this small.`,
          ),
        ]
      : []),
    ...(copies > 0 ? [text(`${groupedCount(copies, 'row')} came twice and counted once.`)] : []),
    ...(unreadable > 0 ? [text(`${groupedCount(unreadable, 'line')} could not be read as answers.`)] : []),
    ...(leftOut > 0
      ? [text(`${groupedCount(leftOut, 'row')} of more people or topics than a class has were left out.`)]
      : []),
  ];
}

const interval = ({ low, high }: Estimate) => percentRange(low, high);
const figures = (...titles: readonly string[]) => titles.map((title) => ({ title, number: true }));

function weakTopics({ topics }: ClassSummary): Block[] {
  if (topics.length === 0) return [];
  const rows = topics
    .slice(0, MOST_WEAK)
    .map((topic) => [
      String(topic.rank),
      topic.title,
      percent(topic.chance),
      interval(topic),
      percent(topic.weakChance),
      topic.word,
      String(topic.people),
      String(topic.notStarted),
    ]);
  const columns = [
    { title: 'Rank', number: true },
    { title: 'Topic' },
    ...figures('Chance', '80 % interval', 'Weak'),
    { title: 'In words' },
    ...figures('People', 'Not started'),
  ];
  return [{ kind: 'table', caption: 'Weak topics of the group', columns, rows }];
}

function slugsOf({ topics, people }: ClassSummary): string[] {
  const all =
    topics.length > 0
      ? topics.map(({ topic }) => topic)
      : people.flatMap((person) => person.topics.map(({ topic }) => topic));
  return [...new Set(all)].sort();
}

function peopleTables(summary: ClassSummary): Block[] {
  const { people, topics } = summary;
  if (people.length === 0) return [];
  const titles = new Map(topics.map(({ topic, title }) => [topic, title]));
  const slugs = slugsOf(summary);
  const rows = people
    .slice(0, MOST_TOLD)
    .map((person) => [
      person.person,
      person.team ?? '',
      groupedNumber(person.answers),
      person.lastDay,
      cell(person),
      ...slugs.map((slug) => cell(person.topics.find(({ topic }) => topic === slug))),
    ]);
  const columns = [
    { title: 'Person' },
    { title: 'Team' },
    ...figures('Answers', 'Last day', 'All topics', ...slugs.map((slug) => titles.get(slug) ?? slug)),
  ];
  return [{ kind: 'table', caption: 'People and topics', columns, rows }, ...more(people)];
}

function cell(figure: Pick<PersonTopic, 'chance' | 'low' | 'high' | 'enough'> | undefined): string {
  if (figure === undefined) return '';
  return figure.enough ? `${percent(figure.chance)} (${interval(figure)})` : 'too few';
}

function peopleLines({ people, topics }: ClassSummary): Block[] {
  if (people.length === 0) return [];
  const titles = new Map(topics.map(({ topic, title }) => [topic, title]));
  const items = people.slice(0, MOST_TOLD).map((person) => {
    const team = person.team === null ? '' : ` (${person.team})`;
    return `${person.person}${team}: ${cell(person)} over all topics, ${groupedCount(person.answers, 'answer')}, last on ${person.lastDay}. ${topicWords(person, titles)}`;
  });
  return [{ kind: 'list', items }, ...more(people)];
}

function topicWords({ topics }: ClassPerson, titles: ReadonlyMap<string, string>): string {
  const enough = topics.filter((topic) => topic.enough).sort((a, b) => a.chance - b.chance);
  const few = topics.length - enough.length;
  const said = enough.map((topic) => `${titles.get(topic.topic) ?? topic.topic} ${cell(topic)}`);
  if (few > 0) said.push(`${enough.length === 0 ? 'Too' : 'too'} few answers in ${counted(few, 'topic')}`);
  return said.length === 0 ? '' : `${said.join(', ')}.`;
}

function more(people: readonly unknown[]): Block[] {
  const rest = people.length - MOST_TOLD;
  return rest > 0 ? [text(`… and ${rest} more: see --format csv or json.`)] : [];
}

function notStarted({ notStarted: names }: ClassSummary): Block[] {
  return names.length === 0 ? [] : [{ kind: 'list', items: names.slice(0, MOST_TOLD) }, ...more(names)];
}

function teams({ teams: told, smallTeams, topics }: ClassSummary): Block[] {
  const titles = new Map(topics.map(({ topic, title }) => [topic, title]));
  const rows = told
    .slice(0, MOST_TOLD)
    .map((team) => [
      team.team,
      String(team.people),
      groupedNumber(team.answers),
      percent(team.chance),
      interval(team),
      team.weakest.map((topic) => titles.get(topic) ?? topic).join(', '),
    ]);
  const columns = [
    { title: 'Team' },
    ...figures('People', 'Answers', 'Chance', '80 % interval'),
    { title: 'Weakest topics' },
  ];
  return [
    ...(rows.length > 0 ? [{ kind: 'table', caption: 'Teams', columns, rows } as const] : []),
    ...(smallTeams.teams > 0
      ? [
          text(
            `${counted(smallTeams.teams, 'team')} with ${counted(smallTeams.people, 'person', 'people')} ${smallTeams.teams === 1 ? 'is' : 'are'} not told: too few to stand for a group, or needed to keep those from being reckoned out.`,
          ),
        ]
      : []),
  ];
}

function weeks({ weeks: all }: ClassSummary): Block[] {
  if (all.length === 0) return [];
  const rows = all
    .slice(-WEEKS_TOLD)
    .map(({ week, people, answers, credit }) => [
      week,
      String(people),
      groupedNumber(answers),
      credit === null ? 'too few' : percent(credit),
    ]);
  const columns = [{ title: 'Week of' }, ...figures('People', 'Answers', 'Credit of first attempts')];
  return [{ kind: 'table', caption: 'Progress by week', columns, rows }];
}
