// A whole interview at a real terminal: questions of the built-in pack, answers pasted, probes, marks, how others said it.

import { expect, it } from 'vitest';
import { KEY } from '../support/pty.js';
import { scriptedJudge } from '../support/scripted-judge.js';
import { THOROUGH } from '../support/thorough.js';
import { atTerminal, historyOf, sit, welcomedHome } from './sitting.js';

const PASTED =
  'I would agree on a contract first, so that both teams know what is sent.\nThen I would say what happens when a call fails: time-outs, retries with backoff and an idempotency key.';

it('a question and a story, pasted, probed, marked, held against what others said', async () => {
  const home = welcomedHome();
  const args = ['interview', '--pack', 'core', '--count', '2', '--seed', '7'];
  const session = atTerminal(args, { home, rows: 40 });
  for (let place = 1; place <= 2; place += 1) {
    await session.see(`${place} of 2`);
    await session.press(KEY.paste(PASTED));
    expect(await session.see('idempotency key')).toContain('agree on a contract first');
    await session.press(KEY.ctrl('d'));
    for (let probe = 0; probe < 3; probe += 1) {
      const shown = await session.see(/going on \d of \d|Your mark so far/);
      if (shown.includes('Your mark so far')) break;
      await session.press(KEY.paste(`To ${probe + 1}: it depends on what a failure costs.`), KEY.ctrl('d'));
    }
    await session.see('Your mark so far');
    await session.press(KEY.enter);
    await session.see('how others said it');
    await session.press('v');
    expect(await session.see('How others said it')).toContain('A strong answer');
    await session.press('v', KEY.enter);
  }
  expect(await session.exited).toBe(0);
  const [sitting] = await historyOf(home);
  expect(sitting?.answers).toHaveLength(2);
  for (const { response } of sitting?.answers ?? []) {
    const { text } = response as { text: string };
    expect(text).toContain(PASTED);
    // A story has its parts; what is asked behind it has none.
    expect(text).not.toMatch(/Situation:\nTo \d/);
  }
});

async function converse(columns: number): Promise<void> {
  const args = [
    'interview',
    '--level',
    'intermediate',
    '--count',
    '1',
    '--seed',
    '1',
    '--persona',
    'pressing',
  ];
  const session = sit(args, { columns, rows: 40 });
  // Clocks and spans differ from run to run.
  const steady = (screen: string) => `\n${screen.replace(/ +(\d+ min )?\d+ s\b/g, ' N s')}\n`;
  const shown = async (wanted: string | RegExp) => steady(await session.see(wanted));
  await session.see('1 of 1');
  await session.press(KEY.paste('With an idempotency key and backoff.'), KEY.ctrl('d'));
  expect(await shown('going on 1 of 1')).toMatchSnapshot('the probe');
  await session.press(KEY.paste('It gives up at some point.'), KEY.ctrl('d'));
  expect(await shown('Your mark so far')).toMatchSnapshot('the marking');
  await session.press(KEY.enter);
  expect(await shown('try again')).toMatchSnapshot('the verdict');
  await session.press('t');
  await session.see('1 of 1');
  await session.press(
    KEY.paste('With the same idempotency key, exponential backoff, and a retry budget.'),
    KEY.ctrl('d'),
  );
  await session.see('Your mark so far');
  await session.press(KEY.enter);
  expect(await shown('Tried again')).toMatchSnapshot('the difference');
  await session.press(KEY.enter);
  expect(await session.exited).toBe(0);
  expect(steady(session.screen())).toMatchSnapshot('the closing');
}

it('answer, probe, marks, another try: the conversation screen by screen (40 columns)', () => converse(40));

it.runIf(THOROUGH)('answer, probe, marks, another try: the conversation screen by screen (80 columns)', () =>
  converse(80),
);

it('a judge elsewhere: asked for consent once, and Esc goes on without it', async () => {
  const { away, host, sent } = await scriptedJudge(() => undefined);
  const session = sit(['practice', '--type', 'open', '--level', 'intermediate', '--count', '1'], {
    env: away,
  });
  await session.see('editor');
  await session.press(KEY.paste('With an idempotency key, and backoff.'), KEY.ctrl('d'));
  expect(await session.see('Send it there?')).toContain(host);
  expect(sent).toEqual([]);
  await session.press('y');
  await session.see('go on without');
  await session.press(KEY.escape);
  expect(await session.see('Your mark so far')).not.toContain('No second opinion');
  expect(sent).toHaveLength(1);
});
