// api-quiz report from the outside: formats, files, filters, refusals.

import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openFile } from '../../src/app/open-file.js';
import { startProgress } from '../../src/app/progress.js';
import { readSettings } from '../../src/history/settings.js';
import { temporaryHome } from '../support/home.js';
import { answering, type Call, drive, NOW, run } from '../support/run.js';

const DAY_MS = 86_400_000;

const answered = mkdtempSync(join(tmpdir(), 'api-quiz-answered-'));
afterAll(() => rmSync(answered, { recursive: true, force: true }));
/** One practice of the sample questions, half of them skipped, two days ago; every test gets a copy of its home. */
beforeAll(async () => {
  const isSkipped = (item: string) => ['sample/word', 'sample/steps', 'sample/one'].includes(item);
  await drive(['practice', '--seed', '1'], { home: answered, now: NOW - 2 * DAY_MS }, answering(isSkipped));
});

let home: string;
let folder: string;
let call: Call;
beforeEach(() => {
  home = temporaryHome();
  cpSync(answered, home, { recursive: true });
  folder = temporaryHome();
  call = { home };
});

describe('to the screen', () => {
  test('text by default, at 40, 80 and 120 columns within the columns', async () => {
    for (const columns of [40, 80, 120]) {
      const { code, out } = await run(['report'], { home, columns });
      expect(code).toBe(0);
      expect(out).toContain('Weak topics');
      const prose = out.split('\n').filter((line) => !/https?:|api-quiz show/.test(line));
      expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(columns);
    }
  });

  test.each([
    ['markdown', '# API interview report'],
    ['json', '{\n  "version": 1,'],
    ['csv', '\uFEFFanswered_at,'],
    ['html', '<!DOCTYPE html>'],
  ])('%s', async (format, start) => {
    expect((await run(['report', '--format', format], call)).out.slice(0, start.length)).toBe(start);
  });

  test('--table topics', async () => {
    expect((await run(['report', '--format', 'csv', '--table', 'topics'], call)).out).toMatch(
      /^\uFEFFrank,topic,/,
    );
  });

  test('--ascii has no characters of ours beyond ASCII', async () => {
    expect((await run(['report', '--ascii'], call)).out).toMatch(/^[\x20-\x7e\n]*$/);
  });

  test('nothing answered: says where to begin', async () => {
    expect((await run(['report'], { home: temporaryHome() })).out).toContain('api-quiz practice');
  });
});

