// api-quiz stats: what the answers say, drawn: mastery, days, curves, time.

import { themeOf } from '../app/choose-player.js';
import type { Command } from '../app/command.js';
import { openPool } from '../app/open-bank.js';
import { openHistory } from '../app/open-history.js';
import { openSettings } from '../app/open-settings.js';
import { lastReportOf, standingOf, standingSourceOf } from '../app/open-summary.js';
import { FILTER_OPTIONS } from '../app/options.js';
import { pageColumnsOf, printJson, printLines } from '../app/print.js';
import { startProgress } from '../app/progress.js';
import { summaryFor } from '../app/summary-of-history.js';
import { signsFor } from '../report/painter.js';
import { briefFigures } from '../report/standing-figures.js';

export const stats: Command = {
  options: [...FILTER_OPTIONS, 'brief', 'ascii', 'json', 'now', 'noPager'],
  examples: ['api-quiz stats', 'api-quiz stats --topic graphql', 'api-quiz stats --brief'],
  pages: () => true,
  async run(world, _args, options) {
    const settings = openSettings(world);
    const progress = options.brief ? undefined : startProgress(world);
    const opened = await openPool(world, settings, options);
    const history = openHistory(world);
    progress?.step('Computing');
    const filters = { since: null, until: null, topics: opened.filter.topics, sitting: null };
    const request = { world, opened, history, filters, lastReport: lastReportOf(settings, world.now()) };
    const { briefLine, renderStats, statsData } = await import('../report/render-stats.js');
    const standing = options.brief ? standingOf(request) : undefined;
    if (standing) {
      printLines(world, [briefLine(briefFigures(standingSourceOf(request), standing))]);
      history.keep();
      return 0;
    }
    const summary = summaryFor(request);
    progress?.end();
    if (options.json) printJson(world, statsData(summary));
    else if (options.brief) printLines(world, [briefLine(summary)]);
    else {
      const signs = signsFor(options.ascii === true || settings.ascii === true);
      printLines(
        world,
        renderStats(summary, pageColumnsOf(world), { ...themeOf({ world, settings, options }), signs }),
      );
    }
    history.keep();
    return 0;
  },
};
