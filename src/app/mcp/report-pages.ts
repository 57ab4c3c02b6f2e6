// What an assistant may read: the topics, and reports as Markdown. No key of a question that is still to be answered.

import { filterEntries, NO_FILTER } from '../../bank/filter.js';
import { renderSummary } from '../../report/formats.js';
import { plainPainter } from '../../report/painter.js';
import { openBank } from '../open-bank.js';
import { openHistory } from '../open-history.js';
import { openSettings } from '../open-settings.js';
import type { Options } from '../options.js';
import type { World } from '../world.js';
import { figuresOf } from './figures.js';

interface ReadablePage {
  uri: string;
  name: string;
  description: string;
  mimeType: string;
}

const TOPICS = 'api-quiz://topics';
const REPORTS = 'api-quiz://reports';
const OVERALL = `${REPORTS}/all`;

/** Sittings whose reports are listed; older ones can be read too. */
const LISTED = 10;

/** What can be read by a name that is made up from a pattern. */
export const PAGE_TEMPLATES = [
  {
    uriTemplate: `${TOPICS}/{topic}`,
    name: 'topic',
    description: 'One topic: its concepts, and how many questions there are of each',
    mimeType: 'application/json',
  },
  {
    uriTemplate: `${REPORTS}/{sitting}`,
    name: 'report of a sitting',
    description: 'What the answers of one sitting say; the id of a sitting, the start of it, or last',
    mimeType: 'text/markdown',
  },
];

/** The pages, the latest sittings among them. */
export function listPages(world: World): ReadablePage[] {
  const { sittings } = openHistory(world);
  return [
    {
      uri: TOPICS,
      name: 'topics',
      description: 'The topics of the bank, with how many questions each has',
      mimeType: 'application/json',
    },
    {
      uri: OVERALL,
      name: 'report',
      description: 'Weak topics, a study list and all figures, over all answers',
      mimeType: 'text/markdown',
    },
    ...sittings
      .slice(-LISTED)
      .reverse()
      .map(({ id, header }) => ({
        uri: `${REPORTS}/${id}`,
        name: `report of ${header.mode} ${new Date(header.startedAt).toISOString().slice(0, 10)}`,
        description: 'What the answers of this sitting say',
        mimeType: 'text/markdown',
      })),
  ];
}

/** The text of a page; undefined: there is none of this name. `untold`: items whose key must not be told yet. */
export async function readPage(
  world: World,
  options: Options,
  uri: string,
  untold: ReadonlySet<string>,
): Promise<{ text: string; mimeType: string } | undefined> {
  if (uri === TOPICS) return json(await topicsPage(world, options));
  if (uri.startsWith(`${TOPICS}/`)) {
    const topic = await topicPage(world, options, nameIn(uri));
    return topic && json(topic);
  }
  if (!uri.startsWith(`${REPORTS}/`)) return undefined;
  const sitting = uri === OVERALL ? undefined : nameIn(uri);
  const text = await reportPage(world, options, untold, sitting);
  return { text, mimeType: 'text/markdown' };
}

const json = (value: object) => ({ text: JSON.stringify(value, null, 1), mimeType: 'application/json' });

/** What stands behind the last slash; what is no text at all is nobody's name. */
function nameIn(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

async function topicsPage(world: World, options: Options): Promise<object> {
  const { bank, entries } = await openBank(world, openSettings(world), options);
  return {
    topics: bank.topics.map(({ slug, title, scope }) => ({
      topic: slug,
      title,
      ...(scope === undefined ? {} : { scope }),
      questions: filterEntries(entries, { ...NO_FILTER, topics: [slug] }).length,
    })),
  };
}

/** Without the line of what a candidate must be able to say: it answers questions. */
async function topicPage(world: World, options: Options, name: string): Promise<object | undefined> {
  const { bank, entries } = await openBank(world, openSettings(world), options);
  const topic = bank.topics.find(({ slug }) => slug === name);
  return (
    topic && {
      topic: topic.slug,
      title: topic.title,
      concepts: topic.concepts.map(({ slug, title }) => ({
        concept: slug,
        title,
        questions: entries.filter(({ concepts }) => concepts.includes(slug)).length,
      })),
    }
  );
}

async function reportPage(
  world: World,
  options: Options,
  untold: ReadonlySet<string>,
  sitting: string | undefined,
): Promise<string> {
  const { interviewDate } = openSettings(world);
  const summary = await figuresOf(world, {
    options,
    interviewDate: interviewDate ?? null,
    withTexts: true,
    ...(sitting === undefined ? {} : { sitting }),
  });
  const told = { ...summary, missed: summary.missed.filter(({ item }) => !untold.has(item)) };
  return renderSummary('markdown', told, { columns: 84, painter: plainPainter(false) });
}
