// Tarballs over real TLS: checksums, redirections, what is too large or cut off; by the built program what its process decides: trust, and a machine without git.

import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { download } from '../../src/bank/sources/download.js';
import { usedHome } from '../support/home.js';
import { folderOf, packFile, questionFile } from '../support/hostile-pack.js';
import { npmTarball } from '../support/npm-tarball.js';
import { LAUNCHER } from '../support/pty.js';
import { run } from '../support/run.js';
import { THOROUGH } from '../support/thorough.js';
import { startTlsServer, type TlsServer, trustHere } from '../support/tls-server.js';

const folder = mkdtempSync(join(tmpdir(), 'api-quiz-download-'));
const FILES = {
  'pack.yaml': packFile('team'),
  'one.md': questionFile('team', 'one'),
  'sub/two.md': questionFile('team', 'two'),
};
let tarball: Buffer;
let server: TlsServer;
let asked: string[] = [];

const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/pack.tgz': (response) => response.end(tarball),
  '/moved.tgz': (response) => response.writeHead(302, { location: '/pack.tgz' }).end(),
  '/clear.tgz': (response) => response.writeHead(302, { location: 'http://localhost:1/pack.tgz' }).end(),
  '/strange.tgz': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/circle.tgz': (response) => response.writeHead(302, { location: '/circle.tgz' }).end(),
  '/missing.tgz': (response) => response.writeHead(404).end(),
  '/long.tgz': (response) => response.writeHead(200, { 'content-length': String(2 ** 40) }).end('x'),
  '/endless.tgz': (response) => {
    const part = Buffer.alloc(1024 * 1024);
    const more = () => {
      while (!response.destroyed && response.write(part));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  },
  '/cut.tgz': (response) => {
    response.writeHead(200, { 'content-length': String(tarball.length) });
    response.write(tarball.subarray(0, 100), () => response.destroy());
  },
  '/half.tgz': (response) => response.end(tarball.subarray(0, tarball.length - 40)),
};

const answer: RequestListener = ({ url = '' }, response) => {
  asked.push(url);
  const found = ANSWERS[url] ?? ANSWERS['/missing.tgz'];
  found?.(response);
};

beforeAll(async () => {
  tarball = await npmTarball(FILES);
  server = await startTlsServer(folder, answer);
});
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** To send as much as is too much takes longer than all others together. */
const ENDLESS: [string, RegExp][] = THOROUGH
  ? [['/endless.tgz', /^This is no pack of questions: more than 64 MiB packed\n$/]]
  : [];

const withoutPort = (err: string) => err.replaceAll(server.origin, 'ORIGIN');

/** In this process: a start of the program for each answer of the server would show nothing more. */
async function add(source: string, home: string) {
  trustHere(server.certificate);
  const { code, out, err } = await run(['pack', 'add', source, '--yes'], { home });
  return { code, out, err: withoutPort(err) };
}

