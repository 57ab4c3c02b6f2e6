// The lines of docs/team.md that post statements to a learning record store, run as they stand against one that is scripted.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { classItems, classRows } from '../../bench/class/seeded-class.js';
import { renderXapi } from '../../src/exchange/answers/xapi.js';
import { temporaryHome } from '../support/home.js';

const require = createRequire(import.meta.url);
const { default: faultsOf }: { default: (statement: unknown) => object[] } = require('xapi-validation');

/** The block without its first line, which makes the file. */
function postingLines(): string {
  const doc = readFileSync('docs/team.md', 'utf8');
  const [, block = ''] = /```sh\n(api-quiz history export answers\.xapi[\s\S]*?)```/.exec(doc) ?? [];
  return block.slice(block.indexOf('\n') + 1);
}

test('every statement arrives once, in batches, with its header and its user', async () => {
  const received: { id: string }[] = [];
  const heads: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const statements = JSON.parse(body) as { id: string }[];
      received.push(...statements);
      heads.push(
        `${request.method} ${request.url} ${request.headers['x-experience-api-version']} ${request.headers.authorization}`,
      );
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(statements.map(({ id }) => id)));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const folder = temporaryHome();
  const rows = [...classRows({ people: 5, answers: 50, seed: 2 }, classItems(60, 2))];
  writeFileSync(join(folder, 'answers.xapi'), [...renderXapi(rows)].join(''));
  const lrs = `http://127.0.0.1:${(server.address() as AddressInfo).port}/xapi`;
  const shell = spawn('sh', ['-e', '-c', postingLines()], {
    cwd: folder,
    env: { PATH: process.env.PATH, LRS: lrs, LRS_USER: 'ann:secret', no_proxy: '127.0.0.1' },
  });
  const [code] = await once(shell, 'close');
  server.close();
  expect(code).toBe(0);
  expect(received.map(({ id }) => id)).toHaveLength(rows.length);
  expect(new Set(received.map(({ id }) => id)).size).toBe(rows.length);
  expect(heads).toEqual(
    Array.from({ length: 3 }, () => `POST /xapi/statements 1.0.3 Basic ${btoa('ann:secret')}`),
  );
  expect(received.flatMap((statement) => faultsOf(statement))).toEqual([]);
}, 30_000);
