// api-quiz pack: packs from folders, git, npm and tarballs, pinned and checked.

import type { Command } from '../app/command.js';
import { addPack, listPacks, removePacks, updatePacks } from '../app/packs/change-packs.js';
import { printJson, printLines, printWrapped } from '../app/print.js';
import { EXIT } from '../app/world.js';
import { Failure } from '../text/failure.js';
import { adviceOn } from '../text/nearest.js';
import { safeLine } from '../text/safe.js';

const STATES = { intact: '', changed: '  CHANGED ON DISK', missing: '  FILES ARE GONE' };
const ACTIONS = ['list', 'add', 'update', 'remove'];

const NONE_YET = 'No pack from elsewhere. Add one: api-quiz pack add github:owner/questions';

export const pack: Command = {
  arguments: [
    { name: '[action]', text: ACTIONS.join(', ') },
    {
      name: '[what...]',
      text: 'add: ./dir, github:owner/repo[/sub][#ref], npm:name, https://x.tgz; else names',
    },
  ],
  options: [
    { option: 'name', text: 'add: what to call it here, when its id is taken or says little' },
    'dryRun',
    'yes',
    'json',
  ],
  examples: [
    'api-quiz pack add github:owner/questions#v2',
    'api-quiz pack add npm:@scope/questions@^1',
    'api-quiz pack update --dry-run',
    'api-quiz pack remove questions',
  ],
  async run(world, [action = 'list', ...names], options) {
    const [first] = names;
    if (action === 'add') {
      if (first === undefined)
        throw new Failure('name-needed', {
          verb: 'pack',
          action,
          what: 'a source',
          example: 'github:owner/questions',
        });
      const added = await addPack(world, first, options);
      printWrapped(world, [
        added === undefined
          ? 'Nothing was added.'
          : `Added. It is asked from now on; only its questions: api-quiz practice --pack ${added}`,
      ]);
      return EXIT.fine;
    }
    if (action === 'update' && names.length === 0 && listPacks(world).length === 0)
      printLines(world, [NONE_YET]);
    else if (action === 'update') await updatePacks(world, names, options);
    else if (action === 'remove') {
      if (first === undefined)
        throw new Failure('name-needed', { verb: 'pack', action, what: 'a pack', example: 'questions' });
      removePacks(world, names);
      printLines(world, ['Removed. Answers to its questions stay in the history.']);
    } else if (action === 'list') {
      const packs = listPacks(world);
      if (options.json) printJson(world, packs);
      else if (packs.length === 0) printLines(world, [NONE_YET]);
      else
        printWrapped(
          world,
          packs.map(({ name, source, pin, files, state }) =>
            safeLine(`${name}  ${source}  ${pin.slice(0, 20)}  ${files} files${STATES[state]}`),
          ),
        );
    } else
      throw new Failure('action-unknown', {
        verb: 'pack',
        name: action,
        advice: adviceOn(action, ACTIONS),
      });
    return EXIT.fine;
  },
};
