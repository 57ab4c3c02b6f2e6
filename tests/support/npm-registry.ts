// A registry of npm on loopback, in a thread of its own: npm is waited for in this one.

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './hostile-pack.js';
import { npmTarball } from './npm-tarball.js';

/** Hands out the files of a folder by the last part of the path; what is not there is 404. */
const SERVER = `
const { createServer } = require('node:http');
const { readFileSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const server = createServer((request, response) => {
  const name = decodeURIComponent(request.url).split('?')[0].replace(/.*\\//, '');
  try {
    response.end(readFileSync(workerData + '/' + name));
  } catch {
    response.writeHead(404).end('{}');
  }
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

export interface Registry {
  /** Packs these files, with this package.json beside them, as the newest version. */
  publish(version: string, files: Readonly<Record<string, string>>): Promise<void>;
}

/** An empty registry; until the test ends npm asks it and no other. `manifest`: of every version, with the name. */
export async function npmRegistry(
  name: string,
  manifest: Readonly<Record<string, unknown>>,
): Promise<Registry> {
  const folder = temporaryFolder();
  const worker = new Worker(SERVER, { eval: true, workerData: folder });
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  const registry = `http://127.0.0.1:${port}/`;
  useRegistry(registry, folder);
  onTestFinished(async () => void (await worker.terminate()));
  const versions: Record<string, unknown> = {};
  return {
    async publish(version, files) {
      const about = { name, version, ...manifest };
      const tarball = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
      const bytes = await npmTarball({ ...files, 'package.json': JSON.stringify(about) });
      writeFileSync(join(folder, tarball), bytes);
      const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
      versions[version] = { ...about, dist: { tarball: `${registry}${tarball}`, integrity } };
      writeFileSync(
        join(folder, name.replace(/^.*\//, '')),
        JSON.stringify({ name, 'dist-tags': { latest: version }, versions }),
      );
    },
  };
}

/** In the environment that npm is started with. */
function useRegistry(registry: string, folder: string): void {
  const settings = {
    npm_config_registry: registry,
    npm_config_cache: join(folder, '.cache'),
    npm_config_userconfig: join(folder, '.npmrc'),
    npm_config_update_notifier: 'false',
  };
  const before = Object.keys(settings).map((key) => [key, process.env[key]] as const);
  Object.assign(process.env, settings);
  onTestFinished(() => {
    for (const [key, value] of before)
      if (value === undefined) delete process.env[key];
      else process.env[key] = value;
  });
}
