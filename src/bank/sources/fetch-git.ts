// A pack from a git repository, by the person's own git: one commit, no hooks, no checkout, no filters, no submodules.

import { Failure } from '../../text/failure.js';
import { isPackPath, type PackFileEntry, PackLimits } from './pack-files.js';
import { runTool } from './run-tool.js';

const SAFE = [
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.symlinks=false',
  '-c',
  'protocol.ext.allow=never',
  '-c',
  'core.fsmonitor=false',
];

/** Files of the commit that `ref` names, and the commit. `folder`: an empty one, for git's objects; removed by the caller. */
export function fetchGit(
  { url, ref = 'HEAD', sub = '' }: { url: string; ref?: string; sub?: string },
  folder: string,
): { files: PackFileEntry[]; commit: string } {
  const git = (args: readonly string[], input?: string) =>
    runTool('git', [...SAFE, ...args], { folder, ...(input === undefined ? {} : { input }) });
  git(['init', '--quiet', '--template=']);
  git(['fetch', '--quiet', '--depth', '1', '--no-tags', '--no-recurse-submodules', '--', url, ref]);
  const commit = git(['rev-parse', 'FETCH_HEAD^{commit}']).toString('utf8').trim();
  const limits = new PackLimits();
  const wanted = git(['ls-tree', '-r', '-l', '-z', commit])
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const found = /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line);
      const [, mode = '', kind = '', object = '', size = '', path = ''] = found ?? [];
      const inside = sub === '' ? path : path.startsWith(`${sub}/`) ? path.slice(sub.length + 1) : '';
      // Links and submodules are no files.
      if (kind !== 'blob' || !mode.startsWith('100') || !isPackPath(inside)) return [];
      limits.add(path, Number(size));
      return [{ path, object }];
    });
  const bytes = readObjects(
    git(['cat-file', '--batch', '--buffer'], wanted.map(({ object }) => `${object}\n`).join('')),
    wanted.length,
  );
  return { files: wanted.map(({ path }, index) => ({ path, bytes: bytes[index]! })), commit };
}

/** `<object> blob <size>\n<bytes>\n`, one after the other. */
function readObjects(output: Buffer, count: number): Buffer[] {
  const objects: Buffer[] = [];
  let at = 0;
  while (objects.length < count) {
    const end = output.indexOf(10, at);
    const size = Number(
      / blob (\d+)$/.exec(output.toString('utf8', at, Math.max(at, end)))?.[1] ?? Number.NaN,
    );
    if (!Number.isFinite(size))
      throw new Failure('tool-failed', { program: 'git', reason: 'an object is missing' });
    objects.push(output.subarray(end + 1, end + 1 + size));
    at = end + 2 + size;
  }
  return objects;
}
