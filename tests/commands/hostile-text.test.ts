import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentHash } from '../../src/question/identity.js';
import { temporaryHome } from '../support/home.js';
import { CONTROLS, folderOf, packFile, STEERING } from '../support/hostile-pack.js';
import { shortAnswer } from '../support/questions.js';
import { type Call, drive, type Ran, run } from '../support/run.js';

const QUOTED = JSON.stringify(STEERING);
/** Markdown writes characters as numbers, too. */
const BODY = `${STEERING.replace('\r', '')} &#27;[2J &#155; &#13;over &#x202E;txt.exe &#8; &#x2066; [a](https://x.y/&#x202E;z) \`code ${STEERING.replace('\r', '')}\``;

const section = (name: string) => `\n\n## ${name}\n${BODY}`;
const file = (type: string, id: string, fields: string) =>
  `---\nid: ${id}\ntopic: mine-topic\nconcepts: [mine-concept]\ntags: [mine]\nlevel: foundation\ntype: ${type}\n${fields}\nsources: [{ title: ${QUOTED}, url: https://example.org/ }]\nreviewed: 2026-11-20\n---\n${BODY}${section('Hint')}${section('Explanation')}${section('Follow-up')}${section('Interviewer')}${section('Model answer')}\n`;
const option = (id: string, more = '') =>
  `  - { id: ${id}, text: ${JSON.stringify(`${id} ${BODY}`)}${more} }\n`;

/** One question of each type, every text of which tries to steer the terminal. */
const hostilePack = () =>
  folderOf({
    'pack.yaml': packFile('mine', STEERING),
    'single.md': file(
      'single-choice',
      'single',
      `choices:\n${option('a', `, correct: true, why: ${QUOTED}`)}${option('b', `, why: ${QUOTED}`)}${option('c', `, why: ${QUOTED}`)}`,
    ),
    'word.md': file(
      'short-answer',
      'word',
      `answers: [${QUOTED}]\npartial: [{ text: part, credit: 0.5, why: ${QUOTED} }]`,
    ),
    'figure.md': file('numeric', 'figure', `answer: 1\nunit: ${QUOTED}`),
    'steps.md': file('ordering', 'steps', `items:\n${['a', 'b', 'c', 'd'].map((id) => option(id)).join('')}`),
    'pairs.md': file(
      'matching',
      'pairs',
      `pairs:\n${['a', 'b', 'c'].map((id) => `  - { id: ${id}, left: ${JSON.stringify(id + BODY)}, right: ${JSON.stringify(id + BODY)}, why: ${QUOTED} }\n`).join('')}`,
    ),
    'talk.md': file(
      'open',
      'talk',
      `rubric:\n${['a', 'b', 'c'].map((id) => `  - { id: ${id}, text: ${QUOTED}, weight: 1, accept: [word] }\n`).join('')}avoid:\n  - { id: no, text: ${QUOTED}, weight: 1, reject: [never] }`,
    ),
  });

function expectHarmless({ out, err, code }: Ran): void {
  expect(code).toBeLessThanOrEqual(2);
  const steering = `${out}\n${err}`.split('\n').filter((line) => CONTROLS.test(line));
  expect(steering.map((line) => JSON.stringify(line))).toEqual([]);
}

test('the hostile pack is a good one but for its texts', async () => {
  const { out } = await run(['list', '--pack', `${hostilePack()},mine`, '--json']);
  expect((JSON.parse(out) as unknown[]).length).toBe(6);
});

const TYPED = [
  ':h',
  ':f \u001b[2Jnote',
  '1',
  '',
  'part',
  '',
  '1',
  '',
  '1 2 3 4',
  '',
  '1 2 3',
  '',
  'word',
  '.',
  '1',
  '1',
  '',
];

test.each([
  ['practice', '--count', '6', '--plain'],
  ['drill', '--count', '6', '--plain'],
  ['exam', '--with-open', '--plain', '--count', '6'],
  ['interview', '--plain', '--count', '1'],
  ['diagnose', '--plain', '--count', '6'],
  ['list'],
  ['topics'],
  ['topics', 'mine-topic'],
  ['search', 'mine'],
  ['stats'],
  ['lint'],
])('texts of a pack cannot steer the terminal: %s %s %s', async (...args) => {
  const folder = hostilePack();
  const at = args[0] === 'lint' ? [folder] : ['--pack', folder];
  const only = ['lint', 'topics', 'stats'].includes(args[0] as string) ? [] : ['--pack', 'mine'];
  const call: Call = { home: temporaryHome(), input: [...TYPED, ...TYPED, ...TYPED] };
  expectHarmless(await run([...args, ...at, ...only], call));
  if (args[0] !== 'lint')
    expectHarmless(
      await run([...args.filter((arg) => arg !== '--plain'), ...at, ...only, '--json'], {
        ...call,
        input: [],
      }),
    );
});

test('show, for every type', async () => {
  const folder = hostilePack();
  for (const id of ['single', 'word', 'figure', 'steps', 'pairs', 'talk']) {
    expectHarmless(await run(['show', id, '--pack', folder]));
    expectHarmless(await run(['show', id, '--pack', folder, '--json']));
  }
});

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

test('an import of a million parts, of deep ones and of wide ones ends in one line or a short list', {
  timeout: 60_000,
}, async () => {
  const backup = join(temporaryHome(), 'backup.json');
  const whole = (segments: string, items = '{}') =>
    `{"format":"api-quiz-history","version":1,"segments":${segments},"items":${items}}`;
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const deepObject = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
  for (const text of [
    whole(`[${'0,'.repeat(999_999)}0]`),
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
    '['.repeat(20_000_000),
    whole(`[${'0,'.repeat(3_000_000)}0]`),
    whole(`[${'{},'.repeat(9_000_000)}{}]`),
  ]) {
    writeFileSync(backup, text);
    const { code, out, err } = await run(['history', 'import', backup]);
    expect(code).toBeLessThanOrEqual(2);
    expect((out + err).length).toBeLessThan(5000);
  }
});

test('a program that speaks nonsense is answered, never obeyed', async () => {
  const lines = [
    '',
    'null',
    '[]',
    '{"action":1}',
    '{"action":"constructor"}',
    '{"action":"__proto__"}',
    '{"action":"answer"}',
    '{"action":"answer","response":{"__proto__":{"polluted":true}}}',
    `{"action":"answer","response":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    `{"action":"${STEERING.replaceAll(/[\u0000-\u001f]/g, '')}"}`,
    '{"action":"goto","entry":1e9}',
    'x'.repeat(1_000_000),
  ];
  const ran = await run(['practice', '--json', '--count', '1'], { home: temporaryHome(), input: lines });
  expect(ran.code).toBe(0);
  expect(ran.out).not.toMatch(CONTROLS);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  const exam = await drive(['exam', '--count', '2'], { home: temporaryHome() }, ({ event }) =>
    event === 'question' ? { action: 'goto', entry: 99 } : event === 'error' ? null : undefined,
  );
  expect(exam.code).toBeLessThanOrEqual(2);
});
