// Cuts the program into few files: esbuild finds what belongs together, chunks of one family of verbs become one CommonJS file,
// and what a start rarely needs is loaded at its first use (docs/decisions/0012-few-chunks.md).

import { join } from 'node:path';

/** The starts that are made most often. What one of them needs lies in its file, what several need in one they share, and nothing else there. */
const FRONT = {
  main: ['src/main.ts'],
  program: ['src/program.ts', 'src/app/options.ts'],
  bank: verbs('list', 'topics'),
  recall: ['src/app/recall/recall.ts'],
  show: verbs('show'),
  practice: [...verbs('practice'), 'src/players/plain/plain-player.ts'],
  report: [...verbs('report'), 'src/app/summary-of-history.ts', 'src/report/render-text.ts'],
};

/** The others, in this order: each file holds what its starts need and no file above it has. What no line names goes with exactly those that use it. */
const BACK = {
  types: ['src/question/type-rules.ts'],
  items: ['src/history/items.ts'],
  reading: verbs('search', 'flags'),
  sitting: verbs('drill', 'exam', 'diagnose', 'interview', 'resume', 'lab'),
  figures: verbs('stats', 'plan', 'history', 'items'),
  authoring: verbs('lint', 'new', 'import', 'export', 'pack', 'schema'),
};

/** What every start has read before: whatever they need lies there. */
const FIRST = ['main', 'program', 'bank'];

function verbs(...names) {
  return names.map((name) => `src/commands/${name}.ts`);
}

/**
 * Where a file ends although a static import leads on: what lies behind is read when one of its functions is called. Doors of libraries,
 * and what most starts do without.
 */
const CUTS = [
  'src/text/markdown-parser.ts',
  'src/learner/schedule.ts',
  'src/question/request/split-words.ts',
  'src/question/schema.ts',
  'src/question/front-matter.ts',
  'src/question/yaml-text.ts',
  'src/question/locate.ts',
  'src/question/problem-messages.ts',
  'src/question/type-rules.ts',
  'src/text/stem.ts',
  'src/look/theme.ts',
  'src/app/recall/recall.ts',
  'src/app/options.ts',
  'src/text/failure-line.ts',
  'src/history/decode-segment.ts',
  'src/history/items.ts',
  'src/players/marked-hands-on.ts',
  'src/players/marked-lab.ts',
];

/** What starts need of files behind a cut: read without it. */
const BEFORE_CUTS = ['src/session/no-recollection.ts'];

/** The script of the threads that parse packs. */
const THREAD = 'src/bank/parse-worker.ts';

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
  const chunks = new Map(
    outputs.map(([path, output]) => [
      path,
      {
        path,
        text: outputFiles.find((file) => file.path.endsWith(`/${path}`)).text,
        entry: output.entryPoint,
        exports: output.exports,
        inputs: Object.keys(output.inputs),
        libraries: libraryShare(output),
        statics: output.imports
          .filter(({ kind, external }) => kind === 'import-statement' && !external)
          .map((to) => to.path),
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
    const front = among(FRONT);
    chunk.file =
      FIRST.find((file) => front.includes(file)) ??
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

/** `src/exchange/read/qti.ts` -> `exchange-read-qti`; a library's entry is called like the library. */
const nameOf = (path) =>
  /node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(path)?.[1].replace('@', '').replace('/', '-') ??
  path.replace(/^src\/|^dist\/|\.[jt]s$/g, '').replaceAll('/', '-');

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

/** The chunks of one file, joined; what it takes from other files is required at the first use. */
async function bundleFile(esbuild, common, chunks, file) {
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
  const lazy = requiredAtFirstUse(plainlyExported(result.outputFiles[0].text));
  const { code } = await esbuild.transform(lazy, {
    format: 'cjs',
    platform: 'node',
    target: common.target,
    supported: { 'dynamic-import': false },
    minifyWhitespace: true,
    minifySyntax: true,
    // Our names stay: they are what a stack trace of a bug says.
    minifyIdentifiers: own.every(({ libraries }) => libraries > 0.8),
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
function importsIn(chunk) {
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

/** Modules of Node that cost milliseconds to load and that most starts do without. */
const NODE_AT_FIRST_USE = [
  'crypto',
  'zlib',
  'tty',
  'child_process',
  'string_decoder',
  'url',
  'http',
  'assert',
];

/**
 * esbuild exports by two getters a name, one behind the other, for bindings may change. Ours do not: an object of values is made in half
 * the time, and a call from another file is one call. A name that is given another value, or none at once, keeps its getter.
 */
function plainlyExported(code) {
  const given =
    /^__export\(stdin_exports, \{\n([\s\S]*?)\n\}\);\nmodule\.exports = __toCommonJS\(stdin_exports\);\n/m;
  const listed = given.exec(code);
  if (listed === null) return code;
  const members = [...listed[1].matchAll(/^ {2}([\w$]+): \(\) => ([\w$.]+)(?:,|$)/gm)];
  const rest = code.replace(listed[0], '');
  const written = members.map(([, name, value]) =>
    isSettled(value, rest) ? `${name}: ${value}` : `get ${name}() { return ${value}; }`,
  );
  return `${rest}\nmodule.exports = { ${written.join(', ')} };\n`;
}

/** Declared once at the top of the file with its value, and never given another. */
function isSettled(name, code) {
  const word = name.replaceAll('$', '\\$');
  const declared = new RegExp(
    `^(?:(?:async )?function\\*? ${word}\\(|(?:var|let|const|class) ${word}\\b(?! ?[;,]))`,
    'm',
  );
  const assigned = new RegExp(
    `(?<![\\w$.])${word}\\s*(?:(?:[-+*/%&|^]|\\*\\*|<<|>>>?|&&|\\|\\||\\?\\?)?=(?![=>])|\\+\\+|--)`,
    'g',
  );
  const times = [...code.matchAll(assigned)].length;
  return declared.test(code) && times <= (new RegExp(`^(?:var|let|const) ${word} =`, 'm').test(code) ? 1 : 0);
}

/**
 * `var x = require("./work.js")` becomes an object that puts the real one in its place at the first use; so do the modules of Node
 * named above, also where esbuild wraps them for a default import.
 */
function requiredAtFirstUse(code) {
  const from = `"(?:\\./[^"]+|node:(?:${NODE_AT_FIRST_USE.join('|')}))"`;
  const pattern = new RegExp(
    `^(\\s*)var (\\w+) = (require\\(${from}\\)|__toESM\\(require\\(${from}\\)(?:, 1)?\\));$`,
    'gm',
  );
  return code.replace(pattern, (_, indent, name, real) => {
    const names = new Set(
      [...code.matchAll(new RegExp(`\\b${name}\\.([\\w$]+)`, 'g'))].map(([, used]) => used),
    );
    const getters = [...names].map((wanted) => `get ${wanted}() { return (${name} = ${real}).${wanted}; }`);
    return `${indent}var ${name} = { ${getters.join(', ')} };`;
  });
}
