import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { settingsFile } from '../../src/history/home.js';
import { isSetting } from '../../src/history/setting-rows.js';
import { changeSettings, machineId, readSettings } from '../../src/history/settings.js';
import { temporaryHome } from '../support/home.js';

function homeWith(config: unknown): string {
  const home = temporaryHome();
  writeFileSync(settingsFile(home), typeof config === 'string' ? config : JSON.stringify(config));
  return home;
}

test('without a file there are no settings, and no file is made by reading', () => {
  const home = temporaryHome();
  expect(readSettings(home)).toEqual({ settings: {}, ignored: [], setAside: [] });
  expect(readdirSync(home)).toEqual([]);
});

test('what is set is read; null removes', async () => {
  const home = temporaryHome();
  await changeSettings(home, {
    role: 'tester',
    level: 'advanced',
    time: 'off',
    packs: ['/p'],
    interviewDate: '2026-12-01',
  });
  expect(await changeSettings(home, { level: null, time: 1.5 })).toEqual({
    role: 'tester',
    time: 1.5,
    packs: ['/p'],
    interviewDate: '2026-12-01',
  });
  expect(readFileSync(settingsFile(home), 'utf8')).toContain('\n  "role": "tester"');
});

test('wrong values are ignored, unknown fields are not seen, and both are kept when something else is changed', async () => {
  const home = homeWith({
    role: 'pilot',
    interviewDate: '2026-02-30',
    time: 0,
    theme: 'dark',
    later: { a: 1 },
  });
  expect(readSettings(home)).toEqual({
    settings: { theme: 'dark' },
    ignored: ['role', 'interviewDate', 'time'],
    setAside: [],
  });
  await changeSettings(home, { ascii: true });
  expect(JSON.parse(readFileSync(settingsFile(home), 'utf8'))).toEqual({
    role: 'pilot',
    interviewDate: '2026-02-30',
    time: 0,
    theme: 'dark',
    later: { a: 1 },
    ascii: true,
  });
});

test.each([
  ['role', 'support', 'boss'],
  ['level', 'foundation', 'expert'],
  ['interviewDate', '2028-02-29', '2027-02-29'],
  ['interviewDate', '2026-12-24', '24.12.2026'],
  ['packs', ['/a', '/b'], '/a'],
  ['machine', '0123abcd', '0123ABCD'],
  ['timer', 'quiet', 'loud'],
  ['time', 0.05, 11],
  ['time', 'off', '1.5'],
  ['confidence', false, 0],
  ['theme', 'light', 'pink'],
] as const)('%s: %o is fine, %o is not', (name, good, bad) => {
  expect([isSetting(name, good), isSetting(name, bad)]).toEqual([true, false]);
});

test('a broken file is set aside and named, never silently emptied', async () => {
  const home = homeWith('{ "role": "tester"');
  const { settings, setAside } = readSettings(home);
  expect(settings).toEqual({});
  expect(setAside).toMatchObject([{ code: 'record-damaged', detail: 'not JSON' }]);
  expect(readFileSync(setAside[0]?.movedTo as string, 'utf8')).toBe('{ "role": "tester"');
});

test('the machine id is made once', async () => {
  const home = temporaryHome();
  const made = await machineId(home, () => 0.5);
  expect(made).toBe('80000000');
  expect(await machineId(home, () => 0.25)).toBe(made);
});

test('settings may be a link to a file elsewhere', async () => {
  const home = temporaryHome();
  const dotfile = join(temporaryHome(), 'quiz.json');
  writeFileSync(dotfile, '{"role":"tester"}');
  symlinkSync(dotfile, settingsFile(home));
  await changeSettings(home, { level: 'advanced' });
  expect(JSON.parse(readFileSync(dotfile, 'utf8'))).toEqual({ role: 'tester', level: 'advanced' });
  expect(readdirSync(home)).toEqual(['config.json']);
});

test('reading settings does not load conf', async () => {
  // conf's writer listens for signals as soon as it is loaded.
  const contents = `
    import { readSettings } from './settings.js';
    import { prepareStore } from './conf-store.js';
    readSettings('/nowhere');
    const before = process.listenerCount('SIGHUP');
    prepareStore().then(() => console.log([before, process.listenerCount('SIGHUP')].join(' ')));`;
  const outfile = join(temporaryHome(), 'script.cjs');
  const stdin = { contents, resolveDir: resolve('src', 'history') };
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
  expect(execFileSync(process.execPath, [outfile], { encoding: 'utf8' })).toBe('0 1\n');
});
