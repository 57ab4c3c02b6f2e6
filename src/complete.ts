// The way in for a shell that completes: pressed keys should not wait for all of main.ts.

import { join } from 'node:path';
import { complete } from './app/completion/complete.js';

/** Answers `api-quiz --complete words…`. `root`: the folder of the package. */
export function main(root: string): void {
  // A shell that has what it wants closes the pipe.
  process.stdout.on('error', () => {});
  complete(
    {
      table: join(root, 'dist', 'completion.json'),
      // Asked for when it is needed only.
      home: async () => (await import('./history/home.js')).homeFolder(process.env),
      write: (text) => process.stdout.write(text),
    },
    process.argv.slice(3),
  ).catch(() => {
    // A shell is no place for errors.
    process.exitCode = 1;
  });
}
