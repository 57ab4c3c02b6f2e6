// The screens of every verb at 40, 80 and 120 columns, over one home with a history: as snapshots, and never wider than the terminal.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellWidth } from '../../src/text/fit.js';
import { temporaryHome } from '../support/home.js';
import { answering, drive, NOW, run } from '../support/run.js';
import { SAMPLES_UNBUILT } from '../support/sample-pack.js';

const DAY_MS = 86_400_000;
const home = mkdtempSync(join(tmpdir(), 'api-quiz-screens-'));
const skips = Array.from({ length: 40 }, () => [':s', '']).flat();

/** A verb at work: its arguments, and what is typed where it asks. `new` and `import` write, and are shown by their help. */
const SCREENS: readonly (readonly [args: readonly string[], input?: readonly string[]])[] = [
  [['topics']],
  [['topics', 'samples']],
  [['list', '--topic', 'samples']],
  [['list', '--suspended']],
  [['search', 'idempotent']],
  [['show', 'one']],
  [['show', 'talk']],
  [['show', 'steps']],
  [['stats']],
  [['stats', '--brief']],
  [['history']],
  [['suspend']],
  [['report']],
  [['plan', '--date', '2026-12-01']],
  [['pack', 'list']],
  [['resume']],
  [['help']],
  [['doctor']],
  [['config']],
  [['config', 'level']],
  [['flags']],
  [['lint', 'tests/fixtures/pack']],
  [['lint', 'tests/fixtures/bank/key-longest.md']],
  [['preview', 'tests/fixtures/pack/samples/one.md']],
  [['items', '--help']],
  [['export', '--format', 'gift', '--topic', 'samples']],
  [['new', '--help']],
  [['import', '--help']],
  [['lab', '--help']],
  [['completion', '--help']],
  [['mcp', '--help']],
  [
    ['practice', '--plain', '--seed', '7', '--count', '2', '--topic', 'samples'],
    [':h', ...skips],
  ],
  [['drill', '--plain', '--seed', '7', '--type', 'true-false'], skips],
  [
    ['exam', '--plain', '--seed', '7', '--type', 'matching,ordering'],
    [':a', ':u', ''],
  ],
  [['diagnose', '--plain', '--seed', '7'], [':q']],
  [['interview', '--plain', '--seed', '7', '--count', '1'], skips],
];

const CASES = SCREENS.flatMap(([args, input = []]) =>
  [40, 80, 120].map((columns) => [args.join(' '), columns, args, input] as const),
);

beforeAll(async () => {
  const missing = answering((item) => ['sample/word', 'sample/truth'].includes(item));
  for (let day = 0; day < 5; day += 1)
    await drive(['practice', '--seed', String(day)], { home, now: NOW - (9 - day) * DAY_MS }, missing);
  await run(['practice', 'figure', '--plain'], { home, now: NOW - DAY_MS, input: [':f unit?', '8.76', ''] });
  await run(['suspend', 'pairs'], { home, now: NOW - DAY_MS });
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

test.each(CASES)('%s at %s columns', async (_name, columns, args, input) => {
  // What asks leaves its history to itself: every screen is of the same home.
  const own = args.includes('--plain') ? temporaryHome() : home;
  const { out, err } = await run(args, { home: own, columns, input, builtIn: SAMPLES_UNBUILT });
  if (!WRAPPED_BY_THE_TERMINAL.some((word) => args.includes(word))) expect(tooWide(out, columns)).toEqual([]);
  expect(withoutPlaces(out + (err === '' ? '' : `--- stderr\n${err}`), own)).toMatchSnapshot();
});

/** Lines that a screen reader, a person or a program takes whole: those of the plain player, concepts, paths, problems, issue texts, files. */
const WRAPPED_BY_THE_TERMINAL = [
  '--plain',
  'samples',
  'doctor',
  'config',
  'flags',
  'lint',
  'preview',
  'export',
];

/** What differs from machine to machine: where the home and the questions are, and which Node it is. */
function withoutPlaces(text: string, own: string): string {
  return text
    .replaceAll(own, '<home>')
    .replaceAll(process.cwd(), '<here>')
    .replaceAll(process.version, '<node>');
}

/** Addresses and commands stay whole, however narrow the terminal is: they are copied. */
function tooWide(out: string, columns: number): string[] {
  return out
    .split('\n')
    .filter((line) => cellWidth(line) > columns && !/https?:|api-quiz |^ *\S+$/.test(line));
}
