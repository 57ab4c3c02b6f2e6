// What commander is told of the other verbs makes no difference to the one that is called.

import { expect, test } from 'vitest';
import { CATALOGUE } from '../src/catalogue.js';
import { temporaryHome } from './support/home.js';
import { run } from './support/run.js';

test.each([
  [['list', '--topic', 'graphql']],
  [['list', '--help']],
  [['help', 'list']],
  [['list', 'help']],
  [['list', '--version']],
  [['list', '-V', '--json']],
  [['list', '--topik', 'graphql']],
  [['list', '--verson']],
  [['list', '--level', 'easy']],
  [['list', '--level']],
  [['topics', 'too', 'many']],
  [['show']],
  [['schema', 'topics']],
  [['completion', 'tcsh']],
  [['lst']],
  [['help', 'lst']],
  [['--version']],
  [['--help']],
  [['--verson', 'list']],
  [['--', 'list']],
  [[]],
])('%j', async (args) => {
  const home = temporaryHome();
  expect(await run(args, { home })).toEqual(await run(args, { home, toldOf: () => CATALOGUE }));
});
