// Keys about entity tags and caches: servers and a shared cache that keep RFC 9110 and 9111, and the cache code of a stem.

import { type IncomingHttpHeaders, STATUS_CODES } from 'node:http';
import { expect, it } from 'vitest';
import { type Answered, ask, conditionalResource, type Stored } from './conditional-resource.js';
import { exchangeBytes, messageBytes, serveHttp, statusOf } from './local-server.js';
import {
  codeBlock,
  expectChosen,
  expectFigure,
  expectOrder,
  expectText,
  expectTruth,
  figures,
  inlineCode,
  possibleOrders,
  readQuestion,
  runCode,
  type Steps,
} from './question-key.js';

const bytesOf = async (response: Response) => (await response.arrayBuffer()).byteLength;

it('own-write-answered-with-412: the same refusal after two histories, and what each reaction makes of it', async () => {
  const question = readQuestion('own-write-answered-with-412', 'single-choice');
  const tag = /If-Match: ("\d+")/.exec(codeBlock(question))?.[1] ?? '';
  type Reaction = (url: string) => Promise<'saved' | 'conflict'>;
  const put = (url: string, body: string, headers: Record<string, string> = {}) =>
    fetch(url, { method: 'PUT', headers, body });
  /** Right: nothing of a stranger's is lost, and the user hears of a conflict where there is one. */
  const isRight = async (reaction: Reaction) => {
    const outcomes = [];
    for (const first of ['mine', "a stranger's"]) {
      const url = await serveHttp(conditionalResource({ version: Number(tag.slice(1, -1)), body: 'old' }));
      await put(url, first, { 'If-Match': tag });
      expect((await put(url, 'mine', { 'If-Match': tag })).status).toBe(412);
      const told = await reaction(url);
      outcomes.push(
        told === (first === 'mine' ? 'saved' : 'conflict') && (await (await fetch(url)).text()) === first,
      );
    }
    return outcomes.every((right) => right);
  };
  expectChosen(question, {
    conflict: await isRight(async () => 'conflict'),
    resend: await isRight(async (url) => ((await put(url, 'mine')).ok ? 'saved' : 'conflict')),
    compare: await isRight(async (url) =>
      (await (await fetch(url)).text()) === 'mine' ? 'saved' : 'conflict',
    ),
    success: await isRight(async () => 'saved'),
  });
});

it('etag-after-max-age-expired: one of the strategies is allowed and spares the transfer', async () => {
  const question = readQuestion('etag-after-max-age-expired', 'single-choice');
  const tag = /ETag: (".+")/.exec(codeBlock(question))?.[1] ?? '';
  const lifetime = Number(/max-age=(\d+)/.exec(codeBlock(question))?.[1]);
  const url = await serveHttp(conditionalResource({ version: 3312, body: 'sunny' }, { name: 'f-' }));
  const get = (headers: Record<string, string>) => fetch(url, { headers });
  const asked = await get({ 'If-None-Match': tag });
  const plain = await get({});
  const guarded = await get({ 'If-Match': tag });
  const spared = async (response: Response, status: number) =>
    response.status === status && (await bytesOf(response)) === 0;
  expectChosen(question, {
    'still-fresh': lifetime >= 90,
    revalidate: await spared(asked, 304),
    refetch: await spared(plain, 200),
    'if-match': await spared(guarded, 412),
  });
});

it('unconditional-put-refused: no condition is another refusal than a false one', async () => {
  const question = readQuestion('unconditional-put-refused', 'single-choice');
  const url = await serveHttp(conditionalResource({ version: 1, body: '{}' }, { demand: true }));
  const send = async (...fields: string[]) =>
    statusOf(await exchangeBytes(url, messageBytes(codeBlock(question), ...fields)));
  const blind = await send();
  const conditional = [await send('If-Match: "0"'), await send('If-Match: "1"')];
  expect([...conditional, STATUS_CODES[blind]]).toEqual([412, 204, 'Precondition Required']);
  expectChosen(question, (choice) => Number(inlineCode(choice)) === blind);
});

