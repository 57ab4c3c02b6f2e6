// Asking back at a terminal: only what is pressed once the question stands there counts, and Enter alone is no.

import { expect, it } from 'vitest';
import { KEY } from '../support/pty.js';
import { run } from '../support/run.js';
import { atTerminal, historyOf, SAMPLES, welcomedHome } from './sitting.js';

it('keys typed ahead, Ctrl-C, Ctrl-D and Enter delete nothing, at 40 columns too; y and Enter does', async () => {
  const home = welcomedHome();
  await run(['practice', ...SAMPLES, '--type', 'true-false', '--count', '1'], { home, input: ['2', ''] });
  expect(await historyOf(home)).toHaveLength(1);

  const remove = (columns: number) => atTerminal(['history', 'delete', 'last'], { home, columns });
  const hasty = remove(80);
  hasty.typeAhead(`y${KEY.enter}`);
  await hasty.see('❯ no');
  await hasty.press('y');
  await hasty.see('❯ yes');
  hasty.resize(40, 24);
  await hasty.see(/❯ yes\s*\n[\s\S]*choose/);
  await hasty.press('n', KEY.enter);
  expect(await hasty.exited).toBe(0);
  for (const key of ['c', 'd'] as const) {
    const left = remove(40);
    await left.see('❯ no');
    await left.press(KEY.ctrl(key));
    expect(await left.exited).toBe(130);
    expect(left.cursorIsShown()).toBe(true);
  }
  expect(await historyOf(home)).toHaveLength(1);
  const meant = remove(40);
  await meant.see('❯ no');
  await meant.press('y', KEY.enter);
  expect(await meant.exited).toBe(0);
  expect(await historyOf(home)).toHaveLength(0);
});
