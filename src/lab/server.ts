// The server of a lab: Node's own http on loopback. It checks Host, bounds bodies and time, and asks the world what to answer.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { readTarget } from '../question/request/http-request.js';
import { Failure } from '../text/failure.js';
import { type LabAnswer, type LabRequest, problem } from './lab-request.js';
import { isLoopbackName } from './loopback.js';

/** Bytes of a body that are read. */
const MOST_BODY_BYTES = 64 * 1024;
/** ms until a request has to be whole. */
const REQUEST_MS = 10_000;
const MOST_CONNECTIONS = 512;
const ADDRESS = '127.0.0.1';

/** An answer, and who wants to know whether a late one was still waited for. */
export type ServedAnswer = LabAnswer & { ended?: (abandoned: boolean) => void };

export interface LabServer {
  /** `http://127.0.0.1:54321` */
  base: string;
  /** Every connection is closed; nothing of it stays. */
  close(): Promise<void>;
}

/** `port` 0: any that is free. Throws Failure `port-taken`. `answer` is asked once per whole request, in order of arrival. */
export async function startServer(
  port: number,
  answer: (request: LabRequest) => ServedAnswer,
): Promise<LabServer> {
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      requestTimeout: REQUEST_MS,
      headersTimeout: REQUEST_MS,
      connectionsCheckingInterval: 1000,
    },
    (request, response) => receive(request, response, answer, timers),
  );
  server.maxConnections = MOST_CONNECTIONS;
  server.keepAliveTimeout = 5000;
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!isTooLong(request)) response.writeContinue();
    receive(request, response, answer, timers);
  });
  server.on('clientError', (_error, socket: Socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });
  await listen(server, port);
  return {
    base: `http://${ADDRESS}:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new Failure('port-taken', { port: String(port) })
          : error,
      ),
    );
    server.listen(port, ADDRESS, () => resolve());
  });
}

function receive(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: LabRequest) => ServedAnswer,
  timers: Set<NodeJS.Timeout>,
): void {
  // What is sent behind a refusal is not read; the connection is closed.
  const refuse = (answered: LabAnswer) => {
    response.shouldKeepAlive = false;
    send(request, response, answered);
    response.once('finish', () => request.socket.destroySoon());
  };
  const refused = !isForUs(request)
    ? problem(421, 'Misdirected Request', 'This lab answers to its own address only.')
    : isTooLong(request)
      ? tooLong()
      : undefined;
  if (refused !== undefined) {
    refuse(refused);
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('error', () => response.destroy());
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MOST_BODY_BYTES) chunks.push(chunk);
    else if (!response.headersSent) {
      request.pause();
      refuse(tooLong());
    }
  });
  request.on('end', () => {
    if (size > MOST_BODY_BYTES) return;
    const read = readLabRequest(request, Buffer.concat(chunks));
    const given: ServedAnswer =
      read === undefined ? problem(400, 'Bad Request', 'The target cannot be read.') : answer(read);
    if (given.drop) request.socket.destroy();
    else if (given.delayMs === 0) send(request, response, given);
    else sendLater(request, response, given, timers);
  });
}

/** Sends it when its time has come, unless the client has given up by then. */
function sendLater(
  request: IncomingMessage,
  response: ServerResponse,
  answer: ServedAnswer,
  timers: Set<NodeJS.Timeout>,
): void {
  const end = (abandoned: boolean) => {
    // Of a server that was closed nothing more is told.
    if (!timers.delete(timer)) return;
    clearTimeout(timer);
    answer.ended?.(abandoned);
    if (!abandoned) send(request, response, answer);
  };
  const timer = setTimeout(() => end(false), answer.delayMs);
  timers.add(timer);
  response.once('close', () => end(true));
}

const tooLong = () => problem(413, 'Content Too Large', `At most ${MOST_BODY_BYTES} bytes are read.`);
const isTooLong = (request: IncomingMessage) =>
  Number(request.headers['content-length'] ?? 0) > MOST_BODY_BYTES;

/** A page of another origin must not reach the lab through a name of its own that points here (DNS rebinding). */
function isForUs(request: IncomingMessage): boolean {
  const match = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(request.headers.host ?? '');
  return (
    match !== null &&
    isLoopbackName((match[1] ?? '').toLowerCase()) &&
    Number(match[2] ?? 80) === request.socket.localPort
  );
}

function readLabRequest(request: IncomingMessage, body: Buffer): LabRequest | undefined {
  const target = readTarget(request.url ?? '/');
  if (target === undefined) return undefined;
  const headers: [string, string][] = [];
  for (let at = 0; at + 1 < request.rawHeaders.length; at += 2)
    headers.push([request.rawHeaders[at]!.toLowerCase(), request.rawHeaders[at + 1]!]);
  return {
    method: request.method ?? 'GET',
    path: target.path,
    query: target.query,
    headers,
    body: body.length === 0 ? null : body.toString('utf8'),
  };
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: LabAnswer,
): void {
  if (response.destroyed || response.headersSent) return;
  const text = request.method === 'HEAD' || status === 204 || status === 304 ? '' : body;
  response.writeHead(status, {
    ...headers,
    ...(text === '' ? {} : { 'Content-Length': Buffer.byteLength(text) }),
  });
  response.end(text);
}
