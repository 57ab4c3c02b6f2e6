// Keys about promises and streams: the code of the stems as it stands, and server-sent events over a dropping connection.

import { afterEach, expect, it, vi } from 'vitest';
import { serveHttp } from './local-server.js';
import { codeBlock, expectChosen, expectFigure, expectText, readQuestion, runCode } from './question-key.js';

afterEach(() => {
  vi.useRealTimers();
});

const after = <Value>(milliseconds: number, value: Value) =>
  new Promise<Value>((resolve) => setTimeout(resolve, milliseconds, value));

it('promise-all-with-one-rejection: one of three sources fails', async () => {
  vi.useFakeTimers();
  const question = readQuestion('promise-all-with-one-rejection', 'single-choice');
  const shown: unknown[] = [];
  const errors: unknown[] = [];
  const finished: string[] = [];
  const slow = (name: string) => () => after(300, name).then((value) => finished.push(value));
  const reason = new Error('no prices');
  const running = runCode(codeBlock(question), {
    stock: slow('stock'),
    prices: () => after(50, 0).then(() => Promise.reject(reason)),
    news: slow('news'),
    show: (results: unknown) => shown.push(results),
    showError: (error: unknown) => errors.push(error),
  });
  await vi.advanceTimersByTimeAsync(60);
  await running;
  const cancelledBefore = errors.length > 0 && finished.length === 0;
  await vi.advanceTimersByTimeAsync(300);
  const [results] = shown as [unknown[]?];
  expectChosen(question, {
    nothing: errors[0] === reason && shown.length === 0,
    skips: results?.length === 2,
    hole: results?.length === 3 && results.includes(undefined),
    cancelled: cancelledBefore && finished.length === 0,
  });
});

it('latency-of-a-capped-fan-out: four calls at once, each with a time limit', async () => {
  vi.useFakeTimers();
  const question = readQuestion('latency-of-a-capped-fan-out', 'numeric');
  const durations = (/would take ([^.]+?) milliseconds/.exec(question.stem)?.[1] ?? '')
    .split(/, | and /)
    .map((duration) => Number(duration.replace(',', '')));
  const limit = Number(/timeout of (\d+)/.exec(question.stem)?.[1]);
  const assembly = Number(/another (\d+)/.exec(question.stem)?.[1]);
  expect(durations).toHaveLength(4);
  const start = Date.now();
  const calls = durations.map((duration) => Promise.race([after(duration, 'part'), after(limit, 'missing')]));
  const answer = Promise.all(calls)
    .then((parts) => after(assembly, parts))
    .then((parts) => ({ parts, waited: Date.now() - start }));
  await vi.advanceTimersByTimeAsync(5000);
  const { parts, waited } = await answer;
  expect(parts).toEqual(['part', 'part', 'part', 'missing']);
  expectFigure(question, waited, Math.max(...durations) + assembly, limit);
});

it('key-minted-per-attempt: the client of the stem against a server that remembers keys', async () => {
  const question = readQuestion('key-minted-per-attempt', 'single-choice');
  const shown = codeBlock(question);
  const minting = /^ +const key = .*\n/m.exec(shown)?.[0] ?? '';
  const mintedOnce = shown.replace(minting, '').replace(/^ +for /m, `${minting}$&`);
  expect(mintedOnce).not.toBe(shown);
  const ship = async (code: string) => {
    const shipments = new Map<string, unknown>();
    const keys: string[] = [];
    let minted = 0;
    await runCode(`${code}\nawait createShipment({ to: 'A' });\nawait createShipment({ to: 'B' });`, {
      crypto: { randomUUID: () => `random-${++minted}` },
      // The server stores every shipment; of every three answers two get lost.
      post: async (_path: string, body: unknown, headers: Record<string, string>) => {
        const key = headers['Idempotency-Key'] as string;
        keys.push(key);
        if (!shipments.has(key)) shipments.set(key, body);
        return { ok: keys.length % 3 === 0 };
      },
      pauseWithJitter: async () => undefined,
    });
    return { sent: [...shipments.values()].length, keys };
  };
  const reported = await ship(shown);
  const repaired = await ship(mintedOnce);
  expect(reported.sent).toBeGreaterThan(2);
  // The repaired code keeps a key that is random, quoted and remembered as long: none of these is the cause.
  const stillTwice = repaired.sent !== 2;
  expectChosen(question, {
    'new-key': !stillTwice,
    random: stillTwice && repaired.keys.every((key) => key.includes('random')),
    quoted: stillTwice && repaired.keys.every((key) => /^".*"$/.test(key)),
    expired: stillTwice,
  });
});

