// api-quiz history: what was sat and answered; backup, restore, delete.

import { Failure } from '../text/failure.js';
import { nearestNames } from '../text/nearest.js';
import type { Command, Options } from './command.js';
import { deleteSitting, restoreSitting } from './history-delete.js';
import { listSittings, showSitting } from './history-show.js';
import { exportTo, importFrom } from './history-transfer.js';
import { JSON_OPTION, YES_OPTION } from './options.js';
import { regradeHistory } from './regrade.js';
import type { ExitCode, World } from './world.js';

type Action = (world: World, name: string | undefined, options: Options) => Promise<ExitCode>;

const ACTIONS: Readonly<Record<string, Action>> = {
  list: async (world, _name, options) => listSittings(world, options),
  show: async (world, name = 'last', options) => showSitting(world, name, options),
  export: exportTo,
  import: importFrom,
  delete: deleteSitting,
  restore: restoreSitting,
  regrade: async (world, _name, options) => regradeHistory(world, options),
};

/** Ids begin with a digit. */
const SITTING = /^(\d|last$)/;

export const history: Command = {
  arguments: [
    {
      name: '[action]',
      text: 'list, show, export, import, delete, restore or regrade; or the id of a sitting',
    },
    { name: '[name]', text: 'a sitting (its id, the start of it, or last), or a file' },
  ],
  options: [JSON_OPTION, YES_OPTION, { flags: '--force', text: 'export: replace an existing file' }],
  examples: [
    'api-quiz history',
    'api-quiz history last',
    'api-quiz history export backup.json',
    'api-quiz history import backup.json',
  ],
  async run(world, [action = 'list', name], options) {
    const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (run) return run(world, name, options);
    if (SITTING.test(action)) return showSitting(world, action, options);
    const actions = Object.keys(ACTIONS);
    const nearest = nearestNames(action, actions);
    throw new Failure('action-unknown', {
      verb: 'history',
      name: action,
      nearest: (nearest.length > 0 ? nearest : actions).join(', '),
    });
  },
};
