// The server of a lab under honest load and under abuse: every request once, everything bounded, nothing left behind.

import { request as openRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { type LabRun, startLab } from '../../src/lab/run-lab.js';
import { isLabResponse, MOST_EXCHANGES } from '../../src/question/lab/journal.js';
import { Failure } from '../../src/text/failure.js';
import { lab } from '../support/questions.js';
import { THOROUGH } from '../support/thorough.js';

let run: LabRun;
const runs: LabRun[] = [];

async function start(port = 0): Promise<LabRun> {
  run = await startLab(lab({ behaviours: [] }), { before: null, port, now: Date.now, keep: () => undefined });
  runs.push(run);
  return run;
}

afterEach(async () => {
  await Promise.all(runs.splice(0).map((one) => one.close()));
});

/** What comes back when these bytes are sent and the connection is kept open. */
function raw(text: string): Promise<string> {
  const { port } = new URL(run.base);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (data) => {
      answer += data.toString();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}

it('journals the requests of 200 clients at once, each once, in order of arrival', async () => {
  await start();
  const numbers: number[] = [];
  run.onChange((exchange) => numbers.push(exchange?.number ?? 0));
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, client) =>
      fetch(`${run.base}/orders?client=${client}`).then(({ status }) => status),
    ),
  );
  expect(new Set(answers)).toEqual(new Set([200]));
  expect(run.sent).toBe(200);
  expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  const clients = run.recent(100).map(({ query }) => query[0]?.[1]);
  expect(new Set(clients).size).toBe(100);
});

/** At hand already more than it keeps. */
const MANY = THOROUGH ? 10_000 : 2000;

it(`stays bounded under ${MANY} requests over 50 connections, and what it keeps is a response`, async () => {
  await start();
  const each = MANY / 50;
  const { host } = new URL(run.base);
  const one = `GET /nothing HTTP/1.1\r\nHost: ${host}\r\n`;
  const pipelined = `${`${one}\r\n`.repeat(each - 1)}${one}Connection: close\r\n\r\n`;
  const answers = await Promise.all(Array.from({ length: 50 }, () => raw(pipelined)));
  expect(answers.map((answer) => answer.match(/HTTP\/1\.1 404 /g)?.length)).toEqual(Array(50).fill(each));
  expect(run.sent).toBe(MANY);
  const response = run.response();
  expect(response.exchanges.length).toBeLessThanOrEqual(MOST_EXCHANGES);
  expect(isLabResponse(JSON.parse(JSON.stringify(response)))).toBe(true);
});

