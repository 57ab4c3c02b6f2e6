// A bare hub and one checkout per home: a sync as `history sync --git` makes it.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { syncThroughGit } from '../../../src/app/history/sync-through-git.js';
import { syncHistory } from '../../../src/history/sync/sync-history.js';
import { temporaryHome } from '../../support/home.js';
import type { Sync } from './many-homes.js';

/** Nobody's own settings of git decide a test. */
export const GIT_ENV = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
  // Nothing is ever so much that it has to be tidied up; looking whether it is, is a process more for each step.
  GIT_CONFIG_COUNT: '2',
  GIT_CONFIG_KEY_0: 'maintenance.auto',
  GIT_CONFIG_VALUE_0: 'false',
  GIT_CONFIG_KEY_1: 'gc.auto',
  GIT_CONFIG_VALUE_1: '0',
};

export const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, ...args], { env: GIT_ENV, encoding: 'utf8', stdio: 'pipe' });

/** An empty bare repository. */
export function makeHub(): string {
  const hub = temporaryHome();
  git(hub, 'init', '--quiet', '--bare', '--template=', '--initial-branch=main');
  return hub;
}

export function cloneOf(hub: string): string {
  const folder = join(temporaryHome(), 'checkout');
  git(hub, 'clone', '--quiet', '--template=', hub, folder);
  return folder;
}

/** Each home through a checkout of its own. */
export function syncThroughHub(hub: string): Sync {
  const checkouts = new Map<string, string>();
  return async ({ now }, { writer: { home, machine } }) => {
    const folder = checkouts.get(home) ?? cloneOf(hub);
    checkouts.set(home, folder);
    return syncThroughGit(folder, GIT_ENV, () => syncHistory({ home, folder, now, dryRun: false }, machine));
  };
}
