// Takes the pictures of docs/pictures from the real program in a pseudo-terminal: `npm run pictures`, after a build.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { KEY, LAUNCHER, TerminalSession } from '../tests/support/pty.js';
import { type Mask, screenRuns } from './terminal-runs.js';
import { terminalSvg } from './terminal-svg.js';

const FOLDER = join('docs', 'pictures');
const FONTS = '/usr/share/fonts/truetype/dejavu';
const COLUMNS = 80;
const CLOSED = ['--type', 'single-choice', '--now', '2026-11-20T09:00:00Z'];
const PRACTICE = ['practice', ...CLOSED, '--count', '8', '--seed', '6'];
const EXAM = ['exam', ...CLOSED, '--count', '14', '--minutes', '20', '--seed', '4'];

const work = mkdtempSync(join(tmpdir(), 'api-quiz-pictures-'));
try {
  mkdirSync(FOLDER, { recursive: true });
  await takePractice();
  await takeExamSheet();
  await takeLab();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function takePractice(): Promise<void> {
  const right = rightDigits(PRACTICE);
  const session = open(PRACTICE, 'practice');
  for (const [index, digit] of right.entries()) {
    await session.see(new RegExp(`${index + 1} of ${right.length} {3}\\d`));
    await session.see('s skip');
    // Two of the eight are missed: a closing screen with nothing to do next would be no picture of practice.
    const wrong = index === 0 || index === 5;
    if (index === 0) {
      await session.press('2');
      await session.see('❯ 2');
      take(session, 'practice', 'api-quiz practice', [[/\d:\d\d/, '0:42']]);
    }
    await session.press(wrong ? otherThan(digit) : digit, KEY.enter);
    await session.see(/[✔✖] (Right|Wrong)/);
    await session.see('next');
    if (index === 0) take(session, 'verdict', 'api-quiz practice', [[/\d+ s(?= )/, '18 s']]);
    await session.press(KEY.enter);
  }
  if ((await session.exited) !== 0) throw new Error(session.screen());
  take(session, 'closing', 'api-quiz practice', [[/(\d+ min )?\d+ s(?= *$)/, '6 min 12 s']]);
  session.dispose();
}

async function takeExamSheet(): Promise<void> {
  const session = open(EXAM, 'exam');
  for (let place = 1; place <= 9; place += 1) {
    await session.see(new RegExp(`${place} of 14 {3}\\d`));
    if (place === 3 || place === 6) await session.press('f');
    await session.press(...(place === 6 ? ['n'] : ['1', KEY.enter]));
  }
  await session.see('10 of 14');
  await session.press('a');
  await session.see('Answer sheet');
  take(session, 'exam-sheet', 'api-quiz exam', [[/\d+:\d\d/, '12:34']]);
  session.dispose();
}

/** A lab whose first two steps were done with curl from another window. */
async function takeLab(): Promise<void> {
  const session = open(['lab', 'pay-once-when-the-answer-is-lost'], 'lab');
  const screen = await session.see('Nothing has arrived yet');
  const base = /http:\/\/127\.0\.0\.1:\d+/.exec(screen)?.[0] ?? '';
  const token = /[0-9a-f]{10}/.exec(screen)?.[0] ?? '';
  const headers = ['-H', `Authorization: Bearer ${token}`, '-H', 'Idempotency-Key: 3f1c'];
  const pay = [`${base}/payments`, ...headers, '--json', '{"amount": 1250, "currency": "EUR"}'];
  // The answer to the first payment is lost, as the task says.
  for (const step of [1, 2]) {
    spawnSync('curl', ['-s', ...pay]);
    await session.see(`Step ${step} is done.`);
  }
  const masks: Mask[] = [
    [/127\.0\.0\.1:\d+/, '127.0.0.1:49152'],
    [/[0-9a-f]{10}/, '8d41c07fa2'],
    [/\d+:\d\d of/, '3:20 of'],
  ];
  take(session, 'lab', 'api-quiz lab', masks);
  session.dispose();
}

function open(args: readonly string[], name: string): TerminalSession {
  const home = join(work, name);
  mkdirSync(home);
  writeFileSync(join(home, 'config.json'), JSON.stringify({ welcomed: true }));
  return new TerminalSession({ args, home, columns: COLUMNS, rows: 38 });
}

/** The digit of the right option of each question: asked of a sitting that skips them all. */
function rightDigits(args: readonly string[]): string[] {
  const input = '{"action":"skip"}\n{"action":"next"}\n'.repeat(20);
  const env = { PATH: process.env.PATH ?? '', API_QUIZ_HOME: join(work, 'asked') };
  const out = execFileSync(process.execPath, [LAUNCHER, ...args, '--json'], { input, env, encoding: 'utf8' });
  const events = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { event: string; options: { id: unknown }[]; right: unknown });
  const verdicts = events.filter(({ event }) => event === 'verdict');
  return events
    .filter(({ event }) => event === 'question')
    .map(({ options }, index) => String(options.findIndex(({ id }) => id === verdicts[index]?.right) + 1));
}

function otherThan(digit: string): string {
  return digit === '1' ? '2' : '1';
}

function take(session: TerminalSession, name: string, title: string, masks: readonly Mask[]): void {
  const svg = terminalSvg(screenRuns(session.terminal, masks), COLUMNS, title);
  writeFileSync(join(FOLDER, `${name}.svg`), svg);
  const png = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: {
      loadSystemFonts: false,
      fontFiles: [join(FONTS, 'DejaVuSansMono.ttf'), join(FONTS, 'DejaVuSansMono-Bold.ttf')],
      defaultFontFamily: 'DejaVu Sans Mono',
    },
  });
  writeFileSync(join(FOLDER, `${name}.png`), png.render().asPng());
}
