// api-quiz config: every setting, right and wrong, and settings files that were damaged.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { CONTROLS, STEERING } from '../support/hostile-pack.js';
import { run, runJson } from '../support/run.js';
import { SAMPLES_UNBUILT } from '../support/sample-pack.js';

const PACK = join(process.cwd(), 'tests', 'fixtures', 'pack');

const SETTINGS: readonly [name: string, typed: string, kept: unknown][] = [
  ['role', 'tester', 'tester'],
  ['level', 'advanced', 'advanced'],
  ['interviewDate', '2026-12-15', '2026-12-15'],
  ['packs', PACK, [PACK]],
  ['timer', 'quiet', 'quiet'],
  ['time', '1.5', 1.5],
  ['time', 'off', 'off'],
  ['confidence', 'true', true],
  ['theme', 'light', 'light'],
  ['ascii', 'true', true],
];

test.each(SETTINGS)('config %s %s: set, shown, kept, unset', async (name, typed, kept) => {
  // The sample pack may be named where it is the built-in one unbuilt.
  const call = { home: temporaryHome(), builtIn: SAMPLES_UNBUILT };
  expect(await run(['config', name, typed], call)).toEqual({
    code: 0,
    out: `${name} = ${typed}\n`,
    err: '',
  });
  expect((await run(['config', name], call)).out).toBe(`${typed}\n`);
  expect(await runJson(['config', name], call)).toEqual(kept);
  expect(JSON.parse(readFileSync(join(call.home, 'config.json'), 'utf8'))).toEqual({ [name]: kept });
  expect((await run(['config', name, 'unset'], call)).out).toBe(`${name} removed\n`);
  expect((await run(['config', name], call)).out).toBe('not set\n');
  expect(await runJson(['config'], call)).toEqual({});
});

const WRONG: readonly [name: string, typed: string][] = [
  ['role', 'chef'],
  ['level', 'expert'],
  ['interviewDate', '2026-02-30'],
  ['interviewDate', 'tomorrow'],
  ['timer', 'loud'],
  ['time', '0'],
  ['time', '11'],
  ['time', '-1'],
  ['time', 'NaN'],
  ['time', ''],
  ['confidence', 'maybe'],
  ['theme', 'pink'],
  ['ascii', '1'],
  ['packs', './nowhere'],
  ['packs', ','],
];

test.each(WRONG)('config %s %s is refused in one line, and nothing is written', async (name, typed) => {
  const home = temporaryHome();
  const { code, out, err } = await run(['config', name, typed], { home });
  expect([code, out]).toEqual([2, '']);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(readdirSync(home)).toEqual([]);
});

test('names are found in other spellings; unknown ones name the nearest', async () => {
  const home = temporaryHome();
  expect((await run(['config', 'interview-date', '2026-12-15'], { home })).out).toBe(
    'interviewDate = 2026-12-15\n',
  );
  expect((await run(['config', 'rolle', 'tester'], { home })).err).toBe(
    'There is no setting "rolle"; did you mean: role?\n',
  );
  expect((await run(['config', 'constructor'], { home })).code).toBe(2);
  expect((await run(['config', 'machine', '00000000'], { home })).code).toBe(2);
});

test('a value edited by hand that makes no sense is told and not used', async () => {
  const home = temporaryHome();
  writeFileSync(join(home, 'config.json'), JSON.stringify({ role: 'chef', time: 1e9, level: 'advanced' }));
  const { code, out } = await run(['config'], { home });
  expect(code).toBe(0);
  expect(out).toContain('ignored, because the value makes no sense: role, time');
  expect(await runJson(['config'], { home })).toEqual({ level: 'advanced' });
});

test('a settings file that cannot be read is set aside and named by whichever verb meets it', async () => {
  for (const verb of [['list'], ['topics'], ['config'], ['show', 'one'], ['practice'], ['flags']]) {
    const home = temporaryHome();
    writeFileSync(join(home, 'config.json'), '{"role":');
    const { code, err } = await run(verb, { home });
    expect(code).toBe(0);
    expect(err).toMatch(
      /config\.json: not readable \(record-damaged\), kept as .*config\.json\.corrupt-\S+\. See: api-quiz doctor\n/,
    );
    const doctor = await runJson<{ setAsideEarlier: string[] }>(['doctor'], { home });
    expect(doctor.setAsideEarlier).toEqual([expect.stringMatching(/config\.json\.corrupt-/)]);
  }
});

test('settings cannot steer the terminal', async () => {
  const home = temporaryHome();
  const folder = join(home, STEERING.replaceAll('/', ''));
  mkdirSync(folder);
  writeFileSync(
    join(home, 'config.json'),
    JSON.stringify({ packs: [folder, `/gone/${STEERING}`], [STEERING]: 1 }),
  );
  for (const verb of [
    ['config'],
    ['config', 'packs'],
    ['list'],
    ['doctor'],
    ['lint'],
    ['config', '--json'],
  ]) {
    const { out, err } = await run(verb, { home });
    expect(out + err).not.toMatch(CONTROLS);
  }
});
