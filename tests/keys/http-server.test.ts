// Keys about messages on the wire: run against Node's own HTTP server and client, with the messages of the stems.

import { execFile } from 'node:child_process';
import { Agent, get, STATUS_CODES } from 'node:http';
import { createServer, get as httpsGet } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import {
  bodyOf,
  contentOf,
  exchangeBytes,
  messageBytes,
  serveBytes,
  serveHttp,
  serveTcp,
  statusOf,
} from './local-server.js';
import {
  codeBlock,
  expectChosen,
  expectFigure,
  expectText,
  expectTruth,
  figures,
  inlineCode,
  readQuestion,
} from './question-key.js';

it('responses-without-content: which answers end with the header section though the handler writes a body', async () => {
  const question = readQuestion('responses-without-content', 'multiple-choice');
  const url = await serveHttp((request, response) => {
    response.writeHead(Number(request.headers['x-status'])).end('content');
  });
  const empty = new Set<string>();
  for (const { id, text } of question.choices) {
    const [, status, target] = /`(\d{3})` response to `(.+)`/.exec(text) ?? [];
    const request = messageBytes(`${target} HTTP/1.1\nHost: localhost\nX-Status: ${status}\n\n`);
    const answer = await exchangeBytes(url, request);
    expect(statusOf(answer)).toBe(Number(status));
    if (contentOf(answer) === '') empty.add(id);
  }
  expectChosen(question, ({ id }) => empty.has(id));
});

it('ok-means-requested-data: a 200 to HEAD carries nothing', async () => {
  const url = await serveHttp((_request, response) => response.end('the data'));
  const found = await Promise.all(
    ['GET', 'HEAD'].map(async (method) => {
      const response = await fetch(url, { method });
      return response.status === 200 && (await response.text()) === 'the data';
    }),
  );
  expect(found[0]).toBe(true);
  expectTruth(
    readQuestion('ok-means-requested-data', 'true-false'),
    found.every((carries) => carries),
  );
});

it('unlabelled-json-request-body: the request of the stem is refused, and one repair gets it through', async () => {
  const question = readQuestion('unlabelled-json-request-body', 'single-choice');
  const shown = codeBlock(question);
  const url = await serveHttp(async (request, response) => {
    const type = request.headers['content-type']?.split(';')[0];
    const ticket = await bodyOf(request);
    response.writeHead(type === 'application/json' && JSON.parse(ticket) ? 201 : 415).end();
  });
  const accepts = async (message: string) => statusOf(await exchangeBytes(url, message)) === 201;
  expect(await accepts(messageBytes(shown))).toBe(false);
  const relabelledAccept = shown.replace('Accept: application/json', '$&; charset=utf-8');
  const stated = /Content-Length: (\d+)/.exec(shown)?.[1];
  const remeasured = shown.replace(/Content-Length: .*\n/, '');
  expect(relabelledAccept).toContain('charset');
  expect(messageBytes(remeasured)).toContain(`Content-Length: ${stated}\r\n`);
  expectChosen(question, {
    'accept-charset': await accepts(messageBytes(relabelledAccept)),
    'label-body': await accepts(messageBytes(shown, 'Content-Type: application/json')),
    length: await accepts(messageBytes(remeasured)),
    token: await accepts(messageBytes(shown, 'Authorization: Bearer abc')),
  });
});

it('conflicting-message-lengths: two ways to read the length find different numbers of requests', async () => {
  const question = readQuestion('conflicting-message-lengths', 'single-choice');
  const [head = '', ...rest] = codeBlock(question).replaceAll('\n', '\r\n').split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const requestsSeen = async (keptFields: RegExp) => {
    const seen: { path: string | undefined; body?: string }[] = [];
    const url = await serveHttp(async (request, response) => {
      const entry: { path: string | undefined; body?: string } = { path: request.url };
      seen.push(entry);
      entry.body = await bodyOf(request);
      response.end();
    }, true);
    const kept = head.split('\r\n').filter((line) => keptFields.test(line));
    const closing = 'GET /last HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
    const answer = await exchangeBytes(url, `${kept.join('\r\n')}\r\n\r\n${body}${closing}`);
    return { seen: seen.filter(({ path }) => path !== '/last'), answer };
  };
  const byLength = await requestsSeen(/^(?!Transfer-Encoding)/);
  const byChunks = await requestsSeen(/^(?!Content-Length)/);
  expect(byLength.seen.map(({ path }) => path)).toEqual(['/tickets']);
  expect(byChunks.seen.map(({ path }) => path)).toEqual(['/tickets', '/admin']);
  expect(statusOf((await requestsSeen(/./)).answer)).toBe(400);
  expectChosen(question, {
    memory: byChunks.seen[0]?.body !== '',
    smuggling: byLength.seen.length !== byChunks.seen.length,
    starve: byLength.seen[0]?.body === undefined,
    caching: /^Cache-Control:/im.test(head),
  });
});

