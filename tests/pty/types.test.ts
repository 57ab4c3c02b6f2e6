// Each question type answered at a real terminal, from the question to the closing screen.

import { expect, it } from 'vitest';
import { KEY, type TerminalSession } from '../support/pty.js';
import { historyOf, sit, welcomedHome } from './sitting.js';

/** Keys that give the right answer, from what is on the screen; of several turns where the screen changes in between. */
type Answering = (screen: string, session: TerminalSession) => readonly string[] | Promise<readonly string[]>;

/** The digit in front of a text. */
const digitOf = (screen: string, text: string) =>
  new RegExp(`(\\d) +[◻◼]? *[^\\n]*${text}`).exec(screen)?.[1] ?? '?';

const TYPES: readonly (readonly [id: string, asks: string, answering: Answering])[] = [
  ['one', 'timed out', (screen) => [digitOf(screen, 'right choice'), KEY.enter]],
  [
    'several',
    'Tick every right one',
    (screen) => [digitOf(screen, 'Reading'), digitOf(screen, 'Replacing'), KEY.enter],
  ],
  ['truth', 'server is down', () => ['2', KEY.enter]],
  ['word', 'same effect', () => ['Idempotent', KEY.enter]],
  ['figure', 'in hours', () => ['8.8', KEY.backspace, '76', KEY.enter]],
  [
    'pairs',
    'status code',
    (screen) => [digitOf(screen, '201'), digitOf(screen, '404'), digitOf(screen, '429'), KEY.enter],
  ],
  ['steps', 'lift', inOrder],
];

/** Items are lifted, moved and put down. */
async function inOrder(first: string, session: TerminalSession): Promise<readonly string[]> {
  let screen = first;
  for (const [index, word] of ['First', 'Second', 'Third', 'Fourth'].entries()) {
    // To the item, lift it, to its place, put it down.
    await session.press(digitOf(screen, word), ' ', String(index + 1), ' ');
    screen = await session.see(new RegExp(`${index + 1} {2}${word}`));
  }
  return [KEY.enter];
}

// One sitting for all: a start of the program for each type would show nothing more.
it('single choice, ticks, true or false, a word, a number, pairs and an order, as they come', async () => {
  const home = welcomedHome();
  const session = sit(['practice', ...TYPES.map(([id]) => id)], { home });
  const left = new Set(TYPES);
  for (let place = 1; place <= TYPES.length; place += 1) {
    const screen = await session.see(new RegExp(`${place} of ${TYPES.length}[^]*quit`));
    expect(screen).toMatch(/Sample answers · \w+ +\d of 7 {3}\d:\d\d/);
    const type = [...left].find(([, asks]) => screen.includes(asks));
    if (type === undefined) throw new Error(`no type asks this:\n${screen}`);
    left.delete(type);
    await session.press(...(await type[2](screen, session)));
    expect(await session.see('next'), type[0]).toContain('✔ Right');
    await session.press(KEY.enter);
  }
  expect(await session.exited).toBe(0);
  expect(session.screen()).toContain('Nothing missed');
  expect(session.cursorIsShown()).toBe(true);
  expect(await historyOf(home)).toMatchObject([
    { mode: 'practice', finished: true, answers: TYPES.map(() => ({ credit: 1 })) },
  ]);
});

it('open: typed, and marked point by point with the sentences that count for each', async () => {
  const home = welcomedHome();
  const session = sit(['practice', '--type', 'open', '--level', 'intermediate', '--count', '1'], { home });
  await session.see('editor');
  await session.press('With an idempotency key', KEY.enter, 'and backoff', '\u0004');
  const marking = await session.see('Your mark so far: 3 of 4');
  expect(marking).toMatch(
    /Said\n.*◼ Names an idempotency key\. \(2\)\n +"With an idempotency key"\n.*◼ Names exponential backoff\. \(1\)\n +"and backoff"/,
  );
  expect(marking).toMatch(/Not found in your words\n +◻ Limits the number of retries/);
  expect(marking).toMatch(/Other red flags.*\n +◻ Retries for ever/);
  // The red flag admitted and taken back; half of the third point.
  await session.press('\t', ' ');
  await session.see('Your mark so far: 2 of 4');
  await session.press(' ', KEY.up, 'h', 'm');
  expect(await session.see('Your mark so far: 3.5 of 4')).toMatch(/Model: With the same idempotency key/);
  await session.press(KEY.enter);
  const verdict = await session.see('next');
  expect(verdict).toContain('With an idempotency key\n  and backoff');
  expect(verdict).toContain('◐ Partly right');
  await session.press(KEY.enter);
  expect(await session.exited).toBe(0);
  expect(await historyOf(home)).toMatchObject([
    {
      answers: [
        {
          credit: 0.875,
          response: {
            text: 'With an idempotency key\nand backoff',
            met: ['key', 'backoff'],
            half: ['budget'],
          },
        },
      ],
    },
  ]);
});
