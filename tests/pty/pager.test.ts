// Long output at a terminal goes through the pager and comes back to the shell; piped, or with --no-pager, it never does.

import { expect, it } from 'vitest';
import { atTerminal, pipe, welcomedHome } from './sitting.js';

/** Marks what went through it. */
const PAGER = `"${process.execPath}" -e "process.stdin.on('data', (d) => process.stdout.write('<<' + d + '>>'))"`;

it.each([
  [['list', '--pack', 'sample'], 8, true],
  [['list', '--pack', 'sample'], 40, false],
  [['list', '--pack', 'sample', '--no-pager'], 8, false],
])('%j in %s rows', async (args, rows, isPaged) => {
  const session = atTerminal(args, { rows, columns: 80, env: { PAGER } });
  expect(await session.exited).toBe(0);
  expect(session.everything()).toContain('To practise');
  expect(session.everything().includes('<<')).toBe(isPaged);
});

it('piped it goes nowhere else', async () => {
  const { code, out, err } = await pipe(['list'], '', welcomedHome());
  expect([code, err]).toEqual([0, '']);
  expect(out.split('\n').length).toBeGreaterThan(100);
});
