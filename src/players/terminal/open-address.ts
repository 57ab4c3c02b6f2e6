// An address opened with the program the platform has for it, without a shell; or copied by the terminal itself.

import { spawn } from 'node:child_process';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [program: string, ...args: string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** xdg-open and its like end at once where there is nothing they could open it with. */
const SOON_MS = 1000;

/** Null once the program runs or has ended well; else which one could not be started or gave up within a second, and why. */
export function openAddress(
  address: string,
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): Promise<{ program: string; reason: string } | null> {
  const [program, ...args] = OPENERS[platform] ?? ['xdg-open'];
  return new Promise((resolve) => {
    const child = spawn(program, [...args, address], {
      env: { ...env },
      stdio: 'ignore',
      detached: true,
      shell: false,
    });
    child.once('error', (error: NodeJS.ErrnoException) =>
      resolve({ program, reason: error.code ?? 'unknown' }),
    );
    child.once('exit', (code) => resolve(code === 0 ? null : { program, reason: `exit code ${code}` }));
    child.once('spawn', () => {
      child.unref();
      setTimeout(() => resolve(null), SOON_MS);
    });
  });
}

/** OSC 52: the terminal puts the text on the clipboard, also from another machine. */
export function copySequence(text: string): string {
  return `\u001b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u0007`;
}
