// Does a home lie in a folder that Syncthing, Dropbox or git share with other machines? Then nothing in it is moved away or swept.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What those programs put into the folder they share, and into the home itself where it is a checkout. */
const MARKS = ['.stfolder', '.dropbox', '.dropbox.cache', '.owncloudsync.log', '.sync'];

/** A file that cannot be read here may be half of one that is still arriving, or be good on another machine. */
export function isSharedHome(home: string): boolean {
  if (existsSync(join(home, '.git'))) return true;
  for (let folder = home; ; folder = dirname(folder)) {
    if (MARKS.some((mark) => existsSync(join(folder, mark)))) return true;
    if (dirname(folder) === folder) return false;
  }
}

/** The same, looked at when it is first asked for and once: most starts need not know. */
export function sharedHome(home: string): () => boolean {
  let shared: boolean | undefined;
  return () => {
    shared ??= isSharedHome(home);
    return shared;
  };
}