it('second-delete-returns-404: other answers, the same state', async () => {
  const playlists = new Set([8, 9]);
  const url = await serveHttp(({ method, url: path }, response) => {
    const gone = method === 'DELETE' && playlists.delete(Number(path?.split('/').at(-1)));
    response.writeHead(gone ? 204 : 404).end();
  });
  const remove = async () => [
    (await fetch(`${url}/playlists/9`, { method: 'DELETE' })).status,
    [...playlists],
  ];
  const [firstStatus, afterOne] = await remove();
  const [secondStatus, afterTwo] = await remove();
  expect([firstStatus, secondStatus]).toEqual([204, 404]);
  const sameEffect = JSON.stringify(afterOne) === JSON.stringify(afterTwo);
  expectTruth(readQuestion('second-delete-returns-404', 'true-false'), !sameEffect);
});

interface Desk {
  server: Stored;
  /** The tag each person has seen last. */
  seen: Record<string, string>;
  /** A request under way, which the server takes before any later one. */
  sent?: { from: string; tag: string } | undefined;
  last?: { from: string; answered: Answered } | undefined;
}

function reads(desk: Desk, who: string, wanted: string): Desk | undefined {
  const [, { etag }] = ask(desk.server, { method: 'GET' }, { name: 'v' });
  if (etag !== wanted || desk.sent?.from === who) return undefined;
  return { ...desk, seen: { ...desk.seen, [who]: etag } };
}

function sends(desk: Desk, who: string, tag: string): Desk | undefined {
  return desk.seen[who] !== tag || desk.sent
    ? undefined
    : { ...desk, sent: { from: who, tag }, last: undefined };
}

function answers(desk: Desk, who: string, status: number): Desk | undefined {
  if (desk.sent?.from !== who) return undefined;
  const [server, answered] = ask(desk.server, { method: 'PUT', ifMatch: desk.sent.tag }, { name: 'v' });
  return answered.status === status
    ? { ...desk, server, sent: undefined, last: { from: who, answered } }
    : undefined;
}

const lastStatus = (desk: Desk, who: string) =>
  desk.last?.from === who ? desk.last.answered.status : undefined;

it('lost-update-caught-by-if-match: the events can happen in one order, requests being taken as they were sent', () => {
  const steps: Steps<Desk> = {
    done: (desk) => answers(desk, 'ana', 204),
    merged: (desk) => sends(desk, 'ana', '"v2"'),
    reread: (desk) => (lastStatus(desk, 'ana') === 412 ? reads(desk, 'ana', '"v2"') : undefined),
    refused: (desk) => answers(desk, 'ana', 412),
    stale: (desk) => sends(desk, 'ana', '"v1"'),
    other: (desk) => {
      // The stem: Ana opened the configuration before Ben saved his change.
      if (desk.sent || desk.seen.ana === undefined || desk.server.version !== 1) return undefined;
      const [server] = ask(desk.server, { method: 'PUT', ifMatch: '"v1"' }, { name: 'v' });
      return { ...desk, server };
    },
    read: (desk) => (desk.seen.ana === undefined ? reads(desk, 'ana', '"v1"') : undefined),
  };
  const orders = possibleOrders(steps, { server: { version: 1, body: '' }, seen: {} });
  expect(orders).toHaveLength(1);
  expectOrder(readQuestion('lost-update-caught-by-if-match', 'ordering'), orders[0] ?? []);
});

/** A cache in front of an origin server; nothing in it grows stale during a test. */
async function sharedCache(origin: string): Promise<string> {
  const stored: { url: string | undefined; asked: IncomingHttpHeaders; answer: Response; body: string }[] =
    [];
  return serveHttp(async (request, response) => {
    const matches = ({ url, asked, answer }: (typeof stored)[number]) => {
      const nominated = (answer.headers.get('vary') ?? '')
        .split(',')
        .map((name) => name.trim().toLowerCase());
      const same = nominated.every((name) => name !== '*' && asked[name] === request.headers[name]);
      return url === request.url && same;
    };
    let hit = stored.find(matches);
    if (!hit) {
      const { host: _host, connection: _connection, ...asked } = request.headers;
      const answer = await fetch(`${origin}${request.url}`, { headers: asked as Record<string, string> });
      hit = { url: request.url, asked: request.headers, answer, body: await answer.text() };
      stored.push(hit);
    }
    response.end(hit.body);
  });
}