it('moved-charge-endpoint-keeps-post: which permanent redirect arrives as POST', async () => {
  const question = readQuestion('moved-charge-endpoint-keeps-post', 'single-choice');
  const arrived = new Map<number, string>();
  const url = await serveHttp(async (request, response) => {
    const status = Number(request.url?.slice(-3));
    if (request.url?.startsWith('/new')) {
      arrived.set(status, `${request.method} ${await bodyOf(request)}`);
      response.end();
    } else {
      response.writeHead(status, { Location: `/new/${status}` }).end();
    }
  });
  for (const choice of question.choices) {
    await fetch(`${url}/charge/${inlineCode(choice)}`, { method: 'POST', body: 'EUR 5' });
  }
  expect(Object.fromEntries(arrived)).toEqual({
    301: 'GET ',
    303: 'GET ',
    307: 'POST EUR 5',
    308: 'POST EUR 5',
  });
  const permanent = (status: number) => /Permanent/.test(STATUS_CODES[status] ?? '');
  expectChosen(question, (choice) => {
    const status = Number(inlineCode(choice));
    return permanent(status) && arrived.get(status) === 'POST EUR 5';
  });
});

it('partner-answers-with-308: which policy keeps the file from the stranger', async () => {
  const question = readQuestion('partner-answers-with-308', 'single-choice');
  const location = /Location: (\S+)/.exec(codeBlock(question))?.[1] ?? '';
  const received: string[] = [];
  const stranger = await serveHttp(async (request, response) => {
    received.push(await bodyOf(request));
    response.end();
  });
  const partner = await serveHttp((_request, response) =>
    response.writeHead(308, { Location: stranger }).end(),
  );
  const leaks = async (deliver: () => Promise<unknown>) => {
    received.length = 0;
    await deliver();
    return received.includes('genome');
  };
  const post = (url: string, redirect: 'follow' | 'manual') =>
    fetch(url, { method: 'POST', body: 'genome', redirect });
  const own = ['lab.example'];
  expectChosen(question, {
    follow: !(await leaks(() => post(partner, 'follow'))),
    // The condition holds for the stranger: anybody can have a certificate for a name of their own.
    'https-only': !(await leaks(() => post(partner, location.startsWith('https:') ? 'follow' : 'manual'))),
    'as-get': !(await leaks(async () => {
      const answer = await fetch(partner, { redirect: 'follow' });
      if (answer.ok) await post(answer.url, 'manual');
    })),
    'allow-list': !(await leaks(() =>
      post(partner, own.includes(new URL(location).hostname) ? 'follow' : 'manual'),
    )),
  });
});

it('unknown-status-code-fallback: the class of an unregistered code', async () => {
  const question = readQuestion('unknown-status-code-fallback', 'short-answer');
  const code = /`(\d{3})`/.exec(question.stem)?.[1];
  const url = await serveBytes(`HTTP/1.1 ${code} \r\nContent-Length: 0\r\n\r\n`);
  const { status } = await fetch(url);
  expect([`${status}`, STATUS_CODES[status]]).toEqual([code, undefined]);
  const fallback = Math.floor(status / 100) * 100;
  expect(STATUS_CODES[fallback]).toBe('Internal Server Error');
  expectText(question, `${fallback}`, `${status}`, '400');
});

it('wait-from-retry-after-date: the two dates of the response lie this far apart', async () => {
  const question = readQuestion('wait-from-retry-after-date', 'numeric');
  const { headers } = await fetch(await serveBytes(messageBytes(codeBlock(question).trimEnd())));
  const [retry, sent] = ['retry-after', 'date'].map((name) => Date.parse(headers.get(name) ?? ''));
  expectFigure(question, ((retry as number) - (sent as number)) / 1000);
});

