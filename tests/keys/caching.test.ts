// Keys about caches: a shared cache that selects as RFC 9111, section 4.1, says, and the cache-aside code of a stem.

import type { IncomingHttpHeaders } from 'node:http';
import { expect, it } from 'vitest';
import { serveHttp } from './local-server.js';
import {
  codeBlock,
  expectChosen,
  expectFigure,
  expectText,
  figures,
  inlineCode,
  readQuestion,
  runCode,
} from './question-key.js';

/** A cache in front of an origin server; nothing in it grows stale during a test. */
async function sharedCache(origin: string): Promise<string> {
  const stored: { url: string | undefined; asked: IncomingHttpHeaders; answer: Response; body: string }[] = [];
  return serveHttp(async (request, response) => {
    const matches = ({ url, asked, answer }: (typeof stored)[number]) => {
      const nominated = (answer.headers.get('vary') ?? '').split(',').map((name) => name.trim().toLowerCase());
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
async function secondAnswer(field: string, values: [string, string], answerFields: (value: string) => string[]) {
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
  const shown = (id: string) => inlineCode(question.choices.find((choice) => choice.id === id) ?? { text: '' });
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