/** What a second client gets when a first one with another value of a request field has filled the cache. */
async function secondAnswer(
  field: string,
  values: [string, string],
  answerFields: (value: string) => string[],
) {
  const origin = await serveHttp((request, response) => {
    const value = String(request.headers[field.toLowerCase()]);
    for (const line of ['Cache-Control: public, max-age=600', ...answerFields(value)]) {
      response.appendHeader(line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2));
    }
    response.end(value);
  });
  const cache = await sharedCache(origin);
  const get = async (value: string) => (await fetch(`${cache}/item`, { headers: { [field]: value } })).text();
  expect([await get(values[0]), await get(values[0])]).toEqual([values[0], values[0]]);
  return get(values[1]);
}

it('version-header-and-shared-cache: which change keeps v2 clients from v1 bodies', async () => {
  const question = readQuestion('version-header-and-shared-cache', 'single-choice');
  const second = (fields: (value: string) => string[]) => secondAnswer('Api-Version', ['1', '2'], fields);
  expect(await second(() => [])).toBe('1');
  const shown = (id: string) =>
    inlineCode(question.choices.find((choice) => choice.id === id) ?? { text: '' });
  const forSecond = (line: string) => (value: string) => (value === '2' ? [line] : []);
  expectChosen(question, {
    vary: (await second(() => [shown('vary')])) === '2',
    echo: (await second(forSecond(shown('echo')))) === '2',
    etag: (await second((value) => [`ETag: "v${value}"`])) === '2',
    'content-type': (await second(forSecond(shown('content-type')))) === '2',
  });
});

it('vary-for-two-languages: which line keeps French guests from German texts', async () => {
  const second = (line: string) => secondAnswer('Accept-Language', ['de', 'fr'], () => [line]);
  const lines = ['Vary: Content-Language', 'Vary: Accept-Language', 'Content-Language: fr', 'Vary: Accept'];
  const helpful: string[] = [];
  for (const line of lines) if ((await second(line)) === 'fr') helpful.push(line);
  expect(helpful).toHaveLength(1);
  const others = lines.filter((line) => !helpful.includes(line));
  expectText(readQuestion('vary-for-two-languages', 'short-answer'), helpful[0] ?? '', ...others);
});

it('delete-the-key-before-the-update: the two lines of the stem with a reader between and after them', async () => {
  const question = readQuestion('delete-the-key-before-the-update', 'single-choice');
  const update = async (readBetween: boolean) => {
    const prices = new Map([['7', 'old']]);
    const cached = new Map<string, { price: string | undefined; seconds: number }>();
    let queries = 0;
    let committed = false;
    const read = () => {
      let entry = cached.get('price:7');
      if (!entry) {
        queries += 1;
        entry = { price: prices.get('7'), seconds: 3600 };
        cached.set('price:7', entry);
      }
      return { ...entry, committed };
    };
    read();
    const between: ReturnType<typeof read>[] = [];
    await runCode(codeBlock(question), {
      cache: { del: async (key: string) => cached.delete(key) },
      db: {
        updatePrice: async (id: string, price: string) => {
          if (readBetween) between.push(read());
          await Promise.resolve();
          prices.set(id, price);
          committed = true;
        },
      },
      id: '7',
      newPrice: 'new',
    });
    queries = 0;
    const after = [read(), read(), read()];
    return { between, after, queries };
  };
  const disturbed = await update(true);
  const quiet = await update(false);
  expectChosen(question, {
    'refill-old': disturbed.after.every(({ price, seconds }) => price === 'old' && seconds === 3600),
    'no-refill': quiet.queries === quiet.after.length,
    deadlock: disturbed.between.every((reader) => reader.committed),
    'lost-price': quiet.after.some(({ price }) => price === undefined),
  });
});

it('hit-rate-drops-by-four-points: the queries that a cache lets through', () => {
  const question = readQuestion('hit-rate-drops-by-four-points', 'numeric');
  const [lookUps = 0, before = 0, after = 0] = figures(question);
  const queries = (hitRate: number) =>
    Array.from({ length: lookUps }, (_, index) => index % 100).filter((place) => place >= hitRate).length;
  expectFigure(question, queries(after) / queries(before), before / after);
});
