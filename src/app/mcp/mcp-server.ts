// The Model Context Protocol over standard input and output, by the official SDK. The only file that knows the SDK; loaded by `mcp` alone.

import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { messageOf } from '../../text/error-message.js';
import { Failure } from '../../text/failure.js';
import { failureLine } from '../../text/failure-line.js';
import { safeLine, safeText } from '../../text/safe.js';
import { safeJson } from '../print.js';
import type { World } from '../world.js';
import { INTERVIEWER, interviewerText } from './interviewer-prompt.js';
import { listPages, PAGE_TEMPLATES, readPage } from './report-pages.js';
import { argumentsSchema } from './tool-arguments.js';
import { type Connection, type Said, TOOLS } from './tools.js';

const INSTRUCTIONS =
  'api-quiz quizzes a person for API interviews. The person answers, not you: hand in their own words. Keys and explanations come after the answer only.';

/** Serves one client until its end of the input is closed; then the sitting that is open is left, to be resumed. */
export async function serveAssistant(connection: Connection): Promise<void> {
  const { world, led } = connection;
  const server = new Server(
    { name: 'api-quiz', version: world.version },
    {
      capabilities: { tools: {}, resources: {}, prompts: {} },
      instructions: INSTRUCTIONS,
      // Nothing is ever asked of the client by schema, so nothing has to be checked by one.
      jsonSchemaValidator: { getValidator: () => refuseSchema },
    },
  );
  // One call after the other: two at once would both speak to the question that is open.
  const inTurn = oneAfterTheOther();
  addTools(server, connection, inTurn);
  addPages(server, connection);
  addPrompt(server);
  const transport = new StdioServerTransport(world.stdin as never, world.stdout);
  const ended = new Promise<void>((resolve) => {
    server.onclose = resolve;
    // What was called before the end is still answered.
    const close = () => inTurn(() => transport.close());
    for (const event of ['end', 'close']) world.stdin.on(event, close);
  });
  server.onerror = (error) => tellMalformed(world, transport, error);
  await server.connect(transport);
  await ended;
  await led.leave();
}

function refuseSchema(): never {
  throw new Error('no schema is checked here');
}

function addTools(server: Server, connection: Connection, inTurn: InTurn): void {
  const readOnly = connection.options.readOnly === true;
  const offered = TOOLS.filter(({ writes }) => !(readOnly && writes));
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: offered.map(({ name, about, rows, writes }) => ({
      name,
      description: about,
      inputSchema: argumentsSchema(rows),
      annotations: { readOnlyHint: !writes, destructiveHint: false, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) =>
    inTurn(async () => {
      const tool = offered.find(({ name }) => name === params.name);
      if (tool === undefined) return toolResult({ refused: noTool(params.name, readOnly) });
      try {
        return toolResult(await tool.call(connection, params.arguments));
      } catch (error) {
        return toolResult({ refused: broken(connection.world, error) });
      }
    }),
  );
}

function noTool(name: string, readOnly: boolean): string {
  const known = TOOLS.some((tool) => tool.name === name);
  if (known && readOnly) return `${name} writes, and this server was started with --read-only.`;
  return `There is no tool "${safeLine(name).slice(0, 80)}"; there are: ${TOOLS.map((tool) => tool.name).join(', ')}.`;
}

function toolResult(said: Said) {
  const isError = 'refused' in said;
  const text = isError ? String(said.refused) : safeJson(JSON.stringify(said));
  return { content: [{ type: 'text' as const, text }], ...(isError ? { isError } : {}) };
}

function addPages(server: Server, { world, options, led }: Connection): void {
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: listPages(world) }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: PAGE_TEMPLATES }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => {
    const page = await readPage(world, options, uri, led.untold()).catch((error: unknown) => {
      throw new McpError(ErrorCode.InvalidParams, broken(world, error));
    });
    if (page === undefined)
      throw new McpError(ErrorCode.InvalidParams, `There is nothing at ${safeLine(uri).slice(0, 200)}.`);
    return { contents: [{ uri, mimeType: page.mimeType, text: page.text }] };
  });
}

function addPrompt(server: Server): void {
  server.setRequestHandler(ListPromptsRequestSchema, () => ({ prompts: [INTERVIEWER] }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) => {
    const said = params.name === INTERVIEWER.name ? interviewerText(params.arguments ?? {}) : null;
    if (said === null)
      throw new McpError(
        ErrorCode.InvalidParams,
        `There is no prompt "${safeLine(params.name).slice(0, 80)}"; there is: ${INTERVIEWER.name}.`,
      );
    if ('refused' in said) throw new McpError(ErrorCode.InvalidParams, said.refused);
    return {
      description: INTERVIEWER.description,
      messages: [{ role: 'user' as const, content: { type: 'text' as const, text: said.text } }],
    };
  });
}

type InTurn = <Value>(run: () => Promise<Value>) => Promise<Value>;

/** Runs one at a time, in the order in which they came; none keeps the next from running. */
function oneAfterTheOther(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const mine = last.then(run);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** A line for the assistant; what is a bug keeps its stack on stderr, and the server goes on. */
function broken(world: World, error: unknown): string {
  if (error instanceof Failure) return failureLine(error);
  const stack = error instanceof Error ? error.stack : undefined;
  world.stderr.write(
    `api-quiz has a bug; please report it with these lines:\n${safeText(stack ?? messageOf(error))}\n`,
  );
  return 'api-quiz has a bug; what happened stands in its log.';
}

/** A line that is no message of the protocol is answered as JSON-RPC wants it; its id cannot be known. */
function tellMalformed(world: World, transport: StdioServerTransport, error: Error): void {
  world.stderr.write(`mcp: ${safeLine(error.message).slice(0, 300)}\n`);
  const isJson = error.name === 'ZodError' || error.name === '$ZodError';
  if (!isJson && !(error instanceof SyntaxError)) return;
  const code = isJson ? ErrorCode.InvalidRequest : ErrorCode.ParseError;
  const message = isJson ? 'not a message of JSON-RPC 2.0' : 'not JSON';
  void transport.send({ jsonrpc: '2.0', error: { code, message } });
}
