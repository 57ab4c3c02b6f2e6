// api-quiz plan: what to do each day until the interview, and what that changes.

import { themeOf } from '../app/choose-player.js';
import type { Command } from '../app/command.js';
import { towardsAdvert } from '../app/from-advert.js';
import { openPool } from '../app/open-bank.js';
import { openHistory } from '../app/open-history.js';
import { openSettings } from '../app/open-settings.js';
import { MINUTES_PER_DAY, standingOf, standingSourceOf } from '../app/open-summary.js';
import { FILTER_OPTIONS, FROM_ADVERT } from '../app/options.js';
import { dateOfPlan } from '../app/plan-date.js';
import { pageColumnsOf, printJson, printLines } from '../app/print.js';
import { startProgress } from '../app/progress.js';
import { summaryFor } from '../app/summary-of-history.js';
import { signsFor } from '../report/painter.js';
import { renderPlan } from '../report/render-plan.js';
import { planFigures } from '../report/standing-figures.js';

export const plan: Command = {
  options: [
    'date',
    { option: 'minutes', text: `minutes a day, ${MINUTES_PER_DAY} when left out` },
    ...FILTER_OPTIONS,
    FROM_ADVERT,
    'ascii',
    'json',
    'now',
    'noPager',
  ],
  examples: [
    'api-quiz plan --date 2026-12-15',
    'api-quiz plan --minutes 45',
    'api-quiz plan --from advert.txt',
    'api-quiz config interviewDate 2026-12-15',
  ],
  pages: () => true,
  async run(world, _args, options) {
    const settings = openSettings(world);
    const interviewDate = dateOfPlan(options.date, settings.interviewDate, world.now());
    const minutesPerDay = options.minutes ?? MINUTES_PER_DAY;
    const progress = startProgress(world);
    const towards = await towardsAdvert(world, settings, options);
    const opened = await openPool(world, settings, towards.options);
    const history = openHistory(world);
    progress.step('Planning');
    const filters = { since: null, until: null, topics: opened.filter.topics, sitting: null };
    const { level } = settings;
    const asked = { filters, interviewDate, minutesPerDay, level, ...towards.shares };
    const request = { world, opened, history, ...asked };
    const standing = standingOf(request);
    const made = standing ? planFigures(standingSourceOf(request), standing) : summaryFor(request).plan;
    progress.end();
    if (made === null) throw new Error('a plan was asked for and none was made');
    if (options.json) printJson(world, made);
    else {
      const signs = signsFor(options.ascii === true || settings.ascii === true);
      printLines(
        world,
        renderPlan(made, pageColumnsOf(world), { ...themeOf({ world, settings, options }), signs }),
      );
    }
    history.keep();
    return 0;
  },
};
