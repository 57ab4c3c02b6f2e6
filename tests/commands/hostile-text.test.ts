// Packs and programs that try to steer the terminal, by every verb that prints them.

import { expect, test } from 'vitest';
import { expectHarmless } from '../support/expect-harmless.js';
import { temporaryHome } from '../support/home.js';
import { CONTROLS, folderOf, packFile, STEERING } from '../support/hostile-pack.js';
import { type Call, drive, run } from '../support/run.js';

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
  const home = temporaryHome();
  for (const id of ['single', 'word', 'figure', 'steps', 'pairs', 'talk']) {
    expectHarmless(await run(['show', id, '--pack', folder], { home }));
    expectHarmless(await run(['show', id, '--pack', folder, '--json'], { home }));
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
