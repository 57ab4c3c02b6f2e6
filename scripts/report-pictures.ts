// Pictures for the README: the HTML report, light and dark, and `stats`, of a made-up learner. The same every time.
// Needs Debian's chromium: apt-get install chromium. Run: npx tsx scripts/report-pictures.ts

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import headless from '@xterm/headless';
import { type Browser, chromium } from 'playwright-core';
import { seededSegments } from '../bench/report/seeded-history.js';
import { makeBank } from '../src/bank/bank.js';
import { loadFolderPack } from '../src/bank/load-folder-pack.js';
import { sittingsOf } from '../src/history/sittings.js';
import { makeTheme } from '../src/look/theme.js';
import { outlineOf } from '../src/report/outline.js';
import { signsFor } from '../src/report/painter.js';
import { drawHtml } from '../src/report/render-html.js';
import { renderStats } from '../src/report/render-stats.js';
import type { Source } from '../src/report/source.js';
import { NO_FILTERS } from '../src/report/source.js';
import { summarise } from '../src/report/summary.js';
import { screenRuns } from './terminal-runs.js';
import { terminalSvg } from './terminal-svg.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const PICTURES = join(ROOT, 'docs', 'pictures');
const NOW = Date.UTC(2026, 10, 20, 20);
const DAY_MS = 86_400_000;
const COLUMNS = 92;
const ROWS = 43;
const FONTS = '/usr/share/fonts/truetype/dejavu';

async function main(): Promise<void> {
  const summary = summarise(await madeUpSource());
  const folder = mkdtempSync(join(tmpdir(), 'api-quiz-pictures-'));
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--font-render-hinting=none'],
  });
  try {
    mkdirSync(PICTURES, { recursive: true });
    const report = join(folder, 'report.html');
    writeFileSync(report, drawHtml(outlineOf(summary)));
    for (const scheme of ['light', 'dark'] as const) {
      await photograph(
        browser,
        report,
        scheme,
        { width: 1000, height: 1500 },
        join(PICTURES, `report-${scheme}.png`),
      );
    }
    const lines = renderStats(summary, COLUMNS, {
      ...makeTheme({ level: 1, ascii: false, light: false }),
      signs: signsFor(false),
    });
    writeFileSync(join(PICTURES, 'stats.png'), await terminalPicture(lines.slice(1, ROWS), 'api-quiz stats'));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function photograph(
  browser: Browser,
  file: string,
  colorScheme: 'light' | 'dark',
  viewport: { width: number; height: number },
  path: string,
): Promise<void> {
  const context = await browser.newContext({ viewport, colorScheme });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({ path });
  await context.close();
}

async function madeUpSource(): Promise<Source> {
  const bank = makeBank([await loadFolderPack(join(ROOT, 'questions'), null)]);
  const segments = seededSegments({
    entries: bank.entries,
    questionOf: (entry) => bank.question(entry),
    seed: 7,
    from: NOW - 70 * DAY_MS,
    to: NOW,
    sittings: 60,
    answersPerSitting: 12,
  });
  const byKey = new Map(bank.entries.map((entry) => [entry.key, entry]));
  return {
    answers: sittingsOf(segments).flatMap(({ answers }) => answers),
    flags: [],
    bank,
    filters: NO_FILTERS,
    now: NOW,
    questionOf({ item }) {
      const entry = byKey.get(item);
      return entry && bank.question(entry);
    },
    // UTC, whatever the machine says.
    dayOf: (instant) => new Date(instant).toISOString().slice(0, 10),
    lastReport: null,
    interview: Date.UTC(2026, 11, 15),
    minutesPerDay: 20,
    program: 'api-quiz',
  };
}

/** Painted lines as a picture of a terminal, as scripts/pictures.ts draws the others. */
async function terminalPicture(lines: readonly string[], title: string): Promise<Uint8Array> {
  const terminal = new headless.Terminal({ cols: COLUMNS, rows: lines.length, allowProposedApi: true });
  await new Promise<void>((done) => terminal.write(lines.join('\r\n'), done));
  const svg = terminalSvg(screenRuns(terminal, []), COLUMNS, title);
  const fontFiles = ['DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf'].map((name) => join(FONTS, name));
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'DejaVu Sans Mono' };
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 }, font }).render().asPng();
}

await main();
