// A file opened with the program the platform has for it, without a shell.

import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { Failure } from '../text/failure.js';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [program: string, ...args: string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Resolves once the program has started; throws Failure `open-failed`. */
export function openFile(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  const [program, ...args] = OPENERS[platform] ?? ['xdg-open'];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args, pathToFileURL(path).href], {
      env: { ...env },
      stdio: 'ignore',
      detached: true,
      shell: false,
    });
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Failure('open-failed', { program, reason: error.code ?? 'unknown', path })),
    );
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
