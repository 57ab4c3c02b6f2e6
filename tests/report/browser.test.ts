// The HTML report in a real browser: silent, offline, narrow, accessible, light, dark and on paper.
// Without chromium these tests are skipped; with API_QUIZ_BROWSER=required that is a failure.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outlineOf } from '../../src/report/outline.js';
import { drawHtml } from '../../src/report/render-html.js';
import { summarise } from '../../src/report/summary.js';
import { rows } from '../support/thorough.js';
import {
  allRightSource,
  emptySource,
  fixedSource,
  hostileSource,
  oneAnswerSource,
} from './sample-history.js';

// Required, not imported: Node looks through the seven megabytes of a CommonJS module for names of exports before an import runs it.
const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core') as typeof import('playwright-core');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const CHROMIUM = '/usr/bin/chromium';
const missing = !existsSync(CHROMIUM);
const required = process.env.API_QUIZ_BROWSER === 'required';
const PAGES = {
  fixed: fixedSource,
  hostile: hostileSource,
  empty: emptySource,
  'one answer': oneAnswerSource,
  'all right': allRightSource,
};

test.runIf(missing && required)('chromium is there', () => {
  expect.fail(`API_QUIZ_BROWSER=required, but ${CHROMIUM} is missing: apt-get install chromium`);
});
if (missing && !required)
  console.warn(
    `SKIPPED: the HTML report was not opened in a browser, because ${CHROMIUM} is missing (apt-get install chromium)`,
  );

describe.skipIf(missing)('in chromium', () => {
  let folder = '';
  let browser: Browser;
  let page: Page | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'api-quiz-browser-'));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
    for (const [name, source] of Object.entries(PAGES))
      writeFileSync(join(folder, `${name}.html`), drawHtml(outlineOf(summarise(source()))));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page, and everything it said or asked for since it was begun to be loaded. */
  async function openPage(
    name: string,
    width: number,
    colorScheme: 'light' | 'dark',
  ): Promise<{ page: Page; heard: string[] }> {
    // One page for all: a context of its own for each costs more than what is looked at.
    page ??= await browser.newPage();
    page.removeAllListeners();
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    const heard: string[] = [];
    const address = pathToFileURL(join(folder, `${name}.html`)).href;
    page.on('console', (message) => heard.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => heard.push(`dialog: ${dialog.message()}`));
    page.on('request', (request) => request.url() !== address && heard.push(`request: ${request.url()}`));
    await page.goto(address);
    return { page, heard };
  }

  describe.each(rows(Object.keys(PAGES)))('%s', (name) => {
    test.each(['light', 'dark'] as const)(
      '%s: nothing is said, asked for or out of reach at 390 px',
      async (scheme) => {
        const { page, heard } = await openPage(name, 390, scheme);
        // Everything that can be opened is open: hidden tables must fit as well.
        await page.evaluate(
          'document.querySelectorAll("details").forEach((details) => { details.open = true; })',
        );
        const widths = (await page.evaluate(
          '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
        )) as number[];
        expect(widths).toEqual([390, 390]);
        expect((await page.screenshot()).length).toBeGreaterThan(5_000);
        expect(heard).toEqual([]);
      },
    );

    test.each(['light', 'dark'] as const)('%s: axe finds nothing', async (scheme) => {
      const { page } = await openPage(name, 1000, scheme);
      // The two differ in colours alone.
      const options = {
        resultTypes: ['violations'],
        ...(scheme === 'dark' ? { runOnly: ['color-contrast'] } : {}),
      };
      // Evaluated from outside: the page's own policy forbids scripts, as it should.
      const found = (await page.evaluate(
        `${AXE}; axe.run(${JSON.stringify(options)}).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' | ')))`,
      )) as string[];
      expect(found).toEqual([]);
    });
  });

  test('light and dark differ, charts included', async () => {
    const colours = async (scheme: 'light' | 'dark') => {
      const { page } = await openPage('fixed', 1000, scheme);
      const read = await page.evaluate(
        '[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector("svg text")).fill]',
      );
      return read as string[];
    };
    const [light, dark] = [await colours('light'), await colours('dark')];
    expect(light).toEqual(['rgb(252, 251, 249)', 'rgb(30, 36, 48)']);
    expect(dark).toEqual(['rgb(18, 21, 27)', 'rgb(231, 234, 240)']);
  });

  test.each(['A4', 'Letter'])('prints on %s', async (format) => {
    const { page } = await openPage('fixed', 1000, 'light');
    const pdf = await page.pdf({ format, preferCSSPageSize: false });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('what is hostile stands on the page as text', async () => {
    const { page, heard } = await openPage('hostile', 390, 'light');
    const text = await page.innerText('main');
    expect(text).toContain('<script>alert(1)</script>');
    expect(text).toContain('"><img src=x onerror=alert(2)>');
    expect(await page.locator('img, script, iframe').count()).toBe(0);
    expect(heard).toEqual([]);
  });
});
