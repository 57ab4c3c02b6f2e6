// What `npm pack` makes of a folder, without an npm: starting one costs more than most tests.

import { gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';

/** The files below `package/`, package.json among them. */
export async function npmTarball(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const entries = Object.entries(files).map(([path, body]) => ({
    header: { name: `package/${path}`, size: Buffer.byteLength(body), type: 'file' as const },
    body,
  }));
  return gzipSync(await packTar(entries));
}
