// Real servers on 127.0.0.1 and bytes on real sockets; all of them end with the test that started them.

import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net';
import { onTestFinished } from 'vitest';

/** Starts an HTTP server and tells its origin. Connections are not kept, so that no test meets a socket of another. */
export async function serveHttp(handle: RequestListener, keepAlive = false): Promise<string> {
  const server = createServer((request, response) => {
    if (!keepAlive) response.shouldKeepAlive = false;
    handle(request, response);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

/** Starts a server that answers each connection with these bytes after the first request bytes, and tells its origin. */
export async function serveBytes(answer: string): Promise<string> {
  const port = await serveTcp((socket) => socket.once('data', () => socket.end(answer)));
  return `http://127.0.0.1:${port}`;
}

export async function serveTcp(handle: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    handle(socket);
  });
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return listen(server);
}

export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Sends bytes over a socket of its own and hands back all that comes until the server closes. */
export function exchangeBytes(origin: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
}

/** A message from a stem as bytes: lines end in CR LF up to the empty line, and the length is stated if it was not. */
export function messageBytes(shown: string, ...addedFields: readonly string[]): string {
  const [head = '', ...rest] = shown.split('\n\n');
  const body = rest.join('\n\n').trimEnd();
  const fields = [...head.trimEnd().split('\n'), ...addedFields];
  if (!/^content-length:/im.test(head)) fields.push(`Content-Length: ${Buffer.byteLength(body)}`);
  return `${fields.join('\r\n')}\r\nConnection: close\r\n\r\n${body}`;
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

/** What follows the header section of a raw answer. */
export const contentOf = (answer: string): string => answer.slice(answer.indexOf('\r\n\r\n') + 4);
