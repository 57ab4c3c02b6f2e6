// The SDK's own client at the real verb, in one process: every byte that the server says is kept.

import { PassThrough } from 'node:stream';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { onTestFinished } from 'vitest';
import { type Call, type Ran, runWith } from '../../support/run.js';

export interface Connected {
  client: Client;
  /** Calls a tool; its JSON, or `{ refused }` with the line of the error. */
  tool(name: string, args?: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Everything said so far. */
  said(): string;
  /** Ends the client's side; what the verb came to. */
  end(): Promise<Ran>;
}

export async function connect(call: Call, args: readonly string[] = []): Promise<Connected> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const heard: string[] = [];
  const ran = runWith(['mcp', ...args], call, toServer, (text) => {
    heard.push(text);
    toClient.write(text);
  });
  const client = new Client({ name: 'test', version: '1' });
  // Lines both ways: the server's transport serves a client as well.
  await client.connect(new StdioServerTransport(toClient, toServer));
  const end = async () => {
    toServer.end();
    return ran;
  };
  onTestFinished(async () => {
    await end();
  });
  return {
    client,
    async tool(name, given) {
      const result = await client.callTool({ name, ...(given === undefined ? {} : { arguments: given }) });
      const [first] = result.content as { text: string }[];
      const text = first?.text ?? '';
      return result.isError === true ? { refused: text } : (JSON.parse(text) as Record<string, unknown>);
    },
    said: () => heard.join(''),
    end,
  };
}
