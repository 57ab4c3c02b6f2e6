// The way in: reads the program's files by name, with what V8 made of them at an earlier start where that was kept.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { CompiledCode } from './disk/kept-code.js';

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
  const { load, code } = programFiles(join(root, 'dist'));
  (load('./main.js') as typeof import('./main.js')).main(root, code);
}

/** `load` is `require` for the files of one folder, which have no other way to name each other than `./name.js`, and for Node's modules. */
function programFiles(folder: string): { load: (id: string) => unknown; code: CompiledCode } {
  const modules = new Map<string, { exports: object }>();
  const scripts = new Map<string, Script>();
  let kept: ReadonlyMap<string, Buffer> | undefined;
  const load = (id: string): unknown => {
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
      ...(kept?.has(id) ? { cachedData: kept.get(id) } : {}),
    });
    // What was read before it was known what is kept, is of every start and small.
    if (kept !== undefined) scripts.set(id, script);
    const run: Wrapped = script.runInThisContext();
    run(module.exports, load, module, filename, folder);
    return module.exports;
  };
  const code: CompiledCode = {
    madeOf: `${__BUILD__} ${process.version} ${process.arch}`,
    use: (given) => {
      kept = given;
    },
    isNew: () => [...scripts.values()].some(({ cachedDataRejected }) => cachedDataRejected !== false),
    all: () =>
      new Map([
        ...(kept ?? []),
        ...[...scripts].map(([id, script]) => [id, script.createCachedData()] as const),
      ]),
  };
  return { load, code };
}
