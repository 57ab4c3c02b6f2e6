// The verb export: filters, losses on stderr, files.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { temporaryFolder } from '../support/hostile-pack.js';
import { run } from '../support/run.js';

test.each(['gift', 'anki', 'csv', 'qti', 'moodle-xml'])('%s: to a file, told how many', async (format) => {
  const file = join(temporaryFolder(), 'out');
  const { code, err, out } = await run(['export', '--format', format, '-o', file], { home: temporaryHome() });
  expect([code, out]).toEqual([0, '']);
  expect(err).toMatch(/^\d+ questions written$/m);
  expect(readFileSync(file).length).toBeGreaterThan(1000);
});

test('to the screen, filtered; --strict ends with 1 where something was lost', async () => {
  const { code, out, err } = await run(
    ['export', '--format', 'gift', '--type', 'ordering,true-false', '--strict'],
    { home: temporaryHome() },
  );
  expect(code).toBe(1);
  expect(out).toContain('[markdown]');
  expect(err).toContain('the format has no form for ordering; left out: ');
});

test('wrong use: no format, nothing that matches, a file that is there', async () => {
  const home = temporaryHome();
  const file = join(temporaryFolder(), 'out');
  await run(['export', '--format', 'csv', '-o', file], { home });
  expect((await run(['export'], { home })).err).toContain('Say in which format');
  expect((await run(['export', '--format', 'csv', '-o', file], { home })).err).toContain('exists already');
  expect((await run(['export', '--format', 'csv', '--tag', 'nowhere'], { home })).code).toBe(2);
});
