// Keys that count: requests, statements, attempts and seconds, counted while the situation of the stem is played.

import { buildSchema, graphql } from 'graphql';
import { expect, it } from 'vitest';
import { serveHttp } from './local-server.js';
import { codeBlock, expectFigure, readQuestion } from './question-key.js';

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const found = (pattern: RegExp, text: string) => Number(pattern.exec(text)?.[1]?.replace(',', ''));

it('cold-connection-latency: the messages on the way, one after the other', () => {
  const question = readQuestion('cold-connection-latency', 'numeric');
  const oneWay = found(/round-trip time is (\d+) ms/, question.stem) / 2;
  const work = found(/works (\d+) ms/, question.stem);
  expect(question.stem).toContain('full TLS 1.3 handshake');
  const tcp = ['SYN', 'SYN-ACK'];
  // The client's Finished travels with the request.
  const tls = ['ClientHello', 'ServerHello to Finished'];
  const call = ['Finished and request', 'response'];
  const time = (messages: readonly string[]) => messages.length * oneWay + work;
  expectFigure(question, time([...tcp, ...tls, ...call]), time(call), time([...tcp, ...call]));
});

it('translators-saved-by-a-common-model: one for each direction of each pair, or two for each system', () => {
  const question = readQuestion('translators-saved-by-a-common-model', 'numeric');
  expect(question.stem).toMatch(/^Six systems/);
  const systems = range(6).map((system) => `system ${system}`);
  const direct = systems.flatMap((from) =>
    systems.filter((to) => to !== from).map((to) => `${from} to ${to}`),
  );
  const common = systems.flatMap((system) => [`${system} to model`, `model to ${system}`]);
  expectFigure(question, new Set(direct).size - new Set(common).size, direct.length, common.length);
});

it('token-for-later-this-minute: a clock that ticks until the token is accepted', () => {
  const question = readQuestion('token-for-later-this-minute', 'numeric');
  const claims: { nbf: number; exp: number } = JSON.parse(codeBlock(question));
  const now = found(/clock reads `(\d+)`/, question.stem);
  const allowed = found(/is (\d+) seconds/, question.stem);
  const wait = (leeway: number) => {
    const accepted = (time: number) => time >= claims.nbf - leeway && time < claims.exp + leeway;
    let seconds = 0;
    while (!accepted(now + seconds)) seconds += 1;
    return seconds;
  };
  expectFigure(question, wait(allowed), wait(0), wait(-allowed));
});

it('complaint-that-fell-between-pages: the list of the stem, read page by page', () => {
  const question = readQuestion('complaint-that-fell-between-pages', 'numeric');
  const [, first = 0, last = 0] = (/numbers (\d+) to (\d+)/.exec(question.stem) ?? []).map(Number);
  const limit = found(/limit=(\d+)/, question.stem);
  const closed = found(/closes (\d+)/, question.stem);
  const offsets = [...question.stem.matchAll(/offset=(\d+)/g)].map(([, offset]) => Number(offset));
  let open = range(last - first + 1).map((index) => first + index);
  const report = new Set<number>();
  for (const offset of offsets) {
    for (const complaint of open.slice(offset, offset + limit)) report.add(complaint);
    open = open.filter((complaint) => complaint !== closed);
  }
  const missing = open.filter((complaint) => !report.has(complaint));
  expect([offsets, missing.length]).toEqual([[0, 4, 8], 1]);
  expectFigure(question, missing[0] ?? 0, closed);
});

/** Looks up ids that are asked for before the next turn of the event loop in one go. */
function collecting<Row>(fetchRows: (ids: readonly number[]) => Row[]): (id: number) => Promise<Row> {
  let waiting: { id: number; resolve: (row: Row) => void }[] = [];
  return (id) =>
    new Promise((resolve) => {
      if (waiting.push({ id, resolve }) > 1) return;
      setImmediate(() => {
        const batch = waiting;
        waiting = [];
        const rows = fetchRows(batch.map((one) => one.id));
        for (const [place, one] of batch.entries()) one.resolve(rows[place] as Row);
      });
    });
}

it('statements-left-with-two-loaders: the query of the stem, executed with and without loaders', async () => {
  const question = readQuestion('statements-left-with-two-loaders', 'numeric');
  const source = /`(\{ teams.+?)`/.exec(question.stem)?.[1] ?? '';
  const schema = buildSchema(`
    type Query { teams(first: Int): [Team] }
    type Team { lead: Person }
    type Person { name: String office: Office }
    type Office { city: String }`);
  const statements = async (batched: boolean) => {
    let count = 0;
    const lookUp = <Row>(makeRow: (id: number) => Row) => {
      const fetchRows = (ids: readonly number[]) => {
        count += 1;
        return ids.map(makeRow);
      };
      return batched ? collecting(fetchRows) : async (id: number) => fetchRows([id])[0] as Row;
    };
    const office = lookUp((id) => ({ city: `city ${id}` }));
    const lead = lookUp((id) => ({ name: `lead ${id}`, office: () => office(id) }));
    const teams = ({ first }: { first: number }) => {
      count += 1;
      return range(first).map((id) => ({ lead: () => lead(id) }));
    };
    const { errors, data } = await graphql({ schema, source, rootValue: { teams } });
    expect([errors, JSON.stringify(data).includes('city 11')]).toEqual([undefined, true]);
    return count;
  };
  const unbatched = await statements(false);
  expect(unbatched).toBe(found(/makes (\d+) statements/, question.stem));
  expectFigure(question, await statements(true), unbatched);
});

