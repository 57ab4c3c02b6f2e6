// The role of the settings holds in every verb, over one pool; `--role all` leaves it.

import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { answering, asked, drive, run, runJson, SHIPPED } from '../support/run.js';
import { shippedBank } from '../support/shipped-bank.js';

const ROLE = 'product';

async function homeOfProduct(): Promise<string> {
  const home = temporaryHome();
  await run(['config', 'role', ROLE], { home });
  return home;
}

/** Of all questions of the shipped bank: who is asked them. */
const roles = new Map(shippedBank().entries.map(({ key, roles }) => [key, roles]));

const suits = (roles: readonly string[] | undefined) =>
  roles !== undefined && (roles.length === 0 || roles.includes(ROLE));

test('practice, drill, exam, diagnose and interview ask nothing of other roles', async () => {
  const call = { home: await homeOfProduct(), builtIn: SHIPPED };
  for (const args of [
    ['practice', '--count', '12'],
    ['drill', '--count', '12'],
    ['exam', '--count', '20', '--with-open'],
    ['diagnose', '--count', '15'],
    ['interview', '--count', '6'],
  ]) {
    const { events } = await drive([...args, '--seed', '3'], call, (event) =>
      event.event === 'sheet' ? { action: 'submit' } : answering()(event),
    );
    const items = asked(events).filter((item) => !suits(roles.get(item)));
    expect([args[0], items]).toEqual([args[0], []]);
    expect(asked(events).length).toBeGreaterThan(5);
  }
});

test('--role all asks everyone, and reads as no filter', async () => {
  const call = { home: await homeOfProduct(), builtIn: SHIPPED };
  const { events } = await drive(
    ['practice', '--count', '30', '--seed', '1', '--role', 'ALL'],
    call,
    answering(),
  );
  expect(asked(events).some((item) => !suits(roles.get(item)))).toBe(true);
  const all = await runJson<unknown[]>(['list', '--role', 'all'], call);
  expect(all).toHaveLength(roles.size);
});

test('report, stats and plan count the same pool', async () => {
  const pool = [...roles.values()].filter(suits).length;
  const call = { home: await homeOfProduct(), builtIn: SHIPPED };
  await drive(['practice', '--count', '3', '--seed', '1'], call, answering());
  const sum = (rows: readonly { questions: number }[]) =>
    rows.reduce((total, { questions }) => total + questions, 0);
  const stats = await runJson<{ topics: { questions: number }[] }>(['stats'], call);
  expect(sum(stats.topics)).toBe(pool);
  const plan = await runJson<{ topics: { questions: number }[] }>(['plan', '--date', '2026-12-24'], call);
  expect(sum(plan.topics)).toBe(pool);
  const report = JSON.parse((await run(['report', '--format', 'json'], call)).out);
  expect(sum(report.topics)).toBe(pool);
  const everyone = await runJson<{ topics: { questions: number }[] }>(['stats', '--role', 'all'], call);
  expect(sum(everyone.topics)).toBe(roles.size);
});
