// The window: narrowed while a question is open, and smaller than the question. No line twice, none lost.

import { expect, it } from 'vitest';
import { KEY } from '../support/pty.js';
import { atTerminal, sit } from './sitting.js';

const occurrences = (text: string, wanted: string) => text.split(wanted).length - 1;

it('narrowed while a question is open, typed or marked: drawn anew for the new width, each line once', async () => {
  const session = sit(['practice', 'one', 'word', 'talk'], { columns: 100, rows: 30 });
  await session.see('1 of 3');
  session.resize(40, 30);
  const screen = await session.see(/timed out\.\n {2}What should it do\?/);
  for (const once of ['Sample answers', 'timed out', 'Read the payment list', 'more keys']) {
    expect(occurrences(screen, once), once).toBe(1);
  }
  expect(screen).toMatch(/^ {2}Sample answers +1 of 3 {3}1:00\n|0:5\d/);
  await session.press(KEY.down, KEY.enter);
  await session.see('next');
  session.resize(60, 12);
  const verdict = await session.see(/Sample answers[\s\S]*more line/);
  expect(occurrences(verdict, 'Sample answers')).toBe(1);

  // While typing: what was typed is still there.
  session.resize(100, 30);
  await session.press(KEY.enter);
  await session.see('2 of 3');
  await session.press('idem');
  await session.see('❯ idem');
  session.resize(40, 20);
  const typed = await session.see(/has\n {2}the same effect/);
  expect(occurrences(typed, '❯ idem')).toBe(1);
  await session.press('potent', KEY.enter);
  expect(await session.see('next')).toContain('✔ Right');

  // While an answer is marked: one heading, also once a key is pressed.
  session.resize(100, 30);
  await session.press(KEY.enter);
  await session.see('hand in');
  await session.press('With an idempotency key', KEY.ctrl('d'));
  await session.see('Your mark so far');
  session.resize(45, 24);
  await session.see(/not noticed in your\n/);
  await session.press(KEY.down);
  const marking = await session.see('Your mark so far');
  for (const once of ['Look yourself', 'Your mark so far', 'Sample stories'])
    expect(occurrences(marking, once), once).toBe(1);
  await session.press(KEY.enter);
  await session.see('next');
  await session.press(KEY.enter);
  expect(await session.exited).toBe(0);
});

it('taller than the window: scrolled by pages, never doubled by the ticking clock', async () => {
  const session = sit(['practice', '--tag', 'tall', '--count', '1'], { columns: 60, rows: 16 });
  await session.see('Line 5 of');
  expect(session.screen()).toContain('↓');
  // Two ticks of the clock later everything is still there once.
  await session.see('1:28');
  expect(occurrences(session.everything(), 'Line 5 of')).toBe(1);
  expect(occurrences(session.everything(), 'Sample answers')).toBe(1);
  await session.press(KEY.pageDown);
  expect(await session.see(/↑ \d/)).not.toContain('Line 5 of');
  await session.press(KEY.pageUp);
  expect(await session.see('Line 5 of')).not.toMatch(/↑ \d/);
  // A key of the sheet shows where it works.
  await session.press(KEY.down);
  expect(await session.see('❯ 1')).toContain('Which line matters?');
  const [, digit = '?'] = /(\d) {2}The first line/.exec(await session.see(/The (first|last) line/)) ?? [];
  await session.press(digit === '?' ? '3' : digit, KEY.enter);
  expect(await session.see('Read the whole log')).toContain('next');
  await session.press(KEY.pageDown, KEY.pageDown, KEY.pageDown, KEY.pageDown, KEY.pageDown, KEY.pageDown);
  expect(await session.see('https://example.org')).toMatch(/Source/);
  await session.press(KEY.enter);
  expect(await session.exited).toBe(0);
});

it('what went wrong is told without a word cut in two', async () => {
  const session = atTerminal(['drill', 'a-topic-that-nobody-has-made'], { columns: 40, rows: 12 });
  const screen = await session.see('topics');
  expect(await session.exited).toBe(2);
  expect(screen.trim().split(/\s+/).join(' ')).toContain('There is no topic "a-topic-that-nobody-has-made".');
});
