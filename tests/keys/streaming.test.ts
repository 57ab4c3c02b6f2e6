// Keys about streams: server-sent events parsed as the HTML standard says, over a connection that drops.

import { expect, it } from 'vitest';
import { serveHttp } from './local-server.js';
import { codeBlock, expectText, readQuestion } from './question-key.js';

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
