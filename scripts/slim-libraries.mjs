// What is bundled of libraries, made small without loss: no base64 within JavaScript, no languages nobody is spoken to in,
// nothing that is never called.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';

const require = createRequire(import.meta.url);

/** Beside the program: SQLite as WebAssembly, 680 KB in its package, 290 KB here. */
export const SQLITE_FILE = 'sqlite.wasm.br';

export const packedSqlite = () =>
  brotliCompressSync(readFileSync(require.resolve('sql.js/dist/sql-wasm.wasm')));

/** `sql-wasm-inline.js` with its WebAssembly beside it, unpacked when the first Anki package is read. */
const sqliteBeside = `
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import init from './sql-wasm.js';
export default () => init({ wasmBinary: brotliDecompressSync(readFileSync(join(__dirname, '${SQLITE_FILE}'))) });
`;

export const slimLibraries = {
  name: 'slim-libraries',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]sql\.js[\\/]dist[\\/]sql-wasm-inline\.js$/ }, () => ({ contents: sqliteBeside }));
    // We give gray-matter the engine it parses with (src/question/front-matter.ts); its own is an older js-yaml, and an eval.
    onLoad({ filter: /[\\/]gray-matter[\\/]lib[\\/]engines\.js$/ }, () => ({
      contents: 'module.exports = {};',
    }));
    // We say how many colours there are (src/look/theme.ts); to find out for itself chalk loads Node's terminals.
    onLoad({ filter: /[\\/]chalk[\\/]source[\\/]vendor[\\/]supports-color[\\/]index\.js$/ }, () => ({
      contents: `export default { stdout: false, stderr: false };`,
    }));
    // zod's messages are not shown: problems have words of their own (src/question/problem-messages.ts).
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: `export { default as en } from './en.js';`,
    }));
  },
};
