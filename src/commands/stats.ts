// api-quiz stats: answers, credit and time per topic.

import { filterEntries, NO_FILTER } from '../bank/filter.js';
import type { RememberedAnswer } from '../history/remembered-answer.js';
import { readSettings } from '../history/settings.js';
import { headLine, indent, measure, ruleLine } from '../terminal/frame.js';
import { bar } from '../terminal/screens/bar.js';
import { spanInWords } from '../text/duration.js';
import { cutText, padText } from '../text/fit.js';
import { percent } from '../text/number.js';
import { themeOf } from './choose-player.js';
import type { Command } from './command.js';
import { openBank } from './open-bank.js';
import { openHistory } from './open-history.js';
import { ASCII_OPTION, FILTER_OPTIONS, JSON_OPTION } from './options.js';
import { columnsOf, printJson, printLines } from './print.js';

export interface TopicStats {
  topic: string;
  answers: number;
  /** Mean credit, 0 to 1; null without answers. */
  credit: number | null;
  elapsedMs: number;
  questions: number;
  unseen: number;
}

export const stats: Command = {
  options: [...FILTER_OPTIONS, ASCII_OPTION, JSON_OPTION],
  async run(world, _args, options) {
    const { settings } = readSettings(world.home);
    const { bank, entries, filter } = await openBank(world, settings, options);
    const { answers } = openHistory(world);
    const known = bank.topics
      .map((topic) => topic.slug)
      .filter((slug) => filter.topics.length === 0 || filter.topics.includes(slug));
    const rows = known.map((slug) =>
      statsOf(
        slug,
        answers,
        filterEntries(entries, { ...NO_FILTER, topics: [slug] }).map((entry) => entry.key),
      ),
    );
    if (options.json) {
      printJson(world, { answers: answers.length, topics: rows });
      return 0;
    }
    const theme = themeOf({ world, settings, options });
    const width = measure(columnsOf(world));
    const titles = new Map(bank.topics.map(({ slug, title }) => [slug, title]));
    const cells = width >= 60 ? 16 : 8;
    const nameWidth = Math.max(8, width - cells - (width >= 60 ? 34 : 16));
    const lines = rows.map(({ topic, answers: count, credit, elapsedMs, unseen, questions }) => {
      const name = padText(cutText(titles.get(topic) ?? topic, nameWidth, theme.glyphs.ellipsis), nameWidth);
      const share = credit === null ? padText('', cells) : bar(credit, cells, theme);
      const figures = `${padText(String(count), 4, 'left')}  ${padText(credit === null ? theme.glyphs.dash : percent(credit), 6, 'left')}`;
      const more =
        width >= 60
          ? `  ${padText(count === 0 ? '' : spanInWords(elapsedMs / count), 9, 'left')}  ${theme.dim(`${questions - unseen}/${questions}`)}`
          : '';
      return `${name} ${share} ${figures}${more}`;
    });
    const legend =
      width >= 60 ? 'answers, mean credit, time per answer, questions seen' : 'answers, mean credit';
    printLines(
      world,
      indent([
        '',
        headLine('Statistics', `${answers.length} answers`, width, theme),
        ruleLine(width, theme),
        ...lines,
        '',
        theme.dim(legend),
        '',
      ]),
    );
    return 0;
  },
};

function statsOf(topic: string, answers: readonly RememberedAnswer[], keys: readonly string[]): TopicStats {
  const own = answers.filter((answer) => answer.topic === topic && answer.outcome !== 'expired');
  const seen = new Set(answers.map((answer) => answer.item));
  return {
    topic,
    answers: own.length,
    credit:
      own.length === 0 ? null : own.reduce((sum, answer) => sum + answer.effectiveCredit, 0) / own.length,
    elapsedMs: own.reduce((sum, answer) => sum + answer.elapsedMs, 0),
    questions: keys.length,
    unseen: keys.filter((key) => !seen.has(key)).length,
  };
}