async function addByProgram(source: string, home: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [LAUNCHER, 'pack', 'add', source, '--yes'], {
    env: { PATH: process.env.PATH, API_QUIZ_HOME: home, NODE_EXTRA_CA_CERTS: server.certificate, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err: withoutPort(err) };
}

/** Nothing was kept: no lock, no half of a pack. */
const isEmpty = (home: string) =>
  !existsSync(join(home, 'packs.json')) &&
  (!existsSync(join(home, 'packs')) || readdirSync(join(home, 'packs')).length === 0);

const sum = (algorithm: string, encoding: 'hex' | 'base64') =>
  createHash(algorithm).update(tarball).digest(encoding);

describe('a tarball over https', () => {
  test.each([
    ['sha256', 'hex'],
    ['sha256', 'base64'],
    ['sha512', 'base64'],
  ] as const)('with the right %s in %s is added, pinned to it', async (algorithm, encoding) => {
    const home = usedHome();
    const pin = `${algorithm}-${sum(algorithm, encoding)}`;
    const source = `${server.origin}/pack.tgz#${pin}`;
    const added = await (encoding === 'hex' ? addByProgram : add)(source, home);
    expect([added.code, added.err]).toEqual([0, '']);
    expect(added.out).toContain(`Pinned to  ${pin}`);
    expect(added.out).toMatch(/Questions +2: 2 true-false/);
  });

  test('without a checksum is trusted as it came, and pinned to that', async () => {
    const home = usedHome();
    expect((await add(`${server.origin}/pack.tgz`, home)).out).toContain(`sha256-${sum('sha256', 'base64')}`);
    const { packs } = JSON.parse(readFileSync(join(home, 'packs.json'), 'utf8'));
    expect(packs).toMatchObject([{ name: 'team', pin: `sha256-${sum('sha256', 'base64')}` }]);
  });

  test('a redirection is followed', async () => {
    const added = await add(`${server.origin}/moved.tgz#sha256-${sum('sha256', 'hex')}`, usedHome());
    expect(added.code).toBe(0);
    expect(asked).toEqual(['/moved.tgz', '/pack.tgz']);
  });

  test.each<[string, RegExp]>([
    ['/pack.tgz#sha256-00', /^The checksum is sha256-.*, not sha256-00: this is another file\n$/],
    ['/clear.tgz', /^ORIGIN\/clear\.tgz: cannot be fetched \(it leads away from https\)\n$/],
    ['/strange.tgz', /\(it leads away from https\)\n$/],
    ['/circle.tgz', /\(more than 5 redirections\)\n$/],
    ['/missing.tgz', /\(status 404\)\n$/],
    ['/long.tgz', /^This is no pack of questions: more than 64 MiB packed\n$/],
    ...ENDLESS,
    ['/cut.tgz', /^ORIGIN\/cut\.tgz: cannot be fetched \(the connection was cut off\)\n$/],
    ['/half.tgz', /^The archive cannot be read \(/],
  ])('%s: one line, exit 2, nothing kept', async (path, line) => {
    const home = usedHome();
    const { code, err } = await add(`${server.origin}${path}`, home);
    expect(err).toMatch(line);
    expect(code).toBe(2);
    expect(isEmpty(home)).toBe(true);
  });

  test('what never ends is left once it is too much', async () => {
    trustHere(server.certificate);
    const downloaded = download(`${server.origin}/endless.tgz`, 1024 * 1024);
    await expect(downloaded).rejects.toMatchObject({ code: 'pack-too-large' });
  });

  test('a certificate that nobody vouches for is refused', async () => {
    const home = usedHome();
    const { code, err } = await addByProgram(`${server.origin}/pack.tgz`, home, { NODE_EXTRA_CA_CERTS: '' });
    expect([code, err]).toEqual([2, 'ORIGIN/pack.tgz: cannot be fetched (DEPTH_ZERO_SELF_SIGNED_CERT)\n']);
    expect(asked).toEqual([]);
  });
});

describe('github: without git', () => {
  /** A PATH with no program on it, and the host of archives led to the server of this test. */
  const withoutGit = () => {
    const hook = join(folder, 'hook.cjs');
    writeFileSync(
      hook,
      `const real = globalThis.fetch;
globalThis.fetch = (url, options) => real(String(url).replace('https://codeload.github.com', ${JSON.stringify(server.origin)}), options);\n`,
    );
    const path = join(folder, 'no-programs');
    mkdirSync(path, { recursive: true });
    return { PATH: path, NODE_OPTIONS: `--require=${hook}` };
  };

  test('the archive of the commit is fetched in its place, and pinned to the commit', async () => {
    const work = folderOf({
      'api/pack.yaml': packFile('team'),
      'api/one.md': FILES['one.md'],
      'two.md': 'x',
    });
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', work, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args]);
    git('init', '--quiet');
    git('add', '-A');
    git('commit', '--quiet', '-m', 'x');
    const commit = git('rev-parse', 'HEAD').toString().trim();
    const before = tarball;
    tarball = git('archive', '--format=tar.gz', '--prefix=questions-v2/', 'HEAD');
    const hosted = { ...ANSWERS };
    Object.assign(ANSWERS, { '/owner/questions/tar.gz/v2': hosted['/pack.tgz'] });
    const home = usedHome();
    const { code, out, err } = await addByProgram('github:owner/questions/api#v2', home, withoutGit());
    tarball = before;
    expect([code, err]).toEqual([0, '']);
    expect(asked).toEqual(['/owner/questions/tar.gz/v2']);
    expect(out).toContain(`Pinned to  ${commit}`);
    expect(out).toMatch(/Questions +1: 1 true-false/);
  });

  test('what cannot be had says that git is missing; other hosts need it', async () => {
    const hosted = await addByProgram('github:owner/private', usedHome(), withoutGit());
    expect([hosted.code, hosted.err]).toEqual([
      2,
      'git is not installed, and https://codeload.github.com/owner/private/tar.gz/HEAD cannot be fetched in its place (status 404); install git\n',
    ]);
    const other = await addByProgram('gitlab:owner/questions', usedHome(), withoutGit());
    expect([other.code, other.err]).toEqual([2, 'git is not installed, and this source needs it\n']);
  });
});
