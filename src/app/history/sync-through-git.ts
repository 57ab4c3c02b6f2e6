// A sync through a git checkout: union, commit, pull with rebase, union again, push. Conflicts between records settle themselves.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookAt } from '../../disk/folders.js';
import { settleConflict } from '../../history/sync/settle-conflict.js';
import type { Synced } from '../../history/sync/sync-history.js';
import { Failure } from '../../text/failure.js';
import type { World } from '../world.js';
import { type Git, gitFailure, gitIn } from './git.js';

/** What of a home lies in a shared folder. */
const SHARED = ['sessions', 'items', 'settings', '.gitignore'];
const IGNORED = 'cache/\nconfig.json\nsynced-settings.json\n*.bak\n*.tmp\n*.tmp-*\n*.corrupt-*\n';
/** Others may push between our pull and our push. */
const MOST_PUSHES = 5;
/** Commits replayed by one rebase, each of which may meet a conflict. */
const MOST_ROUNDS = 200;

export interface GitSync {
  synced: Synced[];
  committed: boolean;
  /** Null: the checkout has no remote. */
  pushedTo: string | null;
}

/** `sync` brings home and folder together. Failures: `git-missing`, `git-no-repository`, `git-failed`, `git-conflict`. */
export async function syncThroughGit(
  folder: string,
  env: World['env'],
  sync: () => Promise<Synced>,
): Promise<GitSync> {
  const git = gitIn(folder, env);
  if (git.attempt(['rev-parse', '--is-inside-work-tree']).code !== 0)
    throw new Failure('git-no-repository', { folder });
  if (!('stats' in lookAt(join(folder, '.gitignore')))) writeFileSync(join(folder, '.gitignore'), IGNORED);
  const synced = [await sync()];
  let committed = commitShared(git, folder);
  const remote = remoteOf(git);
  if (remote === null) return { synced, committed, pushedTo: null };
  for (let turn = 1; ; turn += 1) {
    if (isThere(git, remote)) {
      pull(git, folder, remote);
      synced.push(await sync());
      committed = commitShared(git, folder) || committed;
    }
    const args = ['push', '--quiet', remote.name, `HEAD:${remote.branch}`];
    const pushed = hasCommits(git) ? git.attempt(args) : { code: 0, said: '' };
    if (pushed.code === 0) return { synced, committed, pushedTo: remote.name };
    if (turn === MOST_PUSHES) throw gitFailure(args, pushed.said);
  }
}

/** True where there was something to commit. What else is changed or staged in the checkout is left alone. */
function commitShared(git: Git, folder: string): boolean {
  const there = SHARED.filter((name) => 'stats' in lookAt(join(folder, name)));
  git.run(['add', '--', ...there]);
  if (git.attempt(['diff', '--cached', '--quiet', '--', ...there]).code === 0) return false;
  git.run(['commit', '--quiet', '-m', 'Sync the history of api-quiz', '--', ...there]);
  return true;
}

interface Remote {
  name: string;
  /** `refs/heads/main`. */
  branch: string;
}

/** Where the branch goes, else the only or the usual remote under the branch's own name. */
function remoteOf(git: Git): Remote | null {
  const line = (args: readonly string[]) => git.attempt(args).out.toString().trim();
  const branch = line(['symbolic-ref', '--short', 'HEAD']);
  if (branch === '') throw new Failure('git-failed', { step: 'sync', reason: 'no branch is checked out' });
  const remotes = line(['remote']).split('\n').filter(Boolean);
  const name =
    line(['config', `branch.${branch}.remote`]) || (remotes.includes('origin') ? 'origin' : remotes[0]);
  if (name === undefined || name === '.') return null;
  return { name, branch: line(['config', `branch.${branch}.merge`]) || `refs/heads/${branch}` };
}

const hasCommits = (git: Git): boolean =>
  git.attempt(['rev-parse', '--verify', '--quiet', 'HEAD']).code === 0;

/** False for a hub that holds nothing yet. */
function isThere(git: Git, { name, branch }: Remote): boolean {
  const args = ['ls-remote', '--exit-code', name, branch];
  const { code, said } = git.attempt(args);
  if (code !== 0 && code !== 2) throw gitFailure(args, said);
  return code === 0;
}

function pull(git: Git, folder: string, { name, branch }: Remote): void {
  const args = ['pull', '--quiet', '--rebase', '--autostash', name, branch];
  let { code, said } = git.attempt(args);
  for (let round = 0; code !== 0; round += 1) {
    const unmerged = unmergedIn(git);
    if (unmerged.size === 0 || round === MOST_ROUNDS) {
      git.attempt(['rebase', '--abort']);
      throw gitFailure(args, said);
    }
    for (const [path, stages] of unmerged) settle(git, folder, path, stages);
    ({ code, said } = git.attempt(['rebase', '--continue']));
  }
}

/** Paths from the folder -> the blobs that met (stage 2 and 3 of the index). */
function unmergedIn(git: Git): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of git.run(['ls-files', '-u', '-z']).toString().split('\0')) {
    const [, blob, stage, path] = /^\d+ (\w+) ([123])\t(.*)$/s.exec(line) ?? [];
    if (blob === undefined || path === undefined) continue;
    found.set(path, [...(found.get(path) ?? []), ...(stage === '1' ? [] : [blob])]);
  }
  return found;
}

/** Of a file that one side has removed the other's version stays: nothing is ever deleted. */
function settle(git: Git, folder: string, path: string, blobs: readonly string[]): void {
  const [ours, theirs = ours] = blobs.map((blob) => git.run(['cat-file', 'blob', blob]));
  const kept = ours && theirs ? settleConflict(path, ours, theirs) : undefined;
  if (kept === undefined) {
    git.attempt(['rebase', '--abort']);
    throw new Failure('git-conflict', { file: path });
  }
  writeFileSync(join(folder, path), kept);
  git.run(['add', '--', path]);
}
