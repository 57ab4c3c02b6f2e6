// Webhooks on their way to the person's own listener: again and again until it says yes, a few times at most.

import { request as openRequest } from 'node:http';
import type { Delivery } from './lab-request.js';
import { loopbackUrl } from './loopback.js';

const WAIT_MS = 3000;
const ATTEMPTS = 3;
/** Pause before the second attempt, ms; doubled before the third. */
const PAUSE_MS = 500;

/** Status of the listener's answer; 0: none. Told for each attempt. */
export type Told = (delivery: Delivery, status: number) => void;

/** Delivers one after the other; stops when the signal says so. */
export async function deliver(
  deliveries: readonly Delivery[],
  signal: AbortSignal,
  told: Told,
): Promise<void> {
  for (const delivery of deliveries) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (attempt > 0) await pause(PAUSE_MS * 2 ** (attempt - 1), signal);
      if (signal.aborted) return;
      const status = await post(delivery, signal);
      if (signal.aborted) return;
      told(delivery, status);
      // A forged one is not sent again: nobody owes it an answer.
      if ((status >= 200 && status < 300) || delivery.note === 'forged') break;
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}

function post({ url, headers, body }: Delivery, signal: AbortSignal): Promise<number> {
  // Looked at once more: nothing but this machine is ever sent to.
  if (loopbackUrl(url) === undefined) return Promise.resolve(0);
  return new Promise((resolve) => {
    const outgoing = openRequest(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
      agent: false,
      signal,
      timeout: WAIT_MS,
    });
    outgoing.on('timeout', () => outgoing.destroy());
    outgoing.on('error', () => resolve(0));
    outgoing.on('response', (incoming) => {
      incoming.destroy();
      resolve(incoming.statusCode ?? 0);
    });
    outgoing.end(body);
  });
}
