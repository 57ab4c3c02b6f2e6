// The hands-on types at a real terminal, and a lab solved by curl from a second window while the first shows the ticks.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { KEY } from '../support/pty.js';
import { rows } from '../support/thorough.js';
import { atTerminal, historyOf, pipe, welcomedHome } from './sitting.js';

const run = promisify(execFile);
const curl = async (args: readonly string[]): Promise<string> =>
  (await run('curl', args, { encoding: 'utf8' })).stdout;

const handsOnHome = () => welcomedHome('hands-on');

it('request, spot and cloze, each in a window of its own size', async () => {
  const home = handsOnHome();
  const ids = ['sample-request', 'sample-spot', 'sample-cloze'];
  const args = ['practice', '--pack', 'hands-on', '--time', 'off', ...ids];
  const session = atTerminal(args, { home, columns: 80, rows: 50 });

  // request: what cannot be read is told, then corrected over two lines.
  await session.see('hand in');
  await session.press('curl https://api.example.com/v1/orders --nonsense', KEY.ctrl('d'));
  expect(await session.see('known here')).toContain('--nonsense');
  for (let letter = 0; letter < '--nonsense'.length; letter += 1) await session.press(KEY.backspace);
  await session.press('\\', KEY.enter, `-d '{"sku":"A1","quantity":2}' -H 'Authorization: Bearer t0k3n'`);
  await session.see("t0k3n'");
  await session.press(KEY.ctrl('d'));
  const verdict = await session.see('next');
  expect(verdict).toContain('◐ Partly right');
  expect(verdict).toMatch(/✔ header Authorization Bearer t0k3n/);
  expect(verdict).toMatch(/✖ header Content-Type application\/json \(you sent:/);

  // spot: the cursor walks the lines, space marks.
  session.resize(40, 24);
  await session.press(KEY.enter);
  await session.see('space');
  // Blank lines are stepped over: line 7 is the sixth that holds something.
  await session.press(KEY.down, KEY.down, KEY.down, KEY.down, KEY.down, ' ');
  expect(await session.see(/1 line\s+marked/)).toMatch(/❯ +7 ◼/);
  await session.press(KEY.down, ' ', KEY.enter);
  await session.see('next');

  // cloze: tab walks the blanks, Enter goes to the next one that is empty.
  session.resize(80, 40);
  await session.press(KEY.enter);
  await session.see('next blank');
  await session.press(KEY.tab, 'Retry-After');
  expect(await session.see('[2: Retry-After]')).toContain('Blank 2 of 4');
  await session.press(KEY.enter, 'problem+json', KEY.enter, '429', KEY.enter);
  await session.see('Blank 1 of 4');
  await session.press('429', KEY.enter);
  expect(await session.see('next')).toContain('✔ Right');
  await session.press(KEY.enter);
  expect(await session.exited).toBe(0);
  expect(await historyOf(home)).toMatchObject([
    {
      answers: [
        { type: 'request', credit: 6 / 7 },
        { type: 'spot', credit: 1 },
        { type: 'cloze', credit: 1 },
      ],
    },
  ]);
});

it.each(rows([40, 80]))(
  'lab: solved by curl from a second window, ticked in the first (%i columns)',
  async (columns) => {
    const home = handsOnHome();
    const session = atTerminal(['lab', 'hands-on/sample-lab'], { home, columns, rows: 30 });
    // The task is read from its beginning; in a narrow window the steps are a page down.
    const token = /yours is\s+([0-9a-f]{10})/.exec(await session.see('yours is'))?.[1] ?? '';
    await session.press(KEY.pageDown);
    const screen = await session.see('Nothing has arrived yet');
    const base = /http:\/\/127\.0\.0\.1:\d+/.exec(screen)?.[0] ?? '';
    await session.press(KEY.pageUp);
    await curl(['-s', `${base}/orders`]);
    // What arrives is followed, and the tick is told in words as well.
    expect(await session.see('Step 1 is done.')).toMatch(/✔ 1/);
    const stdout = await curl(['-s', `${base}/orders`, '-H', `Authorization: Bearer ${token}`]);
    await session.see(/✔ 2/);
    const code = (JSON.parse(stdout) as { items: { code: string }[] }).items[1]?.code ?? '';
    await session.press(`curl ${base}/orders`, KEY.enter);
    await session.see('HTTP/1.1 401');
    await session.press(`3 = ${code}`, KEY.enter);
    await session.see('Every step is done');
    await session.press(KEY.enter);
    expect(await session.see('next')).toContain('✔ Right');
    await session.press(KEY.enter);
    expect(await session.exited).toBe(0);
    await expect(curl(['-s', base])).rejects.toThrow();
    expect(await historyOf(home)).toMatchObject([{ mode: 'lab', answers: [{ type: 'lab', credit: 1 }] }]);
  },
);

it('lab: kill -9 loses no step that was ticked', async () => {
  const home = handsOnHome();
  const session = atTerminal(['lab', 'hands-on/sample-lab'], { home, columns: 80, rows: 30 });
  const base = /http:\/\/127\.0\.0\.1:\d+/.exec(await session.see('Nothing has arrived yet'))?.[0] ?? '';
  await curl(['-s', `${base}/orders`]);
  await session.see(/✔ 1/);
  session.signal('SIGKILL');
  await session.exited;
  const resumed = atTerminal(['resume'], { home, columns: 80, rows: 30 });
  expect(await resumed.see('in all')).toMatch(/✔ 1 /);
});

it('lab through pipes: requests, values and ticks as lines', async () => {
  const input = [
    'curl $BASE/orders',
    'curl $BASE/orders -H "Authorization: Bearer {{token}}"',
    '= {{code}}',
    ':done',
    '',
  ].join('\n');
  const { out, code } = await pipe(['lab', 'hands-on/sample-lab', '--plain'], input, handsOnHome());
  expect(out).toMatch(/1 +GET \/orders (→|->) 401 unauthorized\nStep 1 is done\./);
  expect(out).toContain('Step 2 is done.');
  // A placeholder is no value: it has to be read.
  expect(out).toContain('Not yet: 4 tries left for step 3.');
  expect(out).toContain('Partly right');
  expect(code).toBe(0);
});
