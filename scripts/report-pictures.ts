// Pictures for the README: the HTML report, light and dark, and `stats`, of a made-up learner. The same every time.
// Needs Debian's chromium: apt-get install chromium. Run: npx tsx scripts/report-pictures.ts

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { seededSegments } from '../bench/report/seeded-history.js';
import { makeBank } from '../src/bank/bank.js';
import { loadFolderPack } from '../src/bank/load-folder-pack.js';
import { sittingsOf } from '../src/history/sittings.js';
import { signsFor } from '../src/report/painter.js';
import { renderHtml } from '../src/report/render-html.js';
import { renderStats } from '../src/report/render-stats.js';
import type { Source } from '../src/report/source.js';
import { NO_FILTERS } from '../src/report/source.js';
import { summarise } from '../src/report/summary.js';
import { makeTheme } from '../src/terminal/theme.js';
import { escapeHtml } from '../src/text/html.js';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const PICTURES = join(ROOT, 'docs', 'pictures');
const NOW = Date.UTC(2026, 10, 20, 20);
const DAY_MS = 86_400_000;
const COLUMNS = 92;
const ROWS = 52;

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
    writeFileSync(report, renderHtml(summary));
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
    const stats = join(folder, 'stats.html');
    writeFileSync(stats, terminalPage(lines.slice(0, ROWS)));
    await photograph(
      browser,
      stats,
      'dark',
      { width: 860, height: 22 * Math.min(ROWS, lines.length) + 24 },
      join(PICTURES, 'stats.png'),
    );
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

const COLOURS: Readonly<Record<string, string>> = {
  '1': 'font-weight:700;color:#fff',
  '2': 'color:#8b93a3',
  '31': 'color:#ff8b7b',
  '32': 'color:#7fd39b',
  '33': 'color:#e9c46a',
  '36': 'color:#6cc3d5',
};

/** Painted lines as a page that looks like a terminal. Only what the theme writes is understood: one style at a time. */
function terminalPage(lines: readonly string[]): string {
  const body = lines.map((line) =>
    line
      // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
      .split(/\u001b\[(\d+)m/)
      .map((piece, index) =>
        index % 2 === 0
          ? escapeHtml(piece)
          : piece in COLOURS
            ? `<span style="${COLOURS[piece]}">`
            : '</span>',
      )
      .join(''),
  );
  return `<!DOCTYPE html><meta charset="utf-8"><style>body{margin:12px 8px;background:#14171d;color:#d9dde5;font:15px/22px "DejaVu Sans Mono",monospace;white-space:pre}</style>${body.join('\n')}`;
}

await main();
