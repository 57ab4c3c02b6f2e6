// api-quiz topics: the topics of the bank, and the concepts of one.

import type { Command } from '../app/command.js';
import { openEntryStates } from '../app/entry-states.js';
import { openBank } from '../app/open-bank.js';
import { openSettings } from '../app/open-settings.js';
import { FILTER_OPTIONS } from '../app/options.js';
import { alignColumns, columnsOf, printJson, printLines } from '../app/print.js';
import type { World } from '../app/world.js';
import type { Bank } from '../bank/bank.js';
import type { BankEntry } from '../bank/entry.js';
import type { Topic } from '../bank/pack-file.js';
import { Failure } from '../text/failure.js';
import { cellWidth, wrapHanging } from '../text/fit.js';
import { nearestNames } from '../text/nearest.js';
import { safeLine } from '../text/safe.js';

/** Cells of a figure. */
const COLUMN = 5;
/** Columns from which on a title says something. */
const ROOM_FOR_TITLES = 72;
/** Cells of a line of text at most. */
const WIDEST = 100;

type TopicRow = ReturnType<typeof topicRows>[number];
type TopicPage = ReturnType<typeof topicPage>;

export const topics: Command = {
  arguments: [{ name: '[topic]', text: 'show its concepts' }],
  options: [...FILTER_OPTIONS, 'now', 'json', 'noPager'],
  pages: () => true,
  async run(world, [name], options) {
    const { bank, entries } = await openBank(world, openSettings(world), options);
    if (name === undefined) {
      const rows = topicRows(world, bank, entries);
      if (options.json) printJson(world, rows);
      else printLines(world, linesOf(rows, columnsOf(world)));
      return 0;
    }
    const page = topicPage(topicNamed(name, bank.topics), entries);
    if (options.json) printJson(world, page);
    else printLines(world, pageLines(page, Math.min(columnsOf(world), WIDEST)));
    return 0;
  },
};

function topicRows(world: World, bank: Bank, entries: readonly BankEntry[]) {
  const states = openEntryStates(world, bank);
  const byTopic = new Map<string, BankEntry[]>(bank.topics.map(({ slug }) => [slug, []]));
  for (const entry of entries) byTopic.get(entry.topic)?.push(entry);
  return bank.topics.map(({ slug, title, scope, concepts }) => {
    const inTopic = byTopic.get(slug) ?? [];
    const many = (of: (entry: BankEntry) => boolean) => inTopic.filter(of).length;
    return {
      topic: slug,
      title,
      scope,
      questions: inTopic.length,
      seen: many(states.seen),
      right: many(states.right),
      due: many(states.due),
      concepts: concepts.map((concept) => concept.slug),
    };
  });
}

/** A table; where the window is too narrow for its figures they stand below each topic. */
function linesOf(rows: readonly TopicRow[], columns: number): string[] {
  const lines = alignColumns(tableOf(rows, columns), columns);
  if (lines.every((line) => cellWidth(line) <= columns)) return lines;
  return rows.flatMap(({ topic, questions, seen, right, due }) => [
    topic,
    `  ${questions} in all, ${seen} seen, ${right} right, ${due} due`,
  ]);
}

/** The title stands beside its figures where there is room for most of it. */
function tableOf(rows: readonly TopicRow[], columns: number): string[][] {
  const head = ['topic', ...['all', 'seen', 'right', 'due'].map((word) => word.padStart(COLUMN))];
  const cells = ({ topic, title, questions, seen, right, due }: TopicRow) => [
    topic,
    ...[questions, seen, right, due].map((figure) => String(figure).padStart(COLUMN)),
    ...(columns < ROOM_FOR_TITLES ? [] : [safeLine(title)]),
  ];
  return [head, ...rows.map(cells)];
}

function topicNamed(name: string, all: readonly Topic[]): Topic {
  const topic = all.find(({ slug }) => slug === name);
  if (topic) return topic;
  const slugs = all.map(({ slug }) => slug);
  const nearest = nearestNames(name, slugs).join(', ');
  throw new Failure('filter-unknown', { kind: 'topic', name, nearest, see: 'topics' });
}

function topicPage({ slug, title, scope, concepts }: Topic, entries: readonly BankEntry[]) {
  return {
    topic: slug,
    title,
    scope,
    questions: entries.filter((entry) => entry.topic === slug).length,
    concepts: concepts.map((concept) => ({
      concept: concept.slug,
      title: concept.title,
      level: concept.level,
      know: concept.know,
      questions: entries.filter((entry) => entry.concepts.includes(concept.slug)).length,
    })),
  };
}

function pageLines({ topic, title, scope, questions, concepts }: TopicPage, width: number): string[] {
  return [
    `${safeLine(title)} (${topic}), ${questions} questions`,
    ...(scope === undefined ? [] : wrapHanging(safeLine(scope), width, '')),
    '',
    ...concepts.flatMap((concept) => [
      `${concept.concept}  ${safeLine(concept.title)}, ${concept.questions}`,
      ...(concept.know === undefined ? [] : wrapHanging(safeLine(concept.know), width, '    ')),
    ]),
  ];
}
