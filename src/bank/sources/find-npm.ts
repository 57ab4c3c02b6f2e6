// How the person's npm is called: on Windows it is a script of the shell there, which is gone around.

import path from 'node:path';
import { Failure } from '../../text/failure.js';

export interface Surroundings {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  /** The Node that runs this. */
  node: string;
  isFile(file: string): boolean;
}

/**
 * Program and first arguments. On Windows `npm` is npm.cmd, which Node starts through a shell only, where arguments could become
 * commands; so the npm-cli.js that it would run is run by this Node. Folders of PATH that are no whole paths are not looked into: they
 * mean another place in each folder. Failure `tool-missing`.
 */
export function findNpm({ platform, env, node, isFile }: Surroundings): readonly [string, ...string[]] {
  if (platform !== 'win32') return ['npm'];
  const { join, isAbsolute, dirname } = path.win32;
  const folders = [...(env.PATH ?? env.Path ?? '').split(';'), dirname(node)]
    .map((folder) => folder.replace(/^"(.*)"$/, '$1'))
    .filter(isAbsolute);
  for (const folder of folders) {
    const program = join(folder, 'npm.exe');
    if (isFile(program)) return [program];
    const script = join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js');
    if (isFile(join(folder, 'npm.cmd')) && isFile(script)) return [node, script];
  }
  throw new Failure('tool-missing', { program: 'npm' });
}
