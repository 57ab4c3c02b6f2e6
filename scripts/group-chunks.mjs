// Cuts the program into few files: esbuild finds what belongs together, chunks of one family of verbs become one CommonJS file,
// and what a start rarely needs is loaded at its first use (docs/decisions/0012-few-chunks.md).

import { join } from 'node:path';
import { bundleFile, importsIn, nameOf } from './bundle-file.mjs';
import { BACK, BEFORE_CUTS, COMMON, CUTS, FIRST, FRONT, THREAD } from './start-files.mjs';

/** The program as files, by name: `[{ name, code }]`, and the source files that went into them. */
export async function groupChunks(esbuild, common, plugins) {
  const split = await esbuild.build({
    ...common,
    entryPoints: ['src/main.ts', THREAD, ...CUTS, ...BEFORE_CUTS],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: join(common.absWorkingDir, 'dist'),
    outbase: 'src',
    write: false,
    metafile: true,
    chunkNames: 'chunk-[hash]',
    plugins,
  });
  const chunks = chunksOf(split);
  assignFiles(chunks);
  refuseCycles(chunks);
  const files = [...new Set([...chunks.values()].map(({ file }) => file))];
  const built = await Promise.all(
    files.map(async (file) => ({ name: file, code: await bundleFile(esbuild, common, chunks, file) })),
  );
  return { files: built, inputs: Object.keys(split.metafile.inputs) };
}

/** By path: text, what it imports how, and which roots (main and whatever is imported at run time) lead to it. */
function chunksOf({ outputFiles, metafile }) {
  const outputs = Object.entries(metafile.outputs);
  const textOf = (path) => outputFiles.find((file) => file.path.endsWith(`/${path}`)).text;
  const chunks = new Map(
    outputs.map(([path, output]) => [
      path,
      {
        path,
        text: textOf(path),
        entry: output.entryPoint,
        exports: output.exports,
        inputs: Object.keys(output.inputs),
        libraries: libraryShare(output),
        // esbuild imports what lies behind an import once more, without a name, to keep the order in which files are read; ours are
        // read at their first use.
        statics: importsIn({ path, text: textOf(path) })
          .filter(([names]) => names.length > 0)
          .map(([, to]) => to),
        dynamics: output.imports
          .filter(({ kind, external }) => kind === 'dynamic-import' && !external)
          .map((to) => to.path),
        roots: new Set(),
        isCut: CUTS.some((cut) => Object.hasOwn(output.inputs, cut)),
      },
    ]),
  );
  const roots = new Set([...chunks.values()].flatMap(({ dynamics }) => dynamics));
  for (const start of ['src/main.ts', THREAD])
    roots.add([...chunks.values()].find(({ entry }) => entry === start).path);
  for (const root of roots) spread(chunks, root, root);
  for (const { path } of [...chunks.values()].filter(({ isCut }) => isCut)) spread(chunks, path, path);
  // The entries that were made for the cuts only.
  for (const [path, { roots: reached }] of chunks) if (reached.size === 0) chunks.delete(path);
  return chunks;
}

/** How much of a chunk's text is of libraries, from 0 to 1. */
function libraryShare({ bytes, inputs }) {
  const ofLibraries = Object.entries(inputs).filter(([path]) => path.includes('node_modules/'));
  return ofLibraries.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0) / Math.max(bytes, 1);
}

/** Cuts are not gone through: whoever imports one does not load it. */
function spread(chunks, path, root) {
  const chunk = chunks.get(path);
  if (chunk.roots.has(root) || (chunk.isCut && path !== root)) return;
  chunk.roots.add(root);
  for (const next of chunk.statics) spread(chunks, next, root);
}

/** A chunk imports chunks that are used by at least as many starts, so there are no cycles. */
function assignFiles(chunks) {
  for (const chunk of chunks.values()) {
    const starts = new Set([...chunk.roots].flatMap((root) => startsOf(chunks.get(root))));
    const among = (files) =>
      Object.keys(files).filter((file) => files[file].some((start) => starts.has(start)));
    const all = among(FRONT);
    // Whoever else needs what all of these need.
    const front = COMMON.every((file) => all.includes(file)) ? COMMON : all;
    chunk.file =
      FIRST.find((file) => all.includes(file)) ??
      (front.join('-') ||
        (among(BACK)[0] ??
          [...chunk.roots]
            .map((root) => nameOf(startsOf(chunks.get(root))[0] ?? root))
            .sort()
            .join('+')));
  }
  shortenNames(chunks);
}

/** The source files a chunk stands for as a root: its entry, or the cuts in it. */
function startsOf({ entry, inputs, isCut }) {
  const cuts = isCut ? inputs.filter((input) => CUTS.includes(input)) : [];
  return [...cuts, ...(entry === undefined ? [] : [entry])];
}

/** A chunk shared by many has a number for a name. */
function shortenNames(chunks) {
  const long = [
    ...new Set([...chunks.values()].map(({ file }) => file).filter((file) => file.includes('+'))),
  ].sort();
  for (const chunk of chunks.values())
    if (chunk.file.includes('+')) chunk.file = `shared-${long.indexOf(chunk.file)}`;
}

function refuseCycles(chunks) {
  const next = new Map();
  for (const { file, statics } of chunks.values()) {
    const to = next.get(file) ?? new Set();
    for (const path of statics) {
      const other = chunks.get(path);
      if (other.file !== file && !other.isCut) to.add(other.file);
    }
    next.set(file, to);
  }
  const done = new Set();
  const visit = (file, above) => {
    if (above.includes(file))
      throw new Error(`files of dist import each other: ${[...above, file].join(' > ')}`);
    if (done.has(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...above, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
}