describe('to a file', () => {
  test.each([
    ['a.txt', /^\n {2}API interview report/],
    ['a.md', /^# /],
    ['a.markdown', /^# /],
    ['a.json', /^\{/],
    ['a.csv', /^\uFEFF/],
    ['a.HTML', /^<!DOCTYPE html>/],
    ['a.htm', /^<!DOCTYPE html>/],
  ])('%s: the ending is the format, and the file the same as the screen', async (name, start) => {
    const file = join(folder, name);
    expect(await run(['report', '-o', file], call)).toMatchObject({ code: 0, out: `${file}\n` });
    expect(readFileSync(file, 'utf8')).toMatch(start);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('--format wins over the ending; an ending that says nothing is refused', async () => {
    await run(['report', '-o', join(folder, 'a.txt'), '--format', 'json'], call);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toMatch(/^\{/);
    expect(await run(['report', '-o', join(folder, 'a.doc')], call)).toMatchObject({
      code: 2,
      err: expect.stringContaining('.html'),
    });
  });

  test('never over another file without --force, which replaces it whole', async () => {
    const file = join(folder, 'a.json');
    writeFileSync(file, 'mine');
    expect(await run(['report', '-o', file], call)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--force'),
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await run(['report', '-o', file, '--force'], call)).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^\{/);
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  test('a folder in the way, and one that is not there', async () => {
    mkdirSync(join(folder, 'a.json'));
    expect(await run(['report', '-o', join(folder, 'a.json'), '--force'], call)).toMatchObject({
      code: 2,
      err: expect.stringContaining('in the way'),
    });
    expect(await run(['report', '-o', join(folder, 'nowhere', 'a.json')], call)).toMatchObject({
      code: 2,
      err: expect.stringContaining('ENOENT'),
    });
    expect(readdirSync(folder)).toEqual(['a.json']);
  });
});

describe('filters', () => {
  const answersOf = async (...args: string[]) => {
    const { out } = await run(['report', '--format', 'json', ...args], call);
    return (JSON.parse(out) as { scope: { answers: number } }).scope.answers;
  };

  test('--since, --until, --topic, --sitting', async () => {
    const all = await answersOf();
    expect(all).toBeGreaterThan(5);
    expect(await answersOf('--since', '1d')).toBe(0);
    expect(await answersOf('--since', '3d')).toBe(all);
    expect(await answersOf('--until', '2026-11-17')).toBe(0);
    expect(await answersOf('--until', '2026-11-18')).toBe(all);
    expect(await answersOf('--sitting', 'last')).toBe(all);
    expect(await answersOf('--topic', 'samples')).toBeLessThanOrEqual(all);
  });

  test('unknown ones are refused with what is near', async () => {
    expect(await run(['report', '--topic', 'nothing-like-it'], call)).toMatchObject({
      code: 2,
      err: expect.stringContaining('no topic'),
    });
    expect(await run(['report', '--sitting', 'x'], call)).toMatchObject({
      code: 2,
      err: expect.stringContaining('no sitting'),
    });
    expect(await run(['report', '--since', 'yesterday'], call)).toMatchObject({ code: 2 });
  });
});

test('no name of user, machine or folder in any format', async () => {
  for (const format of ['text', 'markdown', 'json', 'csv', 'html']) {
    const { out } = await run(['report', '--format', format], call);
    expect(out).not.toContain(home);
    expect(out).not.toContain(process.cwd());
    expect(out).not.toContain(hostname());
    // The style sheet of the page says :root, which is a user's name only by accident.
    expect(out.replaceAll(':root', '')).not.toMatch(new RegExp(`\\b${userInfo().username}\\b`));
    expect(out).not.toContain('"machine"');
  }
});

describe('the report before', () => {
  const sinceOf = async (now: number) => {
    const { out } = await run(['report', '--format', 'json'], { home, now });
    return (JSON.parse(out) as { change: { comparedWith: string; sinceDay: string } | null }).change;
  };

  test('is compared with from the next day on, all day long', async () => {
    await sinceOf(NOW);
    expect(readSettings(home).settings.reportDays).toEqual(['2026-11-20']);
    expect(await sinceOf(NOW + 60_000)).toBeNull();
    const next = { comparedWith: 'last-report', sinceDay: '2026-11-20' };
    expect(await sinceOf(NOW + 3 * DAY_MS)).toMatchObject(next);
    expect(await sinceOf(NOW + 3 * DAY_MS + 60_000)).toMatchObject(next);
    expect(readSettings(home).settings.reportDays).toEqual(['2026-11-20', '2026-11-23']);
  });
});

describe('--open', () => {
  test('is for HTML only', async () => {
    expect(await run(['report', '--open', '--format', 'csv'], call)).toMatchObject({ code: 2 });
  });

  test('starts the opener of the platform with the address of the file, without a shell', async () => {
    const opener = join(folder, 'xdg-open');
    const seen = join(folder, 'seen');
    writeFileSync(opener, `#!/bin/sh\nprintf '%s' "$1" > '${seen}.part'\nmv '${seen}.part' '${seen}'\n`);
    chmodSync(opener, 0o755);
    await openFile(join(folder, 'a $(touch x); b.html'), { PATH: `${folder}:/usr/bin:/bin` }, 'linux');
    await expect.poll(() => existsSync(seen)).toBe(true);
    expect(readFileSync(seen, 'utf8')).toBe(`file://${folder}/a%20$(touch%20x);%20b.html`);
  });

  test('an opener that is missing is told, with the path', async () => {
    await expect(openFile('/tmp/a.html', { PATH: folder }, 'linux')).rejects.toMatchObject({
      code: 'open-failed',
      args: { program: 'xdg-open', path: '/tmp/a.html' },
    });
  });
});

test('an opener that finds nothing to open the file with is told', async () => {
  const opener = join(folder, 'xdg-open');
  writeFileSync(opener, '#!/bin/sh\nexit 3\n');
  chmodSync(opener, 0o755);
  await expect(openFile('/tmp/a.html', { PATH: `${folder}:/usr/bin:/bin` }, 'linux')).rejects.toMatchObject({
    code: 'open-failed',
    args: { program: 'xdg-open', reason: 'exit code 3' },
  });
});

describe('progress', () => {
  const heard: string[] = [];
  const stderr = (isTTY: boolean) => ({ isTTY, write: (text: string) => heard.push(text) }) as never;

  test('only at a terminal, only beyond half a second, and gone at the end', () => {
    heard.length = 0;
    let clock = 0;
    const silent = startProgress({ stderr: stderr(false), home }, () => clock);
    const progress = startProgress({ stderr: stderr(true), home }, () => clock);
    for (const one of [silent, progress]) one.step('Computing');
    expect(heard).toEqual([]);
    clock = 501;
    for (const one of [silent, progress]) one.step('Writing');
    for (const one of [silent, progress]) one.end();
    expect(heard).toEqual(['\r\u001b[KWriting …', '\r\u001b[K']);
  });

  test('many records are announced before they are read', () => {
    heard.length = 0;
    const month = join(home, 'sessions', '2026-01');
    mkdirSync(month, { recursive: true });
    for (let number = 0; number < 1500; number += 1) writeFileSync(join(month, `${number}.json`), '');
    startProgress({ stderr: stderr(true), home }, () => 0);
    expect(heard.join('')).toMatch(/Reading 1,50\d records …/);
  });
});
