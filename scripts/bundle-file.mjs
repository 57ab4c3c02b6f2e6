// One file of dist: its chunks joined by esbuild, what it takes from other files required at the first use, all of it in ASCII.

import { join } from 'node:path';
import { plainlyExported, requiredAtFirstUse } from './lean-commonjs.mjs';

/** The chunks of one file, joined; what it takes from other files is required at the first use. */
export async function bundleFile(esbuild, common, chunks, file) {
  const own = [...chunks.values()].filter((chunk) => chunk.file === file);
  const wanted = wantedExports(chunks, file);
  const lines = own.flatMap((chunk) => {
    const names = [...(wanted.get(chunk.path) ?? [])];
    const list = names.map((name) => `${name} as ${exportName(chunk, name)}`).join(', ');
    return [
      `import ${JSON.stringify(chunk.path)};`,
      ...(list === '' ? [] : [`export { ${list} } from ${JSON.stringify(chunk.path)};`]),
    ];
  });
  const result = await esbuild.build({
    ...common,
    stdin: { contents: lines.join('\n'), resolveDir: common.absWorkingDir },
    bundle: true,
    format: 'cjs',
    write: false,
    logOverride: { 'direct-eval': 'silent' },
    plugins: [joinChunks(chunks, file, wanted)],
  });
  // Our names stay: they are what a stack trace of a bug says.
  return leanFile(
    esbuild,
    common,
    result.outputFiles[0].text,
    own.every(({ libraries }) => libraries > 0.8),
  );
}

/** CommonJS as esbuild bundles it -> a file of dist. */
export async function leanFile(esbuild, common, text, minifyIdentifiers = false) {
  const { code } = await esbuild.transform(requiredAtFirstUse(plainlyExported(text)), {
    format: 'cjs',
    platform: 'node',
    target: common.target,
    supported: { 'dynamic-import': false },
    minifyWhitespace: true,
    minifySyntax: true,
    minifyIdentifiers,
  });
  return inAscii(code);
}

/**
 * One character beyond Latin-1, in a regular expression say, makes V8 keep the whole file in two bytes a character: twice the memory;
 * no gain in time was measured. Escapes mean the same wherever esbuild leaves such characters (not in `String.raw`, which fails the build).
 */
function inAscii(code) {
  const ascii = code.replace(
    /[^\x00-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (ascii !== code && /String\.raw/.test(code))
    throw new Error('String.raw beside characters beyond ASCII');
  return ascii;
}

/** Names of exports as the others ask for them; those of main's entry stay as they are, for bin/. */
const exportName = (chunk, name) =>
  chunk.entry === 'src/main.ts' ? name : `${nameOf(chunk.path).replace(/\W/g, '_')}$${name}`;

/** What is imported from each chunk of the file: by chunks of other files, or at run time. */
function wantedExports(chunks, file) {
  const wanted = new Map();
  const want = (path, names) => {
    if (!wanted.has(path)) wanted.set(path, new Set());
    for (const name of names) wanted.get(path).add(name);
  };
  for (const chunk of chunks.values()) {
    for (const path of chunk.dynamics)
      if (chunks.get(path).file === file) want(path, chunks.get(path).exports);
    if (chunk.entry === 'src/main.ts' && chunk.file === file) want(chunk.path, chunk.exports);
    if (chunk.file === file) continue;
    for (const [names, path] of importsIn(chunk)) if (chunks.get(path)?.file === file) want(path, names);
  }
  return wanted;
}

/** `import { a as b, c } from "./x.js"` as esbuild writes it -> [[a, c], path of x]. */
export function importsIn(chunk) {
  return [...chunk.text.matchAll(/^import \{([^}]*)\} from "(\.{1,2}\/[^"]+)";$/gm)].map(
    ([, names, from]) => [
      names
        .split(',')
        .map((name) => name.trim().split(' as ')[0])
        .filter(Boolean),
      join(chunk.path, '..', from),
    ],
  );
}

function joinChunks(chunks, file) {
  return {
    name: 'join-chunks',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\.js$/ }, ({ path, importer, kind }) => {
        if (path.startsWith('./file:')) return { path: `./${path.slice(7)}`, external: true };
        const from = importer === '<stdin>' || importer === '' ? '' : join(importer, '..');
        const chunk = chunks.get(join(from, path));
        if (chunk === undefined) return undefined;
        if (kind === 'dynamic-import') return { path: chunk.path, namespace: 'at-run-time' };
        return { path: chunk.path, namespace: chunk.file === file ? 'chunk' : 'elsewhere' };
      });
      onLoad({ filter: /.*/, namespace: 'chunk' }, ({ path }) => ({
        contents: chunks.get(path).text,
        loader: 'js',
      }));
      const from = (path, names) => {
        const chunk = chunks.get(path);
        const list = names.map((name) => `${exportName(chunk, name)} as ${name}`).join(', ');
        return { contents: `export { ${list} } from './file:${chunk.file}.js';`, loader: 'js' };
      };
      onLoad({ filter: /.*/, namespace: 'at-run-time' }, ({ path }) => from(path, chunks.get(path).exports));
      onLoad({ filter: /.*/, namespace: 'elsewhere' }, ({ path }) =>
        from(path, [...(wantedExports(chunks, chunks.get(path).file).get(path) ?? [])]),
      );
    },
  };
}

/** `src/exchange/read/qti.ts` -> `exchange-read-qti`; a library's entry is called like the library. */
export const nameOf = (path) =>
  /node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(path)?.[1].replace('@', '').replace('/', '-') ??
  path.replace(/^src\/|^dist\/|\.[jt]s$/g, '').replaceAll('/', '-');
