// Settings changed by several processes, edited by hand, and not readable: no change is lost, and nothing is guessed away.

import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeSettings, readSettings } from '../../src/history/settings.js';
import { temporaryHome } from '../support/home.js';

const BIN = join(process.cwd(), 'bin', 'api-quiz.js');
const config = (home: string, args: readonly string[]) =>
  new Promise<number | null>((resolve) => {
    const env = { PATH: process.env.PATH, API_QUIZ_HOME: home };
    spawn(process.execPath, [BIN, 'config', ...args], { env, stdio: 'ignore' }).on('close', resolve);
  });

test('changes made at the same time are all there afterwards', async () => {
  const home = temporaryHome();
  const changes = [
    ['role', 'tester'],
    ['level', 'advanced'],
    ['time', '2'],
    ['theme', 'dark'],
    ['confidence', 'true'],
    ['ascii', 'true'],
  ] as const;
  expect(await Promise.all(changes.map((change) => config(home, change)))).toEqual(changes.map(() => 0));
  expect(readSettings(home).settings).toEqual({
    role: 'tester',
    level: 'advanced',
    time: 2,
    theme: 'dark',
    confidence: true,
    ascii: true,
  });
});

test.each([
  ['UTF-8', Buffer.from('\ufeff{"role":"tester"}')],
  ['UTF-16', Buffer.from('\ufeff{"role":"tester"}', 'utf16le')],
])('a byte order mark in front is passed over: %s', async (_, bytes) => {
  const home = temporaryHome();
  writeFileSync(join(home, 'config.json'), bytes);
  expect(readSettings(home)).toEqual({ settings: { role: 'tester' }, ignored: [], setAside: [] });
  expect(await changeSettings(home, { level: 'advanced' })).toEqual({ role: 'tester', level: 'advanced' });
});

test('settings that cannot be read are not replaced by the little that is known', async () => {
  const home = temporaryHome();
  mkdirSync(join(home, 'config.json'));
  await expect(changeSettings(home, { role: 'tester' })).rejects.toMatchObject({
    code: 'settings-unreadable',
  });
});

test('what a change depends on is read under the lock', async () => {
  const home = temporaryHome();
  await changeSettings(home, { reportDays: ['2026-11-01'] });
  await changeSettings(home, ({ reportDays = [] }) => ({ reportDays: [...reportDays, '2026-11-02'] }));
  expect(readSettings(home).settings.reportDays).toEqual(['2026-11-01', '2026-11-02']);
  chmodSync(join(home, 'config.json'), 0o600);
  expect(readFileSync(join(home, 'config.json'), 'utf8')).toContain('2026-11-02');
});
