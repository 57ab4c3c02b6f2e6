// A file opened with the program the platform has for it.

import { pathToFileURL } from 'node:url';
import { openAddress } from '../players/terminal/open-address.js';
import { Failure } from '../text/failure.js';

/** Resolves once the program has started; throws Failure `open-failed`. */
export async function openFile(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  const failed = await openAddress(pathToFileURL(path).href, env, platform);
  if (failed !== null) throw new Failure('open-failed', { ...failed, path });
}
