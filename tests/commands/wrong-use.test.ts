// Wrong values, options and verbs: one line, exit 2, nothing begun.

import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { run, runJson } from '../support/run.js';

const WRONG: readonly [args: string[], said: RegExp][] = [
  [['practice', '--count', '0'], /^--count cannot be "0"; it takes a whole number from 1 to 500\n$/],
  [['practice', '--count', '501'], /^--count cannot be/],
  [['practice', '--count', '1e2'], /^--count cannot be/],
  [['practice', '--count', '-1'], /^--count cannot be/],
  [['drill', '--count', '2.5'], /^--count cannot be/],
  [['exam', '--count', '501'], /^--count cannot be/],
  [['interview', '--count', '501'], /^--count cannot be/],
  [['diagnose', '--count', 'many'], /^--count cannot be/],
  [['list', '--count', '0'], /^--count cannot be/],
  [['practice', '--seed', '-1'], /^--seed cannot be/],
  [['practice', '--seed', '4294967296'], /^--seed cannot be/],
  [['practice', '--time', '0'], /^--time cannot be "0"; it takes a factor above 0 and up to 10, or off\n$/],
  [['practice', '--time', 'Infinity'], /^--time cannot be/],
  [['practice', '--time', ''], /^--time cannot be/],
  [['practice', '--time', 'on'], /^--time cannot be/],
  [['practice', '--time', '0x2'], /^--time cannot be/],
  [['practice', '--time', '1e-9'], /^--time cannot be/],
  [['config', 'time', '0x1'], /^time cannot be "0x1"; it takes a factor such as 1.5, or off\n$/],
  [['exam', '--minutes', '0'], /^--minutes cannot be/],
  [['exam', '--minutes', '601'], /^--minutes cannot be/],
  [['practice', '--timer', 'loud'], /Allowed choices are live, quiet, off/],
  [['practice', '--count'], /argument missing/],
  [['practise'], /unknown command 'practise' \(Did you mean practice\?\)\n$/],
  [['practice', '--cuont', '3'], /unknown option '--cuont' \(Did you mean --count\?\)\n$/],
  [['practice', 'extra'], /^There is no question or topic "extra"/],
  [['drill', 'sampels'], /sampels.*samples/],
  [['practice', '--tag', 'no-such-tag'], /tag|matches/],
  [['resume'], /no unfinished sitting/],
  [['show'], /missing required argument 'id'\. See: api-quiz show --help\n$/],
  [['help', 'practise'], /unknown command 'practise' \(Did you mean practice\?\)\n$/],
  [['help', '__proto__'], /unknown command '__proto__'\. See: api-quiz --help\n$/],
  [['constructor'], /unknown command 'constructor'\. See: api-quiz --help\n$/],
];

test.each(WRONG)('%j: one line, exit 2, nothing begun', async (args, said) => {
  const home = temporaryHome();
  const { code, out, err } = await run(args, { home });
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(said);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(await runJson(['history'], { home })).toEqual([]);
});

test.each([
  ['exam', '--again', 'last', '--count', '3'],
  ['exam', '--again', 'last', '--blueprint', 'none.yaml'],
  ['practice', '--again', 'last', '--seed', '1'],
  ['practice', '--again', 'last', '--topic', 'samples'],
  ['interview', '--again', 'last', '--level', 'advanced'],
  ['drill', 'samples', '--again', 'last'],
  ['drill', '--missed-of', 'last', '--since', '7d'],
  ['exam', '--blueprint', 'none.yaml', '--count', '3'],
  ['exam', '--minutes', '5', '--time', 'off'],
  ['practice', '--new', '--due'],
  ['practice', '--plain', '--json'],
  ['report', '--table', 'topics'],
  ['report', '--table', 'topics', '--format', 'html'],
])('%s %s %s %s %s: what cannot be obeyed together is refused', async (...args) => {
  const { code, out, err } = await run(args.filter((arg) => arg !== undefined));
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^--\S+( \S+)? and --\S+( \S+)? exclude each other; leave one out\n$/);
});

test.each([
  [['practice', 'word', '--count', '5'], 'a question by its id and --count'],
  [['practice', 'word', '--topic', 'samples'], 'a question by its id and --topic'],
  [['practice', 'word', '--due'], 'a question by its id and --due'],
  [['history', '--since', '7d'], 'history list and --since'],
  [['history', 'export', '--since', '7d'], 'history export without --format and --since'],
  [['history', 'import', 'none.json', '--dry-run'], 'history import and --dry-run'],
  [['history', 'regrade', '--dry-run'], 'history regrade and --dry-run'],
  [['report', '--since', '1d', '--until', '2d'], '--since 1d and --until 2d'],
])('%j: an option that would be ignored is refused', async (args, said) => {
  const { code, out, err } = await run(args);
  expect([code, out, err]).toEqual([2, '', `${said} exclude each other; leave one out\n`]);
});
