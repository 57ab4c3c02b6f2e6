// api-quiz topics: the topics of the bank, and the concepts of one.

import type { Command } from '../app/command.js';
import { openEntryStates } from '../app/entry-states.js';
import { openBank } from '../app/open-bank.js';
import { openSettings } from '../app/open-settings.js';
import { FILTER_OPTIONS } from '../app/options.js';
import { alignColumns, columnsOf, printJson, printLines } from '../app/print.js';
import type { BankEntry } from '../bank/entry.js';
import { filterEntries, NO_FILTER } from '../bank/filter.js';
import { Failure } from '../text/failure.js';
import { wrapHanging } from '../text/fit.js';
import { nearestNames } from '../text/nearest.js';
import { safeLine } from '../text/safe.js';

/** Cells of a figure. */
const COLUMN = 5;

export const topics: Command = {
  arguments: [{ name: '[topic]', text: 'show its concepts' }],
  options: [...FILTER_OPTIONS, 'now', 'json'],
  async run(world, [name], options) {
    const { bank, entries } = await openBank(world, openSettings(world), options);
    const count = (slug: string) => filterEntries(entries, { ...NO_FILTER, topics: [slug] }).length;
    if (name === undefined) {
      const states = openEntryStates(world, bank);
      const standingIn = (slug: string) => {
        const inTopic = filterEntries(entries, { ...NO_FILTER, topics: [slug] });
        const many = (of: (entry: BankEntry) => boolean) => inTopic.filter(of).length;
        return { seen: many(states.seen), right: many(states.right), due: many(states.due) };
      };
      const rows = bank.topics.map(({ slug, title, scope, concepts }) => ({
        topic: slug,
        title,
        scope,
        questions: count(slug),
        ...standingIn(slug),
        concepts: concepts.map((concept) => concept.slug),
      }));
      if (options.json) printJson(world, rows);
      else {
        const figures = ({ topic, questions, seen, right, due }: (typeof rows)[number]) => [
          topic,
          ...[questions, seen, right, due].map((figure) => String(figure).padStart(COLUMN)),
        ];
        const head = ['topic', ...['all', 'seen', 'right', 'due'].map((word) => word.padStart(COLUMN)), ''];
        printLines(
          world,
          alignColumns(
            [head, ...rows.map((row) => [...figures(row), safeLine(row.title)])],
            columnsOf(world),
          ),
        );
      }
      return 0;
    }
    const topic = bank.topics.find(({ slug }) => slug === name);
    if (!topic)
      throw new Failure('filter-unknown', {
        kind: 'topic',
        name,
        nearest: nearestNames(
          name,
          bank.topics.map(({ slug }) => slug),
        ).join(', '),
        see: 'topics',
      });
    const concepts = topic.concepts.map((concept) => ({
      concept: concept.slug,
      title: concept.title,
      level: concept.level,
      know: concept.know,
      questions: entries.filter((entry) => entry.concepts.includes(concept.slug)).length,
    }));
    if (options.json)
      printJson(world, {
        topic: topic.slug,
        title: topic.title,
        scope: topic.scope,
        questions: count(topic.slug),
        concepts,
      });
    else {
      const width = Math.min(columnsOf(world), 100);
      printLines(world, [
        `${safeLine(topic.title)} (${topic.slug}), ${count(topic.slug)} questions`,
        ...(topic.scope === undefined ? [] : wrapHanging(safeLine(topic.scope), width, '')),
        '',
        ...concepts.flatMap((concept) => [
          `${concept.concept}  ${safeLine(concept.title)}, ${concept.questions}`,
          ...(concept.know === undefined ? [] : wrapHanging(safeLine(concept.know), width, '    ')),
        ]),
      ]);
    }
    return 0;
  },
};
