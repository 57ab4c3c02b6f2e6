// The way in: reads the program's files by name, with what V8 made of them at an earlier start where that was kept.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { type CompiledCode, readKept } from './disk/kept-code.js';
import { cacheFolder, homeFolder, settingsFile } from './history/home.js';
import { isSharedHome } from './history/shared-home.js';
import { Failure } from './text/failure.js';

/** The build that these files are of. */
declare const __BUILD__: string;

const BEFORE = '(function (exports, require, module, __filename, __dirname) { ';

type Wrapped = (
  exports: object,
  require: (id: string) => unknown,
  module: { exports: object },
  file: string,
  folder: string,
) => void;

/** Runs the command line and ends the process. `root`: the folder of the package. */
export function main(root: string): void {
  const { load, code } = programFiles(join(root, 'dist'), keptFile(process.argv[2]));
  (load('./main.js') as typeof import('./main.js')).main(root, code);
}

/**
 * Where compiled code is kept for the verb. Only where the person has settings already: a verb that reads makes no home. Never where
 * others may have put something of that name: in the folder for temporary files, in a home that other machines share.
 */
function keptFile(first = '--help'): string | undefined {
  const verb = first === '--help' || first === '-h' ? 'help' : first;
  if (!/^[a-z]+$/.test(verb)) return undefined;
  try {
    const home = homeFolder(process.env);
    const keeps = existsSync(settingsFile(home)) && !isSharedHome(home);
    return keeps ? join(cacheFolder(home), 'compiled', `${verb}.code`) : undefined;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** `load` is `require` for the files of one folder, which have no other way to name each other than `./name.js`, and for Node's modules. */
function programFiles(
  folder: string,
  keptAt: string | undefined,
): { load: (id: string) => unknown; code: CompiledCode } {
  const madeOf = `${__BUILD__} ${process.version} ${process.arch}`;
  const kept: ReadonlyMap<string, Buffer> = keptAt === undefined ? new Map() : readKept(keptAt, madeOf);
  const modules = new Map<string, { exports: object }>();
  const scripts = new Map<string, Script>();
  function load(id: string): unknown {
    if (!id.startsWith('./')) return require(id);
    const known = modules.get(id);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(id, module);
    const filename = join(folder, id);
    // The build writes ASCII, which is read fastest so.
    const script = new Script(`${BEFORE}${readFileSync(filename, 'latin1')}\n})`, {
      filename,
      // What a stack trace says is where it stands in the file.
      columnOffset: -BEFORE.length,
      ...(kept.has(id) ? { cachedData: kept.get(id) } : {}),
    });
    scripts.set(id, script);
    const run: Wrapped = script.runInThisContext();
    run(module.exports, load, module, filename, folder);
    return module.exports;
  }
  const code: CompiledCode = {
    keptAt,
    madeOf,
    isNew: () => [...scripts.values()].some(({ cachedDataRejected }) => cachedDataRejected !== false),
    all: () =>
      new Map([...kept, ...[...scripts].map(([id, script]) => [id, script.createCachedData()] as const)]),
  };
  return { load, code };
}
