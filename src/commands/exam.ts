// api-quiz exam: a mock exam, one clock for the whole paper, nothing told before the end.

import { readBlueprint } from '../app/blueprint-file.js';
import type { Command } from '../app/command.js';
import { againOf, openScene, seedOf, sittingChoices } from '../app/open-scene.js';
import { FILTER_OPTIONS, type Options, SITTING_OPTIONS } from '../app/options.js';
import { tellLines } from '../app/print.js';
import { startSitting } from '../app/run-sitting.js';
import { filterInWords } from '../bank/filter.js';
import { MODE_RULES } from '../history/modes.js';
import { chooseByBlueprint, defaultBlueprint } from '../session/choose/blueprint.js';
import { Failure } from '../text/failure.js';

const MINUTE_MS = 60_000;

export const exam: Command = {
  options: [
    ...FILTER_OPTIONS,
    {
      option: 'minutes',
      text: "time for the whole paper; the sum of the questions' own limits when left out",
    },
    'blueprint',
    'negative',
    'withOpen',
    ...SITTING_OPTIONS,
  ],
  examples: [
    'api-quiz exam',
    'api-quiz exam --count 20 --minutes 25 --negative',
    'api-quiz exam --topic graphql,grpc-protobuf',
  ],
  async run(world, _args, options) {
    const scene = await openScene(world, options, false);
    const { entries, bank, filter } = scene;
    const again = againOf(scene, options);
    if (again)
      return startSitting(scene, again.chosen, {
        mode: 'exam',
        seed: again.seed,
        title: again.title,
        paperMs: paperMsOf(options),
        ...sittingChoices(scene),
      });
    const seed = seedOf(world, options);
    const pool = options.withOpen ? entries : entries.filter((entry) => entry.type !== 'open');
    const wanted = options.count ?? MODE_RULES.exam.count;
    const parts =
      typeof options.blueprint === 'string'
        ? readBlueprint(options.blueprint, bank)
        : defaultBlueprint(pool, wanted);
    const { chosen, missing } = chooseByBlueprint(pool, parts, scene.shares, seed);
    for (const { part, found } of missing) {
      const what = [part.topic, part.level, part.type].filter(Boolean).join(' ') || 'questions';
      tellLines(world, [`Only ${found} of ${part.count} there: ${what}.`]);
    }
    if (chosen.length === 0) throw new Failure('nothing-matches');
    return startSitting(scene, chosen, {
      mode: 'exam',
      seed,
      title: filterInWords(filter),
      paperMs: paperMsOf(options),
      ...sittingChoices(scene),
    });
  },
};

/** Null: the sum of the questions' own limits. */
function paperMsOf({ minutes }: Options): number | null {
  return minutes === undefined ? null : minutes * MINUTE_MS;
}
