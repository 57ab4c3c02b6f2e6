// The built program as an assistant's server: what a real client starts, what its output carries, how it ends.

import { spawn, spawnSync } from 'node:child_process';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { expect, it } from 'vitest';
import { loadSegments } from '../../src/history/segment-store.js';
import { sittingsOf } from '../../src/history/sittings.js';
import { usedHome } from '../support/home.js';
import { LAUNCHER } from '../support/pty.js';

async function clientAt(home: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [LAUNCHER, 'mcp'],
      env: { PATH: process.env.PATH ?? '', API_QUIZ_HOME: home },
      stderr: 'pipe',
    }),
  );
  return client;
}

async function call(client: Client, name: string, args: Record<string, unknown> = {}) {
  const { content } = await client.callTool({ name, arguments: args });
  return JSON.parse((content as { text: string }[])[0]?.text ?? '') as Record<string, unknown>;
}

const sittings = (home: string) => sittingsOf(loadSegments(home).segments);

it('two clients play at once from the shipped bank, and nothing is lost when they go', async () => {
  const home = usedHome();
  const clients = [await clientAt(home), await clientAt(home)];
  await Promise.all(
    clients.map(async (client) => {
      let turn = await call(client, 'start', {
        mode: 'practice',
        count: 5,
        type: ['single-choice', 'true-false'],
      });
      for (let asked = 0; asked < 3; asked += 1) {
        const [option] = turn.options as { id: unknown }[];
        expect(await call(client, 'answer', { response: option?.id })).toMatchObject({ event: 'verdict' });
        turn = await call(client, 'next');
      }
    }),
  );
  await Promise.all(clients.map((client) => client.close()));
  const kept = sittings(home);
  expect(kept.map(({ answers, finished }) => [answers.length, finished])).toEqual([
    [3, false],
    [3, false],
  ]);
});

it('lines that are no messages are answered by the protocol, and the next one is understood', () => {
  const home = usedHome();
  const lines = [
    'hello',
    '{"jsonrpc":"2.0"}',
    '[]',
    JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
    }),
    '{"jsonrpc":"2.0","method":"notifications/initialized"}',
    '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":7}}',
    '{"jsonrpc":"2.0","id":3,"method":"nonsense/list"}',
    '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"stats"}}',
  ];
  const { stdout, status } = spawnSync(process.execPath, [LAUNCHER, 'mcp'], {
    env: { PATH: process.env.PATH, API_QUIZ_HOME: home },
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
  });
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id?: number; error?: { code: number }; result?: unknown });
  expect(status).toBe(0);
  expect(answers.map(({ id, error }) => [id, error?.code])).toEqual(
    expect.arrayContaining([
      [undefined, -32700],
      [undefined, -32600],
      [1, undefined],
      [2, expect.any(Number)],
      [3, -32601],
      [4, undefined],
    ]),
  );
});

it("an end by the client's signal leaves a sitting that can be resumed", async () => {
  const home = usedHome();
  const server = spawn(process.execPath, [LAUNCHER, 'mcp'], {
    env: { PATH: process.env.PATH, API_QUIZ_HOME: home },
  });
  const asked = new Promise<void>((resolve) =>
    server.stdout.on('data', (chunk: Buffer) => chunk.includes('"id":2') && resolve()),
  );
  const say = (message: object) => server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  say({
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
  });
  say({ method: 'notifications/initialized' });
  say({ id: 2, method: 'tools/call', params: { name: 'start', arguments: { mode: 'practice', count: 2 } } });
  await asked;
  const ended = new Promise((resolve) => server.on('exit', resolve));
  server.kill('SIGTERM');
  expect(await ended).toBe(130);
  const [sitting] = sittings(home);
  expect(sitting?.segments.at(-1)?.steps.at(-1)).toMatchObject({ kind: 'ended', reason: 'interrupted' });
});
