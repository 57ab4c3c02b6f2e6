// Passwords and tokens in sources: refused, not kept, not shown.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdsSecret, withoutSecrets } from '../../../src/bank/sources/source-secret.js';
import { temporaryHome } from '../../support/home.js';
import { run } from '../../support/run.js';

const SECRET = 'hunter2';
const BAD: readonly [string, string][] = [
  ['git+https://me:hunter2@example.org/q.git', 'git+https://…@example.org/q.git'],
  ['git+https://hunter2@example.org/q.git#v1', 'git+https://…@example.org/q.git#v1'],
  ['git+https://me:a@hunter2@example.org/q.git', 'git+https://…@example.org/q.git'],
  ['git+ssh://git:hunter2@example.org/q.git', 'git+ssh://…@example.org/q.git'],
  ['GIT+HTTPS://me:hunter2@example.org/q.git', 'GIT+HTTPS://…@example.org/q.git'],
  ['https://me:hunter2@example.org/q.tgz', 'https://…@example.org/q.tgz'],
  ['https://example.org/q.tgz?access_token=hunter2', 'https://example.org/q.tgz?access_token=…'],
  ['https://example.org/q.tgz?a=1&%74oken=hunter2&b=2', 'https://example.org/q.tgz?a=1&%74oken=…&b=2'],
  ['https://example.org/q.tgz?X-Amz-Signature=hunter2', 'https://example.org/q.tgz?X-Amz-Signature=…'],
  ['https://example.org/q.tgz?sv=1&sig=hunter2', 'https://example.org/q.tgz?sv=1&sig=…'],
  ['https://example.org/q.tgz?subscription-key=hunter2', 'https://example.org/q.tgz?subscription-key=…'],
  ['https://example.org/q.tgz#token=hunter2', 'https://example.org/q.tgz#token=…'],
  ['ftp://me:hunter2@example.org/q.tgz', 'ftp://…@example.org/q.tgz'],
];

test.each(BAD)('%s is refused and shown as %s, and nothing of it is kept', async (typed, shown) => {
  const home = temporaryHome();
  const { code, out, err } = await run(['pack', 'add', typed, '--yes'], { home });
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(`${shown}: a source is kept and shown`);
  expect(err).not.toContain(SECRET);
  expect(existsSync(join(home, 'packs.json'))).toBe(false);
});

test.each([
  'github:owner/questions#v2',
  'git+ssh://git@example.org/q.git',
  'git@example.org:team/q.git',
  'npm:@scope/questions@^1',
  'https://example.org/q.tgz?ref=main&format=tgz#sha256-Tok3nSig/keyKEYkeyKEYsig=',
  'https://example.org/@scope/q.tgz',
  './team=questions',
])('%s holds none', (source) =>
  expect([holdsSecret(source), withoutSecrets(source)]).toEqual([false, source]),
);

test('practising with such a source does not show it either', async () => {
  const { err } = await run(['practice', '--plain', '--pack', 'git+https://me:hunter2@example.org/q.git']);
  expect(err).toContain('git+https://…@example.org/q.git');
  expect(err).not.toContain(SECRET);
});

test('what a lock of another hand holds is shown without it, and not asked for updates', async () => {
  const home = temporaryHome();
  mkdirSync(home, { recursive: true });
  const locked = {
    name: 'team',
    source: 'git+https://me:hunter2@example.org/q.git',
    pin: '',
    tree: '0'.repeat(64),
    files: 1,
    licence: '',
    added: '2026-01-01T00:00:00.000Z',
    checked: '2026-01-01T00:00:00.000Z',
  };
  writeFileSync(join(home, 'packs.json'), JSON.stringify({ version: 1, packs: [locked] }));
  for (const verb of [['pack'], ['pack', '--json'], ['doctor'], ['pack', 'update', '--yes']]) {
    const { out, err } = await run(verb, { home });
    expect(out + err).toMatch(/team|…@example/);
    expect(out + err).not.toContain(SECRET);
  }
  await run(['pack', 'remove', 'team'], { home });
  expect(readFileSync(join(home, 'packs.json'), 'utf8')).not.toContain(SECRET);
});
