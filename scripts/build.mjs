// Builds dist/: the program as lazily loaded CommonJS chunks, and the built-in pack, parsed.
// CommonJS chunks start some milliseconds faster than ES modules; esbuild splits ES modules only, so it is done in two passes.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Built beside and put in place whole: neither a failed build nor a running program ever sees half of one. */
const built = join(root, `dist.${process.pid}.tmp`);
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

let esbuild;
try {
  esbuild = await import('esbuild');
} catch {
  // `npm install` without development packages, or npx before them: no build, and no failure that would poison npx's cache.
  console.error('api-quiz: esbuild is not installed, so nothing was built. Run: npm ci');
  process.exit(0);
}

/** conf loads these although no schema, migration or watch is used here; zod checks what needs checking. So does the SDK of `mcp`. */
const UNUSED_BY_CONF = [
  'node:assert',
  'ajv',
  'ajv/dist/2020.js',
  'ajv-formats',
  'semver',
  'debounce-fn',
  // Where settings lie is said; these are the places for those who do not say it.
  'env-paths',
  'when-exit',
];
const stubs = {
  name: 'stub-what-conf-does-not-use',
  setup({ onResolve, onLoad }) {
    onResolve(
      { filter: new RegExp(`^(${UNUSED_BY_CONF.join('|').replaceAll('.', '\\.')})$`) },
      ({ path, importer }) =>
        /node_modules[\\/](conf|atomically|stubborn-fs|@modelcontextprotocol[\\/]sdk)[\\/]/.test(importer)
          ? { path, namespace: 'unused' }
          : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
      contents:
        // Without defaults, what it compares is the same.
        'const unused = Object.assign(() => () => {}, { deepEqual() {} }); export default unused; export const Ajv2020 = class {}; export const whenExit = unused;',
    }));
  },
};

/** commander loads these for verbs that are programs of their own; ours are not. */
const unusedByCommander = {
  name: 'stub-what-commander-does-not-use',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /node_modules[\\/]commander[\\/]/.test(importer)
        ? { path: 'child_process', namespace: 'unused-module' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'unused-module' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** inquirer registers its ready prompts, one of which brings the tables of all encodings; ours are registered beside them, and asked alone. */
const unusedByInquirer = {
  name: 'stub-what-inquirer-does-not-use',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@inquirer\/prompts$/ }, ({ path, importer }) =>
      /node_modules[\\/]inquirer[\\/]/.test(importer) ? { path, namespace: 'unused-prompts' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'unused-prompts' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const common = {
  absWorkingDir: root,
  platform: 'node',
  target: 'node20',
  // What echarts checks for those who write with it is left out.
  define: { __VERSION__: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
};

// Not before it is known that there is an esbuild.
const { groupChunks } = await import('./group-chunks.mjs');
const { leanFile } = await import('./bundle-file.mjs');
const { packedSqlite, slimLibraries, SQLITE_FILE } = await import('./slim-libraries.mjs');
const plugins = [stubs, unusedByCommander, unusedByInquirer, slimLibraries];
const { files, inputs } = await groupChunks(esbuild, common, plugins);
mkdirSync(built, { recursive: true });
for (const { name, code } of files) writeFileSync(join(built, `${name}.js`), code);
for (const entry of ['start', 'complete']) {
  const { outputFiles } = await esbuild.build({
    ...common,
    entryPoints: [`src/${entry}.ts`],
    bundle: true,
    format: 'cjs',
    write: false,
    // What was compiled of other files than these is not run.
    define: { ...common.define, __BUILD__: JSON.stringify(buildOf(files)) },
  });
  writeFileSync(join(built, `${entry}.js`), await leanFile(esbuild, common, outputFiles[0].text));
}
writeFileSync(join(built, 'package.json'), '{ "type": "commonjs" }\n');
writeFileSync(join(built, SQLITE_FILE), packedSqlite());
writeLicences(inputs);
await compilePack();
rmSync(dist, { recursive: true, force: true });
renameSync(built, dist);

/** One name for exactly these files. */
function buildOf(files) {
  const hash = createHash('sha256');
  for (const { name, code } of files) hash.update(`${name} ${code.length}\n${code}`);
  return hash.digest('hex').slice(0, 16);
}

/** The built-in pack as the cache of a folder would hold it, without times of files: the build does not depend on them. */
async function compilePack() {
  const { loadFolderPack, renderCompiledPack, problemLine, settlePack } = await loadSource(
    `export { loadFolderPack } from './src/bank/load-folder-pack.js'; export { renderCompiledPack } from './src/bank/pack-builder.js'; export { problemLine } from './src/question/problem-line.js'; export { settlePack } from './src/bank/settle-pack.js';`,
  );
  const pack = { ...(await loadFolderPack(join(root, 'questions'), null)), folder: null };
  const settled = settlePack(pack);
  for (const problem of settled.problems) console.error(`questions/${problemLine(problem)}`);
  writeFileSync(join(built, 'core.pack'), Buffer.concat(renderCompiledPack(settled.pack)));
  await writeCompletionTable(pack);
}

/** What these lines of source export, run here. */
async function loadSource(contents) {
  const tool = await esbuild.build({
    ...common,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'cjs',
    write: false,
    plugins,
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', tool.outputFiles[0].text)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports;
}

/** What completion reads at every press of a key, so that it need load neither verbs nor bank. */
async function writeCompletionTable(pack) {
  const { makeCompletionTable } = await loadSource(
    `export { makeCompletionTable } from './src/completion-table.js';`,
  );
  const entries = pack.files.flatMap(({ entry }) => (entry ? [entry] : []));
  writeFileSync(
    join(built, 'completion.json'),
    JSON.stringify(await makeCompletionTable(pack.pack.topics, entries)),
  );
}

/** The licences of what is bundled, as they ask for. */
function writeLicences(inputs) {
  const packages = new Set();
  for (const input of inputs) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) packages.add(found[1]);
  }
  const parts = [...packages].sort().map((folder) => {
    const about = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const names = [
      'LICENSE',
      'LICENSE.md',
      'LICENSE.txt',
      'license',
      'license.md',
      'LICENSE-MIT',
      'LICENCE',
      'LICENSE.MIT',
    ];
    const text = names.flatMap((name) => {
      try {
        return [readFileSync(join(root, folder, name), 'utf8').trim()];
      } catch {
        return [];
      }
    })[0];
    return `${about.name} ${about.version} (${about.license})\n\n${text ?? 'No licence file in the package.'}`;
  });
  writeFileSync(join(built, 'third-party-licences.txt'), `${parts.join('\n\n----\n\n')}\n`);
}