it('two-providers-for-one-address-check: every combination of up and down, by its share', () => {
  const question = readQuestion('two-providers-for-one-address-check', 'numeric');
  const [, a = 0, b = 0] = (/A is available (\d+) % of the time, B (\d+) %/.exec(question.stem) ?? []).map(
    Number,
  );
  let answered = 0;
  let both = 0;
  for (const first of range(100)) {
    for (const second of range(100)) {
      if (first < a || second < b) answered += 1;
      if (first < a && second < b) both += 1;
    }
  }
  expectFigure(question, answered / 100, both / 100, a);
});

it('room-left-in-the-sliding-minute: requests let through until the estimate is at the limit', () => {
  const question = readQuestion('room-left-in-the-sliding-minute', 'numeric');
  const limit = found(/allows (\d+) requests a minute/, question.stem);
  const second = found(/At 14:07:(\d+)/, question.stem);
  const before = found(/has (\d+) requests on the counter for 14:06/, question.stem);
  const counted = found(/and (\d+) on the one for 14:07/, question.stem);
  const room = (shareOfBefore: number) => {
    let passed = 0;
    while (before * shareOfBefore + counted + passed + 1 <= limit) passed += 1;
    return passed;
  };
  expectFigure(question, room((60 - second) / 60), room(0), room(second / 60), room(1));
});

it('twelve-calls-from-one-click: the setting with which the layers make as many calls', () => {
  const question = readQuestion('twelve-calls-from-one-click', 'numeric');
  const seen = found(/as (\d+) calls/, question.stem);
  const browser = found(/browser tries (\d+) times/, question.stem);
  const orders = found(/order service (\d+) times/, question.stem);
  const callsOfAClick = (connector: number) => {
    let calls = 0;
    const trying = (attempts: number, below: () => void) => () => {
      for (let attempt = 0; attempt < attempts; attempt += 1) below();
    };
    const carrier = () => {
      calls += 1;
    };
    trying(browser, trying(orders, trying(connector, carrier)))();
    return calls;
  };
  const settings = range(seen + 1).filter((connector) => callsOfAClick(connector) === seen);
  expect(settings).toHaveLength(1);
  expectFigure(question, settings[0] ?? 0, seen / browser, seen - browser - orders);
});

it('calls-saved-by-embedding-customers: requests that reach a server, with and without include', async () => {
  const question = readQuestion('calls-saved-by-embedding-customers', 'numeric');
  const count = found(/shows (\d+) tickets/, question.stem);
  let requests = 0;
  const customer = (id: number) => ({ name: `customer ${id}` });
  const url = await serveHttp((request, response) => {
    requests += 1;
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const tickets = range(count).map((id) =>
      searchParams.get('include') === 'customer' ? { id, customer: customer(id) } : { id },
    );
    const id = /^\/customers\/(\d+)$/.exec(pathname)?.[1];
    response.end(JSON.stringify(id === undefined ? tickets : customer(Number(id))));
  });
  const getJson = async (target: string) => JSON.parse(await (await fetch(url + target)).text());
  const screen = async (list: string) => {
    requests = 0;
    const tickets: { id: number; customer?: { name: string } }[] = await getJson(list);
    const names = await Promise.all(
      tickets.map(async (ticket) => (ticket.customer ?? (await getJson(`/customers/${ticket.id}`))).name),
    );
    expect(new Set(names).size).toBe(count);
    return requests;
  };
  const target = /`GET (\S+)`/.exec(question.stem)?.[1] ?? '';
  const before = await screen('/tickets');
  expectFigure(question, before - (await screen(target)), before);
});

it('delivery-after-the-endpoint-was-mended: the schedule against the hour of the repair', () => {
  const question = readQuestion('delivery-after-the-endpoint-was-mended', 'numeric');
  const hour = (clock: string | undefined) => {
    const [hours = 0, minutes = 0] = (clock ?? '').split(':').map(Number);
    return hours + minutes / 60;
  };
  const first = hour(/failed at (\S+)/.exec(question.stem)?.[1]);
  const mended = hour(/fixed at (\S+)/.exec(question.stem)?.[1]);
  const delays = [...question.stem.matchAll(/(\d+) (min|h)\b/g)].map(
    ([, value, unit]) => Number(value) / (unit === 'min' ? 60 : 1),
  );
  expect(delays).toHaveLength(5);
  let now = first;
  for (const delay of delays) if (now < mended) now += delay;
  expect(now).toBeGreaterThanOrEqual(mended);
  expectFigure(question, now - first, mended - first, delays.at(-1) ?? 0);
});

it('total-time-of-a-har-entry: the sum of what applies, with TLS inside connect', () => {
  const question = readQuestion('total-time-of-a-har-entry', 'numeric');
  const { timings }: { timings: Record<string, number> } = JSON.parse(`{${codeBlock(question)}}`);
  const total = (names: readonly string[], least = 0) =>
    names.map((name) => timings[name] ?? Number.NaN).reduce((sum, ms) => (ms < least ? sum : sum + ms), 0);
  const phases = ['blocked', 'dns', 'connect', 'send', 'wait', 'receive'];
  expect(timings.ssl).toBeLessThan(timings.connect ?? 0);
  expectFigure(question, total(phases), total([...phases, 'ssl']), total(phases, -1));
});

it('virtual-users-for-the-lunch-rush: customers who arrive at an even rate and stay for one order', () => {
  const question = readQuestion('virtual-users-for-the-lunch-rush', 'numeric');
  const rate = found(/has (\d+) orders/, question.stem);
  expect(question.stem).toContain('three requests');
  const request = found(/requests of ([\d.]+) s/, question.stem);
  const thinking = found(/in all, ([\d.]+) s/, question.stem);
  const busyAt = (moment: number, stay: number) =>
    range(60 * rate).filter((order) => order / rate <= moment && moment < order / rate + stay).length;
  const busy = busyAt(50, 3 * request + thinking);
  expectFigure(question, busy, busyAt(50, 3 * request), busyAt(50, thinking));
});
