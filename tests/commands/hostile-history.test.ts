// Histories as nobody should import them: texts that steer the terminal, ids that leave the folder, files that use up the memory.

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentHash } from '../../src/question/identity.js';
import { expectHarmless } from '../support/expect-harmless.js';
import { temporaryHome } from '../support/home.js';
import { STEERING } from '../support/hostile-pack.js';
import { shortAnswer } from '../support/questions.js';
import { run } from '../support/run.js';
import { THOROUGH } from '../support/thorough.js';

/** A question as it was asked, by someone who writes the file by hand: the hash is right, nothing else has to be. */
const ASKED = shortAnswer(['word'], [{ text: STEERING, credit: 0.5, why: STEERING }], {
  id: STEERING,
  topic: STEERING,
  concepts: [STEERING],
  stem: STEERING,
  hint: STEERING,
  explanation: STEERING,
  followUp: STEERING,
  interviewer: STEERING,
  reviewed: STEERING,
  tags: [STEERING],
  sources: [{ title: STEERING, url: STEERING }],
});

/** A history in which every text that may be anything is hostile. */
function hostileHistory() {
  const id = '20261120T080000000Z-1a2b3c4d-00000001';
  const at = Date.UTC(2026, 10, 20, 8);
  const facts = {
    item: `mine/${STEERING}`,
    contentHash: contentHash(ASKED),
    keyHash: '0123456789abcdef',
    topic: STEERING,
    concept: STEERING,
    level: 'advanced',
    type: 'short-answer',
    order: [STEERING],
  };
  const answer = {
    ...facts,
    id: `${id}#0@${at}${STEERING}`,
    round: 0,
    outcome: 'answered',
    response: STEERING,
    credit: 0,
    guess: 0,
    hinted: false,
    confidence: null,
    elapsedMs: 1e300,
    visits: [{ shownAt: at, leftAt: at }],
    at,
  };
  const header = {
    id,
    mode: 'practice',
    seed: 1,
    startedAt: at,
    title: STEERING,
    plan: [
      { ...facts, limitMs: 1e15 },
      { ...facts, limitMs: null, item: `../../${STEERING}` },
    ],
    most: 2,
    paperMs: null,
    passMark: null,
    confidence: false,
    negative: false,
    withOpen: false,
    spoken: false,
  };
  const common = { version: 1, app: STEERING, machine: '1a2b3c4d' };
  return {
    format: 'api-quiz-history',
    version: 1,
    exportedAt: STEERING,
    segments: [
      {
        ...common,
        kind: 'sitting',
        id,
        continues: null,
        sitting: header,
        steps: [
          { kind: 'shown', at, entry: 0 },
          { kind: 'answered', at, entry: 0, answer },
        ],
      },
      {
        ...common,
        kind: 'event',
        id: '20261120T080000001Z-1a2b3c4d-00000002',
        at,
        event: { kind: 'flagged', item: `mine/${STEERING}`, contentHash: facts.contentHash, note: STEERING },
      },
      { [STEERING]: STEERING, version: STEERING },
      { ...common, kind: STEERING, id: '../../../../tmp/owned' },
      { ...common, kind: 'event', id: '/etc/cron.d/owned', at, event: { kind: 'deleted', sitting: id } },
    ],
    items: { [contentHash(ASKED)]: ASKED, [STEERING]: { type: STEERING }, '../../owned': {} },
  };
}

test('texts of an imported history cannot steer the terminal, ids cannot leave the folder', async () => {
  const home = temporaryHome();
  const backup = join(temporaryHome(), 'backup.json');
  writeFileSync(backup, JSON.stringify(hostileHistory()));
  const imported = await run(['history', 'import', backup], { home });
  expect(imported.out).toMatch(/^2 records added/);
  expectHarmless(imported);
  expect(readdirSync(join(home, 'sessions'))).toEqual(['2026-11']);
  expect(readdirSync(home).sort()).toEqual(['items', 'sessions']);
  const copy = temporaryHome();
  await run(['history', 'import', backup], { home: copy });
  const resumed = await run(['resume', '--plain'], { home, input: [':h', 'x', '', ':h', 'part', ''] });
  expectHarmless(resumed);
  expect(resumed.out).toContain('Hint (costs');
  expectHarmless(
    await run(['resume', '--json'], { home: copy, input: ['{"action":"answer","response":"x"}'] }),
  );
  for (const args of [
    ['history'],
    ['history', 'last'],
    ['history', 'regrade'],
    ['flags'],
    ['stats'],
    ['report'],
    ['plan', '--date', '2026-12-15'],
    ['doctor'],
    ['practice', '--count', '2', '--plain'],
    ['drill', '--missed'],
    ['drill', '--weak', '--plain'],
    ['resume', '--plain'],
    ['resume', '--json'],
    ['practice', '--again', 'last', '--plain'],
    ['drill', '--missed-of', 'last'],
    ['history', 'delete', 'last', '--yes'],
  ])
    expectHarmless(await run(args, { home, input: ['', ''] }));
  for (const args of [['history'], ['history', 'last'], ['flags'], ['stats'], ['doctor']])
    expectHarmless(await run([...args, '--json'], { home }));
});

/** At hand more than a call may have arguments. */
const PARTS = THOROUGH ? 1_000_000 : 200_000;

test('an import of very many parts, of deep ones and of wide ones ends in one line or a short list', async () => {
  const backup = join(temporaryHome(), 'backup.json');
  const whole = (segments: string, items = '{}') =>
    `{"format":"api-quiz-history","version":1,"segments":${segments},"items":${items}}`;
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const deepObject = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
  for (const text of [
    whole(`[${'0,'.repeat(PARTS)}0]`),
    whole(deep),
    whole(`[${deepObject}]`),
    whole('[]', `{"0123456789abcdef":${deepObject}}`),
    whole(
      JSON.stringify(hostileHistory().segments).replace(
        '"steps":[',
        `"steps":[${'{"kind":"left","at":1},'.repeat(100_000)}`,
      ),
    ),
    deep,
    '['.repeat(1_000_000),
    whole(`[${'{},'.repeat(8_000_001)}{}]`),
  ]) {
    writeFileSync(backup, text);
    const { code, out, err } = await run(['history', 'import', backup]);
    expect(code).toBeLessThanOrEqual(2);
    expect((out + err).length).toBeLessThan(5000);
  }
});
