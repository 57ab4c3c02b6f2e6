// The one file of packs that speaks to other machines: a tarball over https, when a person adds or updates it.

import { messageOf } from '../../text/error-message.js';
import { Failure } from '../../text/failure.js';

const MOST_PACKED = 64 * 1024 * 1024;
const MOST_HOPS = 5;
const PATIENCE_MS = 120_000;

/**
 * All its bytes; `most`: how many there may be, for tests that need not send so many. Redirections are followed over https only.
 * Failures: `download-failed`, `pack-too-large`.
 */
export async function download(url: string, most = MOST_PACKED): Promise<Buffer> {
  try {
    return await bytesOf(await follow(url), most);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('download-failed', { url, reason: reasonOf(error) });
  }
}

/** The answer behind all redirections: each is looked at before it is asked. */
async function follow(url: string): Promise<Response> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  let address = url;
  for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
    const response = await fetch(address, { redirect: 'manual', signal });
    const location =
      response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location === null) {
      if (!response.ok) throw new Failure('download-failed', { url, reason: `status ${response.status}` });
      return response;
    }
    await response.body?.cancel();
    const next = URL.canParse(location, address) ? new URL(location, address) : undefined;
    if (next?.protocol !== 'https:')
      throw new Failure('download-failed', { url, reason: 'it leads away from https' });
    address = next.href;
  }
  throw new Failure('download-failed', { url, reason: `more than ${MOST_HOPS} redirections` });
}

async function bytesOf(response: Response, most: number): Promise<Buffer> {
  const tooLarge = new Failure('pack-too-large', { what: '64 MiB packed' });
  if (Number(response.headers.get('content-length')) > most) {
    await response.body?.cancel();
    throw tooLarge;
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  // What ends the loop ends the connection too.
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > most) throw tooLarge;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** "fetch failed" and "terminated" say nothing; what was behind them does. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined;
  if (code === 'UND_ERR_SOCKET') return 'the connection was cut off';
  return typeof code === 'string' ? code : messageOf(cause ?? error);
}