it('remaining-bytes-after-dropped-upload: what the server has not stored is to be sent', async () => {
  const question = readQuestion('remaining-bytes-after-dropped-upload', 'numeric');
  const [request = '', answer = ''] = codeBlock(question).split(/\n\n(?=HTTP)/);
  const answered = await exchangeBytes(await serveBytes(messageBytes(answer)), messageBytes(request));
  const field = (name: string) => Number(new RegExp(`^${name}: (\\d+)`, 'm').exec(answered)?.[1]);
  const [whole = 0, handedOver = 0] = figures(question);
  expect(whole * 1e6).toBe(field('Upload-Length'));
  expectFigure(question, (field('Upload-Length') - field('Upload-Offset')) / 1e6, whole - handedOver);
});

it('slow-parts-after-the-json-arrived: the response is over when the client has the value, and nothing can follow', async () => {
  let parsed = false;
  let parsedTooEarly = false;
  const client = deferred<void>();
  const addedLater = deferred<boolean>();
  const url = await serveHttp(async (_request, response) => {
    response.on('error', () => {});
    response.write('{"fast":1');
    await new Promise((resolve) => setTimeout(resolve, 20));
    parsedTooEarly = parsed;
    response.end('}');
    await client.promise;
    response.write('{"slow":2}', (error) => addedLater.resolve(!error));
  });
  const value = await (await fetch(url)).json();
  parsed = true;
  client.resolve();
  expect([value, parsedTooEarly]).toEqual([{ fast: 1 }, false]);
  const question = readQuestion('slow-parts-after-the-json-arrived', 'single-choice');
  const followed = await addedLater.promise;
  // The handler gets one response for a request; an answer to another request is what remains.
  expectChosen(question, { appended: followed, second: followed, interim: followed, another: !followed });
});

it('await-makes-the-server-queue-it: the same request, and an answer after the work', async () => {
  const requests: string[] = [];
  let done = 0;
  const url = await serveHttp(async (request, response) => {
    requests.push(JSON.stringify([request.method, request.url, request.headers, await bodyOf(request)]));
    await new Promise((resolve) => setTimeout(resolve, 20));
    done += 1;
    response.writeHead(201).end();
  });
  const call = () => fetch(`${url}/exports`, { method: 'POST', body: '{}' });
  const awaited = await call();
  const doneBeforeAnswer = done === 1;
  const pending = call();
  await pending.then(() => undefined);
  expect(requests[0]).toBe(requests[1]);
  expectTruth(readQuestion('await-makes-the-server-queue-it', 'true-false'), awaited.ok && !doneBeforeAnswer);
});

it('new-https-client-per-call: connections decide, at the round trips that the stem names', async () => {
  const question = readQuestion('new-https-client-per-call', 'single-choice');
  const roundTrip = Number(/round trip takes (\d+) ms/.exec(question.stem)?.[1]);
  const calls = 5;
  const connections = async (agentOf: () => Agent) => {
    const ports = new Set<number | undefined>();
    const url = await serveHttp((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('x'.repeat(200));
    }, true);
    for (let call = 0; call < calls; call += 1) {
      const agent = agentOf();
      await new Promise((resolve) =>
        get(url, { agent }, (response) => response.resume().on('close', resolve)),
      );
      onTestFinished(() => agent.destroy());
    }
    return ports.size;
  };
  const shared = new Agent({ keepAlive: true });
  const many = await connections(() => new Agent({ keepAlive: true }));
  const one = await connections(() => shared);
  expect([many, one]).toEqual([calls, 1]);
  /** Set-up is a round trip for TCP and one for TLS 1.3; each call is one more and 1 ms of work. */
  const time = (opened: number, setUps: number) => opened * setUps * roundTrip + calls * (roundTrip + 1);
  const times: Record<string, number> = {
    pooled: time(one, 2),
    'bigger-timeout': time(many, 2),
    // A resumed handshake takes its round trip as well, and so does a connection of HTTP/2.
    resumption: time(many, 2),
    http2: time(many, 2),
  };
  expectChosen(question, ({ id }) => times[id] === Math.min(...Object.values(times)));
});

