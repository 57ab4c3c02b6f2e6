// The verb import: a pack of drafts from foreign files, again and again, and what a draft may and may not do.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { currentKeys } from '../../src/session/attempts.js';
import { temporaryHome } from '../support/home.js';
import { folderOf, temporaryFolder } from '../support/hostile-pack.js';
import { run } from '../support/run.js';

const GIFT = `$CATEGORY: HTTP semantics

::Safe method::Which method is safe? {=GET#It only reads. ~POST#It may create.}

// [id:idem]
PUT is idempotent. {TRUE}

Broken {=a
`;

async function imported(files: Record<string, string> = { 'course.gift': GIFT }, ...options: string[]) {
  const from = folderOf(files);
  const into = join(temporaryFolder(), 'drafts');
  const home = temporaryHome();
  const again = (...more: string[]) => run(['import', from, '--into', into, ...options, ...more], { home });
  return { from, into, home, again, first: await again() };
}

const fileOf = (into: string, name: string) => readFileSync(join(into, name), 'utf8');

describe('the first import', () => {
  test('writes a file a question and a pack.yaml, and tells of each with its line', async () => {
    const { into, from, first } = await imported();
    expect(first.out.replaceAll(from, 'FROM').split('\n')).toEqual([
      'FROM/course.gift:3 added safe-method',
      'FROM/course.gift:6 added idem',
      'FROM/course.gift:8 refused',
      expect.stringContaining('cannot be read: Expected'),
      '3 questions: 2 added, 1 refused',
      '',
    ]);
    expect(first.code).toBe(0);
    expect(fileOf(into, 'pack.yaml')).toContain('draft: true');
    expect(fileOf(into, 'http-semantics/safe-method.md')).toMatchSnapshot();
  });

  test('lints as a pack of drafts: what is missing is a warning', async () => {
    const { into, home } = await imported();
    const lint = await run(['lint', into, '--json'], { home });
    expect(lint.code).toBe(0);
    const found: { severity: string; code: string }[] = JSON.parse(lint.out);
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(found.map(({ code }) => code)).toContain('section-missing');
  });

  test('--strict tells losses by the exit code, --dry-run writes nothing', async () => {
    const { first, into } = await imported(undefined, '--strict', '--dry-run');
    expect(first.code).toBe(1);
    expect(first.out).toContain('nothing was written');
    expect(existsSync(into)).toBe(false);
  });

  test('defaults fill what the source does not say', async () => {
    const { into } = await imported(
      { 'a.csv': 'stem,a,b,correct\nWhich?,x,y,a' },
      ...[
        '--topic',
        'graphql',
        '--concept',
        'graphql-queries',
        '--level',
        'advanced',
        '--source',
        'My course',
        '--url',
        'https://example.org/',
      ],
    );
    const [name] = Object.keys(JSON.parse(fileOf(into, 'import.json')).questions);
    const { file } = JSON.parse(fileOf(into, 'import.json')).questions[name ?? ''];
    expect(fileOf(into, file)).toMatch(
      /topic: graphql\nconcepts: \[graphql-queries\]\ntype: single-choice\nlevel: advanced\n[\s\S]*title: My course\n {4}url: https:\/\/example.org\//,
    );
  });
});

describe('importing again', () => {
  test('changes nothing where nothing has changed', async () => {
    const { again, into } = await imported();
    const before = fileOf(into, 'http-semantics/safe-method.md');
    expect((await again()).out).toContain('2 unchanged');
    expect(fileOf(into, 'http-semantics/safe-method.md')).toBe(before);
  });

  test('takes over what the source has changed, keeps what a person has edited, field by field', async () => {
    const { again, into, from } = await imported();
    const path = join(into, 'http-semantics', 'safe-method.md');
    writeFileSync(
      path,
      `${readFileSync(path, 'utf8')}\n## Explanation\nWritten by hand.\n`.replace(
        'level: intermediate',
        'level: foundation',
      ),
    );
    writeFileSync(
      join(from, 'course.gift'),
      GIFT.replace('Which method is safe?', 'Which method is **safe** at all?').replace(
        'It may create.',
        'Changed.',
      ),
    );
    expect((await again()).out).toContain('safe-method');
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('Written by hand.');
    expect(text).toContain('level: foundation');
    expect(text).toContain('at all?');
    expect(text).toContain('Changed.');
  });

  test('where both have changed the same field, the person stands, also the time after', async () => {
    const { again, into, from } = await imported();
    const path = join(into, 'http-semantics', 'safe-method.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Which method is safe?', 'My own words?'));
    writeFileSync(join(from, 'course.gift'), GIFT.replace('Which method is safe?', 'Their new words?'));
    expect((await again()).out).toContain('kept as edited by hand: stem');
    await again();
    expect(readFileSync(path, 'utf8')).toContain('My own words?');
  });

  test('a file that was deleted stays deleted, one that cannot be read stays as it is', async () => {
    const { again, into } = await imported();
    rmSync(join(into, 'http-semantics', 'idem.md'));
    writeFileSync(join(into, 'http-semantics', 'safe-method.md'), 'broken');
    expect((await again()).out).toContain('2 kept');
    expect(existsSync(join(into, 'http-semantics', 'idem.md'))).toBe(false);
    expect(fileOf(into, 'http-semantics/safe-method.md')).toBe('broken');
  });

  test('two files with questions of one name keep them apart', async () => {
    const { into } = await imported({ 'a.gift': '::One::A {T}', 'b.gift': '::One::B {F}' });
    expect(
      [fileOf(into, 'imported/one.md'), fileOf(into, 'imported/one-2.md')].map(
        (text) => /answer: (\w+)/.exec(text)?.[1],
      ),
    ).toEqual(['true', 'false']);
  });
});

