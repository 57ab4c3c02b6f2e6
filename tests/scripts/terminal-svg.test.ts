// Cells of a terminal -> a picture: places, colours, escaping, and what is masked because it differs each time.

import headless from '@xterm/headless';
import { expect, it } from 'vitest';
import { type Mask, screenRuns } from '../../scripts/terminal-runs.js';
import { terminalSvg } from '../../scripts/terminal-svg.js';

/** The runs of what a program writes, each as its text. */
async function runsOf(output: string, masks: readonly Mask[] = []) {
  const terminal = new headless.Terminal({ cols: 20, rows: 5, allowProposedApi: true });
  await new Promise<void>((resolve) => terminal.write(output, resolve));
  return screenRuns(terminal, masks);
}

it('joins cells that look alike, and drops blank rows at either end', async () => {
  const runs = await runsOf('\r\n\u001b[1mhead\u001b[22m \u001b[36m<1>\u001b[39m\r\n');
  expect(runs).toHaveLength(1);
  expect(runs[0]?.slice(0, 3)).toEqual([
    { text: 'head', colour: null, bold: true, dim: false },
    { text: ' ', colour: null, bold: false, dim: false },
    { text: '<1>', colour: 6, bold: false, dim: false },
  ]);
});

it('draws them where they stand, escaped', async () => {
  const svg = terminalSvg(await runsOf('\u001b[36m<1>\u001b[39m & co'), 20, 'a "title"');
  expect(svg).toContain('aria-label="a &quot;title&quot;"');
  expect(svg).toContain('<text x="18" y="58" fill="#6fd0e8">&lt;1&gt;</text>');
  expect(svg).toContain('<text x="45.09" y="58" fill="#e4e6eb"> &amp; co');
});

it('masks a clock at the end of a row without moving its edge, and a span within one', async () => {
  const text = async (output: string, mask: Mask) =>
    (await runsOf(output, [mask]))[0]
      ?.map((run) => run.text)
      .join('')
      .trimEnd();
  expect(await text('Practice         3 s', [/\d+ s(?= *$)/, '6 min 12 s'])).toBe('Practice  6 min 12 s');
  expect(await text('Right   0 s   2', [/\d+ s(?= )/, '18 s'])).toBe('Right   18 s   2');
});
