// A request that was typed at the prompt, sent to the lab and to nothing else.

import { request as openRequest } from 'node:http';
import { type HttpRequest, type RequestProblem, unreadable } from '../question/request/http-request.js';
import { messageOf } from '../text/error-message.js';

/** Bytes of an answer that are shown. */
const MOST_SHOWN = 16 * 1024;
const WAIT_MS = 12_000;

export interface Received {
  status: number;
  reason: string;
  headers: (readonly [name: string, value: string])[];
  body: string;
}

/** Undefined when the request is for this lab; else why it is not sent. */
export function refusedTarget({ host, multipart }: HttpRequest, base: string): RequestProblem | undefined {
  const own = new URL(base);
  const names = [own.host, `localhost:${own.port}`];
  if (host !== null && !names.includes(host)) return unreadable('lab-elsewhere', { host, base }).problem;
  return multipart === null ? undefined : unreadable('lab-multipart').problem;
}

/** The answer, or in words what became of the connection. */
export function sendRequest(request: HttpRequest, base: string): Promise<Received | { lost: string }> {
  const { hostname, port } = new URL(base);
  const query = request.query
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return new Promise((resolve) => {
    const lost = (error: Error) => resolve({ lost: error.message });
    let outgoing: ReturnType<typeof openRequest>;
    try {
      outgoing = openRequest({
        hostname,
        port,
        method: request.method,
        path: `${request.path}${query === '' ? '' : `?${query}`}`,
        headers: headersOf(request),
        agent: false,
      });
    } catch (error) {
      // Names or values that HTTP does not allow.
      return resolve({ lost: messageOf(error) });
    }
    outgoing.setTimeout(WAIT_MS, () => outgoing.destroy(new Error('no answer in time')));
    outgoing.on('error', lost);
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        if (size < MOST_SHOWN) chunks.push(chunk);
        size += chunk.length;
      });
      incoming.on('error', lost);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          reason: incoming.statusMessage ?? '',
          headers: pairsOf(incoming.rawHeaders),
          body: Buffer.concat(chunks).toString('utf8').slice(0, MOST_SHOWN),
        }),
      );
    });
    outgoing.end(request.body ?? undefined);
  });
}

function headersOf({ headers, body }: HttpRequest): Record<string, string[]> {
  const sent: Record<string, string[]> = {};
  for (const [name, value] of headers)
    if (name !== 'host' && name !== 'content-length') sent[name] = [...(sent[name] ?? []), value];
  if (body !== null) sent['content-length'] = [String(Buffer.byteLength(body))];
  return sent;
}

function pairsOf(raw: readonly string[]): [string, string][] {
  return Array.from({ length: Math.floor(raw.length / 2) }, (_, at) => [
    raw[2 * at] ?? '',
    raw[2 * at + 1] ?? '',
  ]);
}
