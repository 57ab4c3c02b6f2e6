// An address opened with the program the platform has for it, without a shell; or copied by the terminal itself.

import { spawn } from 'node:child_process';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [program: string, ...args: string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Null once the program has started; else which one did not, and why. */
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
    child.once('spawn', () => {
      child.unref();
      resolve(null);
    });
  });
}

/** OSC 52: the terminal puts the text on the clipboard, also from another machine. */
export function copySequence(text: string): string {
  return `\u001b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u0007`;
}