it('last-copy-wanted-twice: two desks at the same time, with each of the four remedies', async () => {
  const question = readQuestion('last-copy-wanted-twice', 'single-choice');
  const shown = codeBlock(question);
  interface Loan {
    copyId: string;
    returnedAt: null;
  }
  const loansGiven = async (code: string, { unique = false, cached = false } = {}) => {
    const stored: Loan[] = [];
    const cache = new Map<string, { onLoan: boolean }>();
    const find = (copyId: string) => {
      const copy = { onLoan: stored.some((loan) => loan.copyId === copyId && loan.returnedAt === null) };
      if (!cached) return copy;
      if (!cache.has(copyId)) cache.set(copyId, copy);
      return cache.get(copyId);
    };
    const desk = (memberId: string) =>
      runCode(code, {
        copyId: 'c-1',
        memberId,
        copies: { find: async (copyId: string) => find(copyId) },
        loans: {
          insert: async (loan: Loan) => {
            if (unique && stored.some(({ copyId }) => copyId === loan.copyId)) throw new Error('409');
            stored.push(loan);
          },
        },
      }).catch(() => undefined);
    await Promise.all([desk('m-1'), desk('m-2')]);
    return stored.length;
  };
  const checkedTwice = shown.replace(
    / {2}await loans/,
    '  if ((await copies.find(copyId)).onLoan) return;\n$&',
  );
  expect(checkedTwice).not.toBe(shown);
  expect(await loansGiven(shown)).toBe(2);
  expectChosen(question, {
    constraint: (await loansGiven(shown, { unique: true })) === 1,
    reread: (await loansGiven(checkedTwice)) === 1,
    // Each desk has pressed its own button once already.
    button: (await loansGiven(shown)) === 1,
    cache: (await loansGiven(shown, { cached: true })) === 1,
  });
});

/** HTML standard, section 9.2.6, as far as ids and data go; text may come in any pieces. */
class EventStream {
  lastEventId = '';
  readonly events: string[] = [];
  #idBuffer = '';
  #data: string[] = [];
  #rest = '';

  feed(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line);
  }

  #line(line: string): void {
    if (line === '') {
      this.lastEventId = this.#idBuffer;
      if (this.#data.length > 0) this.events.push(this.#data.join('\n'));
      this.#data = [];
    } else if (!line.startsWith(':')) {
      const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
      if (name === 'id' && !value.includes('\0')) this.#idBuffer = value;
      if (name === 'data') this.#data.push(value);
    }
  }
}

it('last-event-id-after-drop: what the second request carries after the stream of the stem', async () => {
  const question = readQuestion('last-event-id-after-drop', 'short-answer');
  const stream = codeBlock(question);
  const asked: (string | undefined)[] = [];
  const url = await serveHttp((request, response) => {
    asked.push(request.headers['last-event-id'] as string | undefined);
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(stream.slice(0, 25));
    setTimeout(() => response.end(stream.slice(25)), 5);
  });
  const client = new EventStream();
  const read = async (headers: Record<string, string>) => {
    const decoder = new TextDecoder();
    const { body } = await fetch(url, { headers });
    if (body !== null) for await (const chunk of body) client.feed(decoder.decode(chunk, { stream: true }));
  };
  await read({});
  const { lastEventId, events } = client;
  expect(events.map((event) => Object.keys(JSON.parse(event)))).toEqual([['gate'], ['gate'], ['delay']]);
  await read({ 'Last-Event-ID': lastEventId });
  expectText(question, asked[1] ?? '', '41', '43', '15', String(asked[0]));
});

it('last-event-id-after-drop: cut into any two pieces, the stream leaves the same id', () => {
  const question = readQuestion('last-event-id-after-drop', 'short-answer');
  const stream = codeBlock(question);
  for (let cut = 0; cut <= stream.length; cut += 1) {
    const client = new EventStream();
    client.feed(stream.slice(0, cut));
    client.feed(stream.slice(cut));
    expect(client.events).toHaveLength(3);
    expectText(question, client.lastEventId);
  }
});