describe('what it refuses', () => {
  test('a pack that is no draft, a damaged state, a file nobody reads, a missing folder', async () => {
    const from = folderOf({ 'a.gift': 'A {T}', 'a.xyz': 'x' });
    const home = temporaryHome();
    const own = folderOf({ 'pack.yaml': 'id: mine\ntitle: Mine\n' });
    const damaged = folderOf({
      'import.json':
        '{"version":1,"sources":{},"packFile":"","questions":{"x":{"id":"x","file":"../../evil.md","fields":{}}}}',
    });
    const err = async (...args: string[]) => (await run(['import', ...args], { home })).err;
    expect(await err(join(from, 'a.gift'), '--into', own)).toContain('does not say "draft: true"');
    expect(await err(join(from, 'a.gift'), '--into', damaged)).toContain('not as it was written');
    expect(await err(join(from, 'a.xyz'), '--into', join(own, 'x'))).toContain('no reader knows this ending');
    expect(await err(join(from, 'none.gift'), '--into', join(own, 'x'))).toContain('cannot be read');
    expect(await err(join(from, 'a.gift'))).toContain('Say which folder');
  });

  test('ids and topics of a hostile file never become paths', async () => {
    const { into, first } = await imported({
      'a.csv':
        'id,topic,stem,a,b,correct\n../../../evil,../..,Which?,x,y,a\n__proto__,con,What?,x,y,b\n/etc/passwd,.,Who?,x,y,a',
    });
    expect(first.out).toContain('3 added');
    const files = Object.values<{ file: string }>(JSON.parse(fileOf(into, 'import.json')).questions).map(
      ({ file }) => file,
    );
    expect(files.sort()).toEqual(['imported/etc-passwd.md', 'imported/evil.md', 'q-con/proto.md']);
  });
});

describe('a draft', () => {
  const drafts = async () => {
    const made = await imported();
    mkdirSync(made.home, { recursive: true });
    await run(['config', 'packs', made.into], { home: made.home });
    return made;
  };

  test('is asked in practice with its mark, for people and programs', async () => {
    const { home, into } = await drafts();
    const plain = await run(
      ['practice', '--pack', into, '--concept', 'http-semantics', '--plain', '--count', '1'],
      { home, input: [':q'] },
    );
    expect(plain.out).toContain('draft without a source');
  });

  test('is not in an exam and not in a diagnosis unless its pack is named', async () => {
    const { home } = await drafts();
    const exam = (...more: string[]) =>
      run(['exam', '--concept', 'http-semantics', '--plain', ...more], { home, input: [':q'] });
    expect((await exam()).err).toContain('No question matches');
    expect((await exam('--pack', 'drafts')).out).toContain('Question 1 of 2');
    expect(
      (await run(['diagnose', '--concept', 'http-semantics', '--plain'], { home, input: [':q'] })).err,
    ).toContain('No question matches');
  });

  test('says nothing about mastery unless its pack is named', () => {
    const draft = { key: 'drafts/a', keyHash: 'abc', draft: true } as const;
    expect(currentKeys([draft, { key: 'drafts/b', keyHash: 'def' }])).toEqual(
      new Map([
        ['drafts/a', 'draft'],
        ['drafts/b', 'def'],
      ]),
    );
  });
});
