// api-quiz history: what was sat and answered; backup, restore, delete.

import type { Command } from '../app/command.js';
import { refuseBeside } from '../app/exclusions.js';
import { deleteSitting, restoreSitting } from '../app/history/delete-history.js';
import { exportAnswers } from '../app/history/export-answers.js';
import { regradeHistory } from '../app/history/regrade-history.js';
import { listSittings, showSitting } from '../app/history/show-history.js';
import { syncWith } from '../app/history/sync-verb.js';
import { exportTo, importFrom } from '../app/history/transfer-history.js';
import type { OptionName, Options } from '../app/options.js';
import type { ExitCode, World } from '../app/world.js';
import { ANSWER_FORMATS } from '../exchange/answers/formats.js';
import { Failure } from '../text/failure.js';
import { adviceOn } from '../text/nearest.js';

type Action = (world: World, name: string | undefined, options: Options) => Promise<ExitCode>;

const ACTIONS: Readonly<Record<string, Action>> = {
  list: async (world, _name, options) => listSittings(world, options),
  show: async (world, name = 'last', options) => showSitting(world, name, options),
  export: async (world, file, options) => {
    const format = ANSWER_FORMATS.find((name) => name === options.format);
    return format ? exportAnswers(world, file, format, options) : exportTo(world, file, options);
  },
  import: importFrom,
  sync: syncWith,
  delete: deleteSitting,
  restore: restoreSitting,
  regrade: async (world, _name, options) => regradeHistory(world, options),
};

/** Ids begin with a digit. */
const SITTING = /^(\d|last$)/;

/** Of an export for other programs. */
const ANSWER_OPTIONS = [
  {
    option: 'format',
    text: 'export: rows for other programs; a whole backup when left out',
    values: ANSWER_FORMATS,
  },
  'as',
  'team',
  { option: 'since', text: 'export: only answers of this span (7d, 2w) or since this day' },
  'withResponses',
  'now',
] as const;

/** Options that change what is done, and the actions that hear them: an import with --dry-run must not import. */
const HEARD: readonly (readonly [OptionName, readonly string[]])[] = [
  ['format', ['export']],
  ['as', ['export']],
  ['team', ['export']],
  ['since', ['export']],
  ['withResponses', ['export']],
  ['dryRun', ['export', 'sync']],
  ['git', ['sync']],
];

/** Throws Failure `options-exclude`. A backup is whole, and written at once: only rows for other programs are chosen. */
function refuseUnheard(action: string, options: Options): void {
  const isBackup = action === 'export' && options.format === undefined;
  const unheard = HEARD.filter(([, actions]) => isBackup || !actions.includes(action)).map(([name]) => name);
  refuseBeside(isBackup ? 'history export without --format' : `history ${action}`, options, unheard);
}

export const history: Command = {
  arguments: [
    {
      name: '[action]',
      text: 'list, show, export, import, sync, delete, restore or regrade; or the id of a sitting',
    },
    {
      name: '[name]',
      text: 'a sitting (its id, the start of it, or last), a file, or a folder to sync with',
    },
  ],
  options: [
    'json',
    'yes',
    { option: 'force', text: 'export: replace an existing file' },
    'git',
    'dryRun',
    'noPager',
    ...ANSWER_OPTIONS,
  ],
  examples: [
    'api-quiz history',
    'api-quiz history last',
    'api-quiz history export backup.json',
    'api-quiz history import backup.json',
    'api-quiz history export ann.ndjson --format ndjson --as Ann --team blue',
    'api-quiz history sync ~/Dropbox/api-quiz',
    'api-quiz history sync ~/my-history --git',
  ],
  pages: ([action = 'list']) => ['list', 'show'].includes(action) || SITTING.test(action),
  async run(world, [action = 'list', name], options) {
    refuseUnheard(action, options);
    const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (run) return run(world, name, options);
    if (SITTING.test(action)) return showSitting(world, action, options);
    throw new Failure('action-unknown', {
      verb: 'history',
      name: action,
      advice: adviceOn(action, Object.keys(ACTIONS)),
    });
  },
};
