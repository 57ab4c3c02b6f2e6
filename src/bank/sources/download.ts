// The one file of packs that speaks to other machines: a tarball over https, when a person adds or updates it.

import { Failure } from '../../text/failure.js';

const MOST_PACKED = 64 * 1024 * 1024;

/** The bytes, up to 64 MiB. Failures: `download-failed`, `pack-too-large`. */
export async function download(url: string): Promise<Buffer> {
  let response: Response;
  try {
    response = await fetch(url, { redirect: 'follow', signal: AbortSignal.timeout(120_000) });
  } catch (error) {
    throw new Failure('download-failed', { url, reason: error instanceof Error ? error.message : 'unknown' });
  }
  if (!response.ok || response.body === null)
    throw new Failure('download-failed', { url, reason: `status ${response.status}` });
  if (!response.url.startsWith('https:'))
    throw new Failure('download-failed', { url, reason: 'it leads away from https' });
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body) {
    length += part.length;
    if (length > MOST_PACKED) throw new Failure('pack-too-large', { what: '64 MiB packed' });
    parts.push(part);
  }
  return Buffer.concat(parts);
}