it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '127.0.0.1:1', ''])(
  'answers nothing to the Host "%s"',
  async (host) => {
    await start();
    expect(await raw(`GET /orders HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 4(00|21) /,
    );
    expect(run.sent).toBe(0);
  },
);

it('answers to localhost, too', async () => {
  await start();
  const { port } = new URL(run.base);
  expect(await raw(`GET /orders HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 200 /,
  );
});

it('refuses a body of a gigabyte at its announcement, and one that grows without end on the way', async () => {
  await start();
  const { host } = new URL(run.base);
  const head = `POST /orders HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n`;
  expect(await raw(`${head}Content-Length: 1073741824\r\n\r\n{`)).toMatch(/^HTTP\/1\.1 413 /);
  expect(await raw(`${head}Expect: 100-continue\r\nContent-Length: 1073741824\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 413 /,
  );
  const status = await new Promise<number>((resolve) => {
    const growing = openRequest(`${run.base}/orders`, { method: 'POST' }, (answer) =>
      resolve(answer.statusCode ?? 0),
    );
    growing.on('error', () => resolve(413));
    const chunk = 'x'.repeat(16_384);
    for (let sent = 0; sent < 20; sent += 1) growing.write(chunk);
  });
  expect(status).toBe(413);
  expect(run.sent).toBe(0);
});

it('does not journal half a request, and ends with it still open', async () => {
  await start();
  const { host } = new URL(run.base);
  const half = raw(`POST /orders HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 100\r\n\r\n{`);
  expect((await fetch(`${run.base}/orders`)).status).toBe(200);
  expect(run.sent).toBe(1);
  await run.close();
  expect(await half).toBe('');
});

it('tells that a port is taken', async () => {
  await start();
  const { port } = new URL(run.base);
  await expect(start(Number(port))).rejects.toThrow(Failure);
});

it('is gone when it is closed: port free, connections ended', async () => {
  await start();
  const { base } = run;
  await run.close();
  await expect(fetch(base)).rejects.toThrow();
  await start(Number(new URL(base).port));
  expect((await fetch(`${run.base}/orders`)).status).toBe(200);
});

it('has another seed, and so other values, each time', async () => {
  const first = (await start()).filled('{{token}} {{code}}');
  const second = (await start()).filled('{{token}} {{code}}');
  expect(first).not.toBe(second);
  expect(first).not.toContain('{{');
});

it('goes on where it stood: steps ticked, numbers going on', async () => {
  await start();
  await fetch(`${run.base}/orders`);
  const before = run.response();
  const again = await startLab(lab({ behaviours: [] }), {
    before,
    port: 0,
    now: Date.now,
    keep: () => undefined,
  });
  runs.push(again);
  expect(again.steps().map(({ done }) => done)).toEqual([true, false]);
  await fetch(`${again.base}/orders/2`);
  expect(again.recent(5).map(({ number, path }) => `${number} ${path}`)).toEqual([
    '1 /orders',
    '2 /orders/2',
  ]);
});

it('keeps what ticks a step at once', async () => {
  const kept: unknown[] = [];
  run = await startLab(lab({ behaviours: [] }), {
    before: null,
    port: 0,
    now: Date.now,
    keep: (response) => kept.push(response),
  });
  runs.push(run);
  await fetch(`${run.base}/nothing`);
  expect(kept).toHaveLength(0);
  await fetch(`${run.base}/orders`);
  expect(kept).toHaveLength(1);
});

it('keeps the journal in its order when the clock is set back', async () => {
  let now = 1_000_000;
  run = await startLab(lab({ behaviours: [] }), {
    before: null,
    port: 0,
    now: () => now,
    keep: () => undefined,
  });
  runs.push(run);
  for (const at of [1_000_500, 400_000, 1_000_700]) {
    now = at;
    await fetch(`${run.base}/orders`);
  }
  const response = run.response();
  expect(response.exchanges.map(({ atMs }) => atMs)).toEqual([500, 500, 700]);
  expect(isLabResponse(response)).toBe(true);
});

it('sends typed requests to itself only', async () => {
  await start();
  expect(await run.send('curl https://example.com/orders')).toMatchObject({
    problem: { code: 'lab-elsewhere' },
  });
  expect(await run.send('curl http://127.0.0.1:1/orders')).toMatchObject({
    problem: { code: 'lab-elsewhere' },
  });
  expect(await run.send('curl $BASE/orders -H "X: $(id)"')).toMatchObject({ received: { status: 200 } });
  expect(await run.send('GET /orders/2 HTTP/1.1')).toMatchObject({ received: { status: 200 } });
});

it('journals a slow answer when it is over: given, or no longer waited for', async () => {
  const slow = { kind: 'slow' as const, nth: [1], ms: 300 };
  run = await startLab(lab({ behaviours: [slow] }), {
    before: null,
    port: 0,
    now: Date.now,
    keep: () => undefined,
  });
  runs.push(run);
  const impatient = fetch(`${run.base}/orders`, { signal: AbortSignal.timeout(50) });
  await expect(impatient).rejects.toThrow();
  await vi.waitFor(() => expect(run.sent).toBe(1));
  expect((await fetch(`${run.base}/orders/1`)).status).toBe(200);
  expect(run.recent(5).map(({ path, status, note }) => [path, status, note])).toEqual([
    ['/orders', 0, 'abandoned'],
    ['/orders/1', 200, null],
  ]);
});

it('tells nothing more of a slow answer once it is closed', async () => {
  const slow = { kind: 'slow' as const, nth: [1], ms: 5000 };
  run = await startLab(lab({ behaviours: [slow] }), {
    before: null,
    port: 0,
    now: Date.now,
    keep: () => undefined,
  });
  const waiting = fetch(`${run.base}/orders`);
  const lost = expect(waiting).rejects.toThrow();
  await fetch(`${run.base}/orders/1`, { signal: AbortSignal.timeout(100) }).catch(() => undefined);
  await vi.waitFor(() => expect(run.sent).toBe(1));
  await run.close();
  await lost;
  expect(run.recent(5).map(({ path, note }) => `${path} ${note}`)).toEqual(['/orders/1 abandoned']);
});