it('where-query-string-keys-leak: what a log, a resolver and an eavesdropper get to see', async () => {
  const question = readQuestion('where-query-string-keys-leak', 'multiple-choice');
  const address = new URL(codeBlock(question).trim());
  const secret = address.searchParams.get('api_key') ?? '';
  const log: string[] = [];
  const asked: string[] = [];
  const psk = Buffer.alloc(32, 7);
  // A shared key instead of a certificate: TLS without files.
  const tls = { ciphers: 'PSK', maxVersion: 'TLSv1.2' as const };
  const server = createServer({ ...tls, pskCallback: () => psk }, (request, response) => {
    log.push(`${request.method} ${request.url}`);
    response.end();
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const air: Buffer[] = [];
  const port = await serveTcp((socket) => {
    const upstream = connect((server.address() as AddressInfo).port, '127.0.0.1');
    upstream.on('error', () => socket.destroy());
    upstream.on('data', (chunk) => air.push(chunk));
    socket.on('data', (chunk) => air.push(chunk));
    socket.pipe(upstream).pipe(socket);
  });
  address.port = `${port}`;
  const options = {
    ...tls,
    agent: false as const,
    pskCallback: () => ({ psk, identity: 'test' }),
    checkServerIdentity: () => undefined,
    family: 4,
    lookup: (
      hostname: string,
      _options: unknown,
      found: (error: null, address: string, family: number) => void,
    ) => {
      asked.push(hostname);
      found(null, '127.0.0.1', 4);
    },
  };
  await new Promise((resolve, reject) => {
    httpsGet(address, options, (response) => response.resume().on('close', resolve)).on('error', reject);
  });
  const recorded = Buffer.concat(air).toString('latin1');
  expect([recorded.length > 100, asked]).toEqual([true, ['maps.example']]);
  expectChosen(question, {
    logs: log.some((line) => line.includes(secret)),
    // What a browser keeps and a person copies is the address.
    history: address.href.includes(secret),
    ticket: address.href.includes(secret),
    dns: asked.some((name) => name.includes(secret)),
    wifi: recorded.includes(secret),
  });
});

/** The weight of a media type by the most specific range that matches (RFC 9110, section 12.5.1). */
function weight(type: string, accept: string): number {
  const [family] = type.split('/');
  const ranges = accept.split(',').map((range) => {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    return { rank: [`*/*`, `${family}/*`, type].indexOf(name), q: q === undefined ? 1 : Number(q.slice(2)) };
  });
  const matching = ranges.filter(({ rank }) => rank >= 0).sort((one, other) => other.rank - one.rank);
  return matching[0]?.q ?? 0;
}

it('media-type-picked-from-accept: the weights of what is available', () => {
  const rfcExample = 'text/*;q=0.3, text/html;q=0.7, text/plain;q=0.4, */*;q=0.5';
  const weights = ['text/html', 'text/plain', 'text/css', 'image/jpeg'].map((type) =>
    weight(type, rfcExample),
  );
  expect(weights).toEqual([0.7, 0.4, 0.3, 0.5]);
  const question = readQuestion('media-type-picked-from-accept', 'short-answer');
  const accept = codeBlock(question).replace('Accept: ', '').trim();
  const available = [...(question.stem.split('```')[0] as string).matchAll(/`([^`]+)`/g)].map(
    ([, type]) => type as string,
  );
  const ranked = available
    .filter((type) => weight(type, accept) > 0)
    .sort((one, other) => weight(other, accept) - weight(one, accept));
  const refused = available.filter((type) => type !== ranked[0]);
  expectText(question, ranked[0] ?? '', ...refused);
});

const curl = await run('curl', ['--version']);

it.skipIf(curl.code !== 0)(
  'curl-step-green-despite-500: the exit code, with and without the options',
  async () => {
    let calls = 0;
    const url = await serveHttp((_request, response) => {
      calls += 1;
      response.writeHead(500).end('broken');
    });
    const shown = await run('curl', ['-s', '-o', '/dev/null', '-w', '%{http_code}', '-q', url]);
    const callsOfOne = calls;
    const loud = await run('curl', ['-q', '-o', '/dev/null', url]);
    const printing = await run('curl', ['-q', '-s', url]);
    const failing = await run('curl', ['-q', '-s', '--fail', url]);
    expect([shown.code, failing.code]).toEqual([0, 22]);
    expectChosen(readQuestion('curl-step-green-despite-500', 'single-choice'), {
      'transfer-done': shown.code === 0 && shown.stdout === '500',
      silent: loud.code !== 0,
      output: printing.code !== 0,
      retries: callsOfOne > 1,
    });
  },
);

function run(command: string, options: string[]): Promise<{ code: number; stdout: string }> {
  return new Promise((resolve) => {
    execFile(command, options, (error, stdout) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout });
    });
  });
}

function deferred<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
