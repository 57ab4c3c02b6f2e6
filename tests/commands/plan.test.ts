// api-quiz plan from the outside: dates, widths, what cannot be reached.

import { expect, test } from 'vitest';
import { changeSettings } from '../../src/history/settings.js';
import { temporaryHome } from '../support/home.js';
import { run, runJson } from '../support/run.js';

interface Plan {
  interview: string;
  daysLeft: number;
  minutesPerDay: number;
  days: { day: string; minutes: number; newQuestions: number }[];
  outOfReach: string[];
}

test('without a date it says how to give one', async () => {
  expect(await run(['plan'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('api-quiz plan --date'),
  });
});

test.each(['2026-11-20', '2026-11-01', '2026-02-30', 'soon', '15.12.2026'])(
  '--date %s is refused',
  async (day) => {
    expect(await run(['plan', '--date', day])).toMatchObject({
      code: 2,
      err: expect.stringContaining('a day after 2026-11-20'),
    });
  },
);

test('each day until the interview, never more minutes than wanted', async () => {
  const plan = await runJson<Plan>(['plan', '--date', '2026-12-15', '--minutes', '5']);
  expect(plan).toMatchObject({ interview: '2026-12-15', daysLeft: 25, minutesPerDay: 5 });
  expect([plan.days[0]?.day, plan.days.at(-1)?.day, plan.days.length]).toEqual([
    '2026-11-20',
    '2026-12-14',
    25,
  ]);
  expect(Math.max(...plan.days.map(({ minutes }) => minutes))).toBeLessThanOrEqual(5);
});

test('the setting serves when no date is typed; one that has passed is told', async () => {
  const home = temporaryHome();
  await changeSettings(home, { interviewDate: '2026-11-25' });
  expect((await runJson<Plan>(['plan'], { home })).daysLeft).toBe(5);
  await changeSettings(home, { interviewDate: '2026-11-10' });
  expect(await run(['plan'], { home })).toMatchObject({ code: 0, out: expect.stringContaining('has come') });
});

test('what cannot be reached is said', async () => {
  const plan = await runJson<Plan>(['plan', '--date', '2026-11-21', '--minutes', '1']);
  expect(plan.outOfReach.length).toBeGreaterThan(0);
  expect((await run(['plan', '--date', '2026-11-21', '--minutes', '1'])).out).toMatch(
    /can(not)? be brought to 80 % answered right/,
  );
});

test.each([40, 80, 120])('fits %i columns', async (columns) => {
  const { out } = await run(['plan', '--date', '2026-12-15', '--ascii'], { home: temporaryHome(), columns });
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
  expect(out).toMatch(/^[\x20-\x7e\n]*$/);
});
